import type { ShopChange } from "../domain/insight"
import { badMetrics, type ShopDay, type ShopMetric } from "../domain/shop-change"

/** Older days are no news. */
const newsDays = 28

/** A shop whose days left their usual band in the last four weeks; null when none did. */
export function shopChange(
  shop: string,
  metric: ShopMetric,
  days: ShopDay[],
  context: { basis: number; now: number; currency?: string }
): ShopChange | null {
  const out = days.slice(-newsDays).filter((day) => day.out)
  const last = out.at(-1)
  if (!last) return null
  const bad = badMetrics.includes(metric) ? last.value > last.high : last.value < last.low
  return {
    id: `shop-change:${shop}:${metric}`,
    kind: "shop-change",
    subject: { type: "shop", id: shop },
    severity: bad ? "high" : "medium",
    metric,
    days,
    ...(context.currency && { currency: context.currency }),
    reasons: [],
    basis: context.basis,
    modelVersion: "shop-series@1",
    createdAt: context.now,
    state: "open"
  }
}

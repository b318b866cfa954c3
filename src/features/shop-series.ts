import { majorUnits } from "../domain/money"
import { type Order, orderTime } from "../domain/order"
import type { ShopDay, ShopMetric } from "../domain/shop-change"

const dayMs = 86_400_000
/** Days that are looked at, and how many weeks before a day say what is usual on its weekday. */
const watchedDays = 56
const usualWeeks = 8
/** Marketplaces count an order as late two to three business days after it; five days hold a weekend too. */
const lateAfterDays = 5
/** Median ± 3.5 robust spreads: about one ordinary day in 2,000. */
const spreads = 3.5
/** The median absolute deviation of a normal distribution is its standard deviation ÷ this. */
const madOfNormal = 1.4826

export type DailyCounts = { counts: Record<ShopMetric, Float64Array>; currency?: string }

/**
 * What a shop did each UTC day, oldest first, the last day left out when `until` lies in it: half a day is no day.
 * Sales are in the currency that most orders have; orders of others count as orders only.
 */
export function dailyCounts(orders: readonly Order[], until: number, days: number): DailyCounts {
  const end = Math.floor(until / dayMs)
  const start = end - days
  const counts = {
    orders: new Float64Array(days),
    revenue: new Float64Array(days),
    cancelled: new Float64Array(days),
    refunded: new Float64Array(days),
    late: new Float64Array(days)
  }
  const currency = commonest(orders.flatMap(({ total }) => total?.currency ?? []))
  for (const order of orders) {
    const day = Math.floor(orderTime(order) / dayMs) - start
    if (day < 0 || day >= days) continue
    const add = (metric: ShopMetric, value: number) => {
      counts[metric][day] = (counts[metric][day] ?? 0) + value
    }
    add("orders", 1)
    if (order.total && order.total.currency === currency) add("revenue", majorUnits(order.total))
    if (order.status === "cancelled" || order.status === "failed") add("cancelled", 1)
    if (order.status === "refunded" || order.claim) add("refunded", 1)
    if (isLate(order)) add("late", 1)
  }
  return { counts, ...(currency && { currency }) }
}

/** Still not on its way when a page was last seen, days after it was paid. */
const isLate = (order: Order) =>
  order.status === "paid" && order.readAt - orderTime(order) > lateAfterDays * dayMs

function commonest(values: string[]): string | undefined {
  const counts = new Map<string, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0]
}

function median(values: number[]): number {
  const sorted = values.slice().sort((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1
    ? (sorted[middle] ?? 0)
    : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2
}

/**
 * The band that a day usually lies in, by the same weekday of the eight weeks before (Hampel 1974: median and MAD);
 * counts are never surer than a Poisson count is. Days without eight weeks before them are left out.
 */
export function shopDays(values: Float64Array, lastDay: number, isCount: boolean): ShopDay[] {
  const days: ShopDay[] = []
  const from = Math.max(7 * usualWeeks, values.length - watchedDays)
  for (let i = from; i < values.length; i++) {
    const before = Array.from({ length: usualWeeks }, (_, w) => values[i - 7 * (w + 1)] ?? 0)
    const usual = median(before)
    const spread = madOfNormal * median(before.map((value) => Math.abs(value - usual)))
    const least = isCount ? Math.sqrt(Math.max(1, usual)) : 0.15 * usual
    const width = spreads * Math.max(spread, least)
    const value = values[i] ?? 0
    const low = Math.max(0, usual - width)
    const high = usual + width
    days.push({
      day: (lastDay - (values.length - 1 - i)) * dayMs,
      value,
      low,
      high,
      out: value < low || value > high
    })
  }
  return days
}

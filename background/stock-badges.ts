import { type Words, wordsFor } from "../locales"
import { stockSentences } from "../locales/stock-text"
import type { ItemForecast } from "../src/domain/forecast"
import type { Badge } from "../src/messaging/protocol"
import type { Database } from "../src/store/database"
import type { Shown } from "./badges"

function labelOf({ demand, format }: Words, item: ItemForecast, stock: number): string {
  const { plan, firstDay } = item
  if (!plan) return demand.unknownStock
  const cover =
    stock <= 0
      ? demand.badge.out
      : plan.daysOfCover === null
        ? demand.badge.plenty
        : demand.badge.cover(plan.daysOfCover)
  if (plan.quantity === 0) return cover
  const inTime = plan.orderBy !== null && plan.orderBy > firstDay
  const order = inTime ? demand.badge.orderBy(format.epochDay(plan.orderBy ?? 0)) : null
  return `${cover} · ${order ?? demand.badge.orderNow}`
}

/** Days of cover and when to order, beside each product that sells and whose stock is known. */
export async function stockBadges(db: Database, shown: Shown[]): Promise<Badge[]> {
  const words = wordsFor(chrome.i18n.getUILanguage())
  const listings = await db.listings.bulkGet(shown.map(({ id }) => id))
  const forecasts = await db.forecasts.bulkGet(listings.map((listing) => listing?.sku ?? ""))
  return shown.flatMap(({ nativeId }, i): Badge[] => {
    const forecast = forecasts[i]
    if (!forecast?.plan || !forecast.stock) return []
    const { plan, stock } = forecast
    const due = plan.quantity > 0
    return [
      {
        nativeId,
        state: due ? "flagged" : "info",
        ...(due && { severity: stock.units <= 0 ? ("high" as const) : ("medium" as const) }),
        label: labelOf(words, forecast, stock.units),
        reasons: stockSentences(words, forecast)
      }
    ]
  })
}

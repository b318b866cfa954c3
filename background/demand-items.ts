import type { StockNote } from "../src/domain/history"
import { type DailyUnits, type ItemHistory, itemHistories } from "../src/features/demand-history"
import { holidayShare } from "../src/features/holidays"
import { type PriceDays, priceDays } from "../src/features/price-days"
import { type ShopActivity, shopActivity } from "../src/features/shop-activity"
import { shopSeason } from "../src/features/shop-season"
import type { ItemFacts } from "../src/features/similar-items"
import { unitsOf } from "../src/features/stockouts"
import type { Database } from "../src/store/database"
import { readDaily, readLines, readStock } from "../src/store/history"

const dayMs = 86_400_000
export const dailyHorizon = 28
export const weeklyHorizon = 26
/** Weeks of last week's forecast that are held against this one's. */
export const comparedWeeks = 5

/** Everything that is known of the items of a shop, read once a job. */
export type ShopDemand = {
  today: number
  items: ItemHistory[]
  facts: Map<string, ItemFacts>
  prices: Map<string, PriceDays>
  notes: Map<string, StockNote[]>
  /** How busy the shop is, for the chance of a sale next week. */
  activity: ShopActivity
  /** The shop's season over the horizons of days and weeks, and of the weeks as seen a week ago, as log ratios. */
  season: Record<"daily" | "weekly" | "weekAgo", Float64Array>
}

/** The shop's season over a horizon, from histories without their last `cut` steps. */
export const seasonOf = (items: ItemHistory[], of: "daily" | "weekly", horizon: number, cut = 0) =>
  shopSeason(
    items.map((item) => item[of].y),
    of === "daily" ? 7 : 52,
    horizon,
    cut
  )

/** Newest note of an item's stock; two listings of one item share a shelf. */
export function newestStock(
  notes: StockNote[] | undefined
): { units: number; at: number } | undefined {
  const newest = notes?.findLast((note) => unitsOf(note) !== undefined)
  return newest && { units: Math.max(0, unitsOf(newest) ?? 0), at: newest.at }
}

/** Shares of the shop's lines by ship-to country. */
function countryShares({
  rows,
  country,
  countries
}: {
  rows: number
  country: Uint16Array
  countries: string[]
}): Map<string, number> {
  const counts = new Map<string, number>()
  for (let row = 0; row < rows; row++) {
    const code = countries[country[row] as number] ?? ""
    if (code) counts.set(code, (counts.get(code) ?? 0) + 1)
  }
  const total = [...counts.values()].reduce((a, b) => a + b, 0) || 1
  return new Map([...counts].map(([code, count]) => [code, count / total]))
}

/** What is known ahead of a series: promotions (none are known of the future) and holidays of the buyers' countries. */
function withKnown(
  item: ItemHistory,
  promoted: Set<number> | undefined,
  holiday: (day: number) => number
): ItemHistory {
  const steps = item.daily.y.length + dailyHorizon
  const days = new Float64Array(steps * 2)
  for (let t = 0; t < steps; t++) {
    days[2 * t] = promoted?.has(item.firstDay + t) ? 1 : 0
    days[2 * t + 1] = holiday(item.firstDay + t)
  }
  return { ...item, daily: { ...item.daily, known: { columns: 2, values: days } } }
}

/** Reads order lines and stock notes and lays out one history an item. `now` epoch ms. */
export async function readShopDemand(db: Database, now: number): Promise<ShopDemand> {
  const [daily, lines, stock, listings] = await Promise.all([
    readDaily(db),
    readLines(db),
    readStock(db),
    db.listings.toArray()
  ])
  const today = Math.floor(now / dayMs)
  const notes = new Map<string, StockNote[]>()
  for (const note of stock) {
    if (!note.sku) continue
    const list = notes.get(note.sku)
    if (list) list.push(note)
    else notes.set(note.sku, [note])
  }
  const facts = new Map<string, ItemFacts>()
  for (const { sku, title, price } of listings) {
    if (sku) facts.set(sku, { sku, title, price: price?.minor })
  }
  const prices = priceDays(lines, today)
  const shares = countryShares(lines)
  const known = new Map<number, number>()
  const holiday = (day: number) => {
    const share = known.get(day) ?? holidayShare(day, shares)
    known.set(day, share)
    return share
  }
  const items = itemHistories(daily as DailyUnits, (sku) => notes.get(sku) ?? [], today).map(
    (item) => withKnown(item, prices.get(item.sku)?.promoted, holiday)
  )
  const season = {
    daily: seasonOf(items, "daily", dailyHorizon),
    weekly: seasonOf(items, "weekly", weeklyHorizon),
    weekAgo: seasonOf(items, "weekly", comparedWeeks, 1)
  }
  const activity = shopActivity(
    items.map(({ weekly }) => weekly.y),
    1
  )
  return { today, items, facts, prices, notes, activity, season }
}

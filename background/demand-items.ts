import type { StockNote } from "../src/domain/history"
import { type DailyUnits, type ItemHistory, itemHistories } from "../src/features/demand-history"
import { holidayShare } from "../src/features/holidays"
import { type PriceDays, priceDays } from "../src/features/price-days"
import type { ItemFacts } from "../src/features/similar-items"
import { unitsOf } from "../src/features/stockouts"
import type { Database } from "../src/store/database"
import { readDaily, readLines, readStock } from "../src/store/history"

const dayMs = 86_400_000
export const dailyHorizon = 28
export const weeklyHorizon = 26

/** Everything that is known of the items of a shop, read once a job. */
export type ShopDemand = {
  today: number
  items: ItemHistory[]
  facts: Map<string, ItemFacts>
  prices: Map<string, PriceDays>
  notes: Map<string, StockNote[]>
  /** Items that sell a week, the last two weeks over the last thirteen. */
  pace: number
}

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

/** How many items sell in a week, lately over before: a shop that picks up. */
function paceOf(items: ItemHistory[]): number {
  const active = new Float64Array(13)
  for (const { weekly } of items) {
    const tail = weekly.y.subarray(-13)
    tail.forEach((units, i) => {
      if (units > 0) active[13 - tail.length + i] = (active[13 - tail.length + i] as number) + 1
    })
  }
  const mean = (values: Float64Array) => values.reduce((a, b) => a + b, 0) / values.length
  return (mean(active.subarray(11)) + 1) / (mean(active) + 1)
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
  return { today, items, facts, prices, notes, pace: paceOf(items) }
}

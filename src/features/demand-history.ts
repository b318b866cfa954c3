import type { StockNote } from "../domain/history"
import type { DemandSeries } from "./demand-series"
import { notedStockouts, silentStockouts } from "./stockouts"

/** Units by SKU and day, as the store sums them up; by SKU, then by day. */
export type DailyUnits = {
  skus: readonly string[]
  sku: Uint32Array
  day: Int32Array
  units: Int32Array
}

export type ItemHistory = {
  sku: string
  /** The first day of the series, days since 1970. */
  firstDay: number
  daily: DemandSeries
  weekly: DemandSeries
  stockoutDays: number
}

/** The newest days that are looked at: two years and a season. */
const mostDays = 760

/** Sums of whole weeks, aligned to the end; unobserved days are made up for, a week without any observed is NaN. */
export function toWeeks(y: Float64Array): Float64Array {
  const weeks = Math.floor(y.length / 7)
  const skip = y.length - weeks * 7
  const out = new Float64Array(weeks)
  for (let w = 0; w < weeks; w++) {
    let sum = 0
    let seen = 0
    for (let t = skip + w * 7; t < skip + w * 7 + 7; t++) {
      const value = y[t] as number
      if (Number.isNaN(value)) continue
      sum += value
      seen++
    }
    out[w] = seen > 0 ? (sum * 7) / seen : Number.NaN
  }
  return out
}

/**
 * One history an item that ever sold: from its first sale to the day before `today` (days since 1970), days without a
 * sale as zeros, days without stock as NaN. `notesOf` gives what pages told of an item's stock.
 */
export function itemHistories(
  daily: DailyUnits,
  notesOf: (sku: string) => StockNote[],
  today: number
): ItemHistory[] {
  const out: ItemHistory[] = []
  let row = 0
  while (row < daily.sku.length) {
    const item = daily.sku[row] as number
    let end = row
    while (end < daily.sku.length && daily.sku[end] === item) end++
    const history = historyOf(daily, row, end, notesOf, today)
    if (history) out.push(history)
    row = end
  }
  return out
}

function historyOf(
  { skus, sku, day, units }: DailyUnits,
  from: number,
  to: number,
  notesOf: (sku: string) => StockNote[],
  today: number
): ItemHistory | null {
  const id = skus[sku[from] as number] ?? ""
  let start = from
  while (start < to && (day[start] as number) < today - mostDays) start++
  while (start < to && (units[start] as number) <= 0) start++
  const first = start < to ? (day[start] as number) : today
  if (id === "" || first >= today) return null
  const y = new Float64Array(today - first)
  for (let row = start; row < to; row++) {
    const t = (day[row] as number) - first
    if (t < y.length) y[t] = Math.max(0, units[row] as number)
  }
  const noted = notedStockouts(notesOf(id), first, y)
  const silent = silentStockouts(y)
  let stockoutDays = 0
  for (let t = 0; t < y.length; t++) {
    if (!noted[t] && !silent[t]) continue
    y[t] = Number.NaN
    stockoutDays++
  }
  return {
    sku: id,
    firstDay: first,
    daily: { id, y, period: 7 },
    weekly: { id, y: toWeeks(y), period: 52 },
    stockoutDays
  }
}

import type { OrderLines } from "../domain/history"

const dayMs = 86_400_000
/** A day counts as a promotion when its price is this much under the item's usual one. */
const discount = 0.08

export type PriceDays = {
  /** Days on which the item sold below its usual price, days since 1970. */
  promoted: Set<number>
  /** Mean relative price of the last 14 days over the 56 before, less 1; 0 where unknown. */
  change: number
}

const median = (sorted: number[]) => sorted[sorted.length >> 1] ?? Number.NaN

/**
 * What each item's prices say, relative to its own median in the same currency, so that markets are not mixed up.
 * `today` in days since 1970.
 */
export function priceDays(lines: OrderLines, today: number): Map<string, PriceDays> {
  const prices = new Map<number, number[]>()
  for (let row = 0; row < lines.rows; row++) {
    const price = lines.unitPrice[row] as number
    if (!(price > 0)) continue
    const key = (lines.sku[row] as number) * 256 + (lines.currency[row] as number)
    const list = prices.get(key)
    if (list) list.push(price)
    else prices.set(key, [price])
  }
  const usual = new Map([...prices].map(([key, list]) => [key, median(list.sort((a, b) => a - b))]))
  const days = new Map<number, Map<number, { ratio: number; units: number }>>()
  for (let row = 0; row < lines.rows; row++) {
    const sku = lines.sku[row] as number
    const price = lines.unitPrice[row] as number
    const base = usual.get(sku * 256 + (lines.currency[row] as number))
    if (!(price > 0) || !base) continue
    const own = days.get(sku) ?? new Map()
    const day = Math.floor((lines.at[row] as number) / dayMs)
    const sum = own.get(day) ?? { ratio: 0, units: 0 }
    sum.ratio += price / base
    sum.units++
    own.set(day, sum)
    days.set(sku, own)
  }
  const out = new Map<string, PriceDays>()
  for (const [sku, own] of days) {
    const promoted = new Set<number>()
    let [late, lateDays, before, beforeDays] = [0, 0, 0, 0]
    for (const [day, { ratio, units }] of own) {
      const relative = ratio / units
      if (relative <= 1 - discount) promoted.add(day)
      if (day >= today - 14) {
        late += relative
        lateDays++
      } else if (day >= today - 70) {
        before += relative
        beforeDays++
      }
    }
    const change = lateDays > 2 && beforeDays > 5 ? late / lateDays / (before / beforeDays) - 1 : 0
    out.set(lines.skus[sku] ?? "", { promoted, change })
  }
  return out
}

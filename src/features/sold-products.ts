import type { OrderLines } from "../domain/history"
import { itemsOf } from "./baskets"
import type { Product } from "./range"
import { priceOf, type SoldBaskets } from "./sold-baskets"

const dayMs = 86_400_000
const recentPrices = 20
const recentDays = 90

type Sales = Pick<
  Product,
  "unitPrice" | "units" | "units90" | "revenue90" | "orders" | "firstAt" | "lastAt"
>

const median = (values: number[]) =>
  values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN

/** What each item sold. @param main the main currency, an index into `currencies`; @param now days since 1970 */
export function gatherSales(
  lines: OrderLines,
  main: number,
  { baskets, itemOfRow, skus }: SoldBaskets,
  now: number
): (item: number) => Sales {
  const prices = skus.map((): number[] => [])
  const column = () => new Float64Array(skus.length)
  const [units, units90, revenue90, orders] = [column(), column(), column(), column()]
  const [firstAt, lastAt] = [column().fill(Number.NaN), column().fill(Number.NaN)]
  const add = (sums: Float64Array, item: number, value: number) => {
    sums[item] = (sums[item] ?? 0) + value
  }
  for (const [row, item] of itemOfRow.entries()) {
    if (item < 0) continue
    const quantity = lines.quantity[row] ?? 0
    const price = priceOf(lines, row, main)
    const isRecent = (lines.at[row] ?? 0) / dayMs > now - recentDays
    add(units, item, quantity)
    if (isRecent) add(units90, item, quantity)
    if (!Number.isFinite(price)) continue
    prices[item]?.push(price)
    if (isRecent) add(revenue90, item, price * quantity)
  }
  for (const [basket, at] of baskets.at.entries()) {
    for (const item of itemsOf(baskets, basket)) {
      if (Number.isNaN(firstAt[item])) firstAt[item] = at
      lastAt[item] = at
      add(orders, item, 1)
    }
  }
  return (item) => ({
    unitPrice: median((prices[item] ?? []).slice(-recentPrices)),
    units: units[item] ?? 0,
    units90: units90[item] ?? 0,
    revenue90: revenue90[item] ?? 0,
    orders: orders[item] ?? 0,
    firstAt: firstAt[item] ?? Number.NaN,
    lastAt: lastAt[item] ?? Number.NaN
  })
}

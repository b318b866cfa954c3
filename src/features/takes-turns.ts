import { type Baskets, type Ragged, rowOf } from "./baskets"

const weekDays = 7
const weeks = 26

/** Orders of an item by week, the newest 26 weeks, oldest first. */
function weekly(baskets: Baskets, byItem: Ragged, item: number, now: number): number[] {
  const counts = Array<number>(weeks).fill(0)
  for (const basket of rowOf(byItem, item)) {
    const week = weeks - 1 - Math.floor((now - (baskets.at[basket] ?? 0)) / weekDays)
    if (week >= 0 && week < weeks) counts[week] = (counts[week] ?? 0) + 1
  }
  return counts
}

/**
 * Correlation (Spearman) of two items' weekly orders as shares of the shop's: below 0, one sells when the other does
 * not. NaN when either hardly sold.
 */
export function turnTaking(
  baskets: Baskets,
  byItem: Ragged,
  a: number,
  b: number,
  now: number
): number {
  const [x, y] = [weekly(baskets, byItem, a, now), weekly(baskets, byItem, b, now)]
  const busy = (counts: number[]) => counts.filter((count) => count > 0).length >= weeks / 3
  if (!busy(x) || !busy(y)) return Number.NaN
  return correlation(ranks(x), ranks(y))
}

function ranks(values: number[]): number[] {
  const sorted = values.toSorted((a, b) => a - b)
  return values.map((value) => (sorted.indexOf(value) + sorted.lastIndexOf(value)) / 2)
}

function correlation(x: number[], y: number[]): number {
  const middle = (values: number[]) => values.reduce((sum, one) => sum + one, 0) / values.length
  const [mx, my] = [middle(x), middle(y)]
  let [xy, xx, yy] = [0, 0, 0]
  for (const [i, value] of x.entries()) {
    const [dx, dy] = [value - mx, (y[i] ?? 0) - my]
    xy += dx * dy
    xx += dx * dx
    yy += dy * dy
  }
  return xy / Math.sqrt(xx * yy)
}

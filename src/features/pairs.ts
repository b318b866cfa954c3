import { type Baskets, itemsOf, type Ragged, rowOf } from "./baskets"

/** Two products in the same orders. */
export type PairCount = {
  a: number
  b: number
  together: number
  ofA: number
  ofB: number
  orders: number
}

/** Orders that hold both; `byItem` from `basketsByItem`. */
export function countPair(byItem: Ragged, a: number, b: number, orders: number): PairCount {
  const [left, right] = [rowOf(byItem, a), rowOf(byItem, b)]
  let together = 0
  for (let i = 0, j = 0; i < left.length && j < right.length; ) {
    const [x, y] = [left[i] ?? 0, right[j] ?? 0]
    if (x === y) together++
    if (x <= y) i++
    if (y <= x) j++
  }
  return { a, b, together, ofA: left.length, ofB: right.length, orders }
}

/** How many times more often together than by chance. */
export const liftOf = ({ together, ofA, ofB, orders }: PairCount) =>
  (together * orders) / Math.max(1, ofA * ofB)

/** Buyers of one product who come for another (or the same) later. */
export type Comeback = {
  buyers: number
  came: number
  /** Quartiles of the days between. */
  days: { low: number; median: number; high: number }
}

/** For each buyer the first purchase of `a` and the first of `b` after it, in another order. */
export function countComeback(
  baskets: Baskets,
  byItem: Ragged,
  byBuyer: Ragged,
  a: number,
  b: number
): Comeback {
  const firsts = new Map<number, number>()
  for (const basket of rowOf(byItem, a)) {
    const buyer = baskets.buyer[basket] ?? 0
    if (buyer > 0 && !firsts.has(buyer)) firsts.set(buyer, basket)
  }
  const gaps: number[] = []
  for (const [buyer, first] of firsts) {
    const later = rowOf(byBuyer, buyer).find(
      (basket) => basket > first && itemsOf(baskets, basket).includes(b)
    )
    if (later !== undefined) gaps.push((baskets.at[later] ?? 0) - (baskets.at[first] ?? 0))
  }
  const sorted = gaps.toSorted((x, y) => x - y)
  const at = (share: number) => sorted[Math.floor(sorted.length * share)] ?? Number.NaN
  return {
    buyers: firsts.size,
    came: gaps.length,
    days: { low: at(0.25), median: at(0.5), high: at(0.75) }
  }
}

import {
  type Baskets,
  basketCount,
  invert,
  itemsOf,
  type Ragged,
  rowOf
} from "../../src/features/baskets"
import { Accumulator } from "./accumulator"
import { emptyTopRows, setTopRow, type TopRows } from "./top-rows"

/** An item of more baskets than this is judged by its newest ones. */
const mostBaskets = 4_000
/** A pair must be seen a few times before its cosine counts in full; buyers pair more things by chance than baskets. */
const shrink = 3
const buyerShrink = 10
/** Of a buyer who took more different items than this, the newest count. */
const mostOfBuyer = 300
/** How far a later basket may lie, in baskets of the same buyer, and how much less each step counts. */
const mostSteps = 6
const stepWeight = 0.7
/** A wholesaler's basket gives at most so many of its items as "came later". */
const mostLater = 24

/** A long basket says less about each of its pairs (inverse log, as in Adamic and Adar 2003). */
const sizeWeight = (size: number) => 1 / Math.log2(1 + size)

type FillRow = (item: number, sums: Accumulator) => void

/** Rows of shrunk cosines: Σ weights of shared baskets over the root of both items' basket counts. */
function cosineRows(
  byItem: Ragged,
  top: TopRows,
  rows: Iterable<number>,
  fill: FillRow,
  shrunk = shrink
): TopRows {
  const sums = new Accumulator(top.scales.length)
  for (const item of rows) {
    fill(item, sums)
    const own = rowOf(byItem, item).length
    const values = Float32Array.from(
      sums.touched,
      (other) => (sums.values[other] ?? 0) / (Math.sqrt(own * rowOf(byItem, other).length) + shrunk)
    )
    setTopRow(top, item, sums.touched, values)
    sums.clear()
  }
  return top
}

/**
 * What lies in the same basket: row = item, columns = its companions. With `before`, only `rows` are counted anew.
 */
export function countTogether(
  baskets: Baskets,
  byItem: Ragged,
  k: number,
  rows: Iterable<number> = Array(baskets.items).keys(),
  before = emptyTopRows(baskets.items, k)
): TopRows {
  return cosineRows(byItem, before, rows, (item, sums) => {
    for (const basket of rowOf(byItem, item).slice(-mostBaskets)) {
      const items = itemsOf(baskets, basket)
      const weight = sizeWeight(items.length)
      for (const other of items) if (other !== item) sums.add(other, weight)
    }
  })
}

/** For each basket the buyer's next one; −1 where none follows or the buyer is unknown. */
function nextBaskets(baskets: Baskets, byBuyer: Ragged): Int32Array {
  const next = new Int32Array(basketCount(baskets)).fill(-1)
  for (let buyer = 1; buyer + 1 < byBuyer.start.length; buyer++) {
    const own = rowOf(byBuyer, buyer)
    for (let i = 1; i < own.length; i++) next[own[i - 1] ?? 0] = own[i] ?? -1
  }
  return next
}

/** What the same buyer takes in later baskets, the sooner the more: row = first item, columns = later items. */
export function countAfter(
  baskets: Baskets,
  byItem: Ragged,
  byBuyer: Ragged,
  k: number,
  rows: Iterable<number> = Array(baskets.items).keys(),
  before = emptyTopRows(baskets.items, k)
): TopRows {
  const next = nextBaskets(baskets, byBuyer)
  return cosineRows(byItem, before, rows, (item, sums) => {
    for (const first of rowOf(byItem, item).slice(-mostBaskets)) {
      const given = sizeWeight(itemsOf(baskets, first).length)
      for (let step = 0, basket = next[first] ?? -1; basket >= 0 && step < mostSteps; step++) {
        const items = itemsOf(baskets, basket)
        const weight = given * stepWeight ** step * sizeWeight(items.length)
        const stride = Math.max(1, items.length / mostLater)
        for (let i = 0; i < items.length; i += stride) {
          const other = items[Math.floor(i)] ?? item
          if (other !== item) sums.add(other, weight)
        }
        basket = next[basket] ?? -1
      }
    }
  })
}

/** What the same buyers take at any time: row = item, columns = the others; `sets` are each buyer's distinct items. */
export function countAlso(sets: Ragged, items: number, k: number): TopRows {
  const byItem = invert(sets, items)
  const top = emptyTopRows(items, k)
  return cosineRows(
    byItem,
    top,
    Array(items).keys(),
    (item, sums) => {
      for (const buyer of rowOf(byItem, item).slice(-mostBaskets)) {
        const own = rowOf(sets, buyer).slice(-mostOfBuyer)
        const weight = sizeWeight(own.length)
        for (const other of own) if (other !== item) sums.add(other, weight)
      }
    },
    buyerShrink
  )
}

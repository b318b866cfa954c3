import { Accumulator } from "../../../models/recommendation/accumulator"
import type { Case } from "../../../models/recommendation/examples"
import { countPopularity, type Popularity } from "../../../models/recommendation/popularity"
import { shown } from "../../../models/recommendation/quality"
import { largest } from "../../../models/recommendation/top-rows"
import {
  type Baskets,
  basketsByBuyer,
  itemsByBuyer,
  itemsOf,
  type Ragged,
  rowOf
} from "../../../src/features/baskets"

/** One of the ways to beat: the first ten for a case. */
export type Baseline = { name: string; rank: (one: Case) => number[] }

/** What a row of item-kNN and EASE is: all that one buyer took, or one basket. */
export type RowsOf = "buyers" | "baskets"

/** What a case is judged by: its basket alone, or also the buyer's earlier baskets. */
export type Given = "basket" | "all"

/** Weight of a buyer's basket, a step back (Amazon Beauty's best untrained method, PERFORMANCE.md). */
const recency = 0.7
const leastWeight = 1e-4

/** Whether buyers ever take a thing twice: reviews (Amazon Beauty) hold no repeats, shops do. */
function hasRepeats(history: Baskets, distinct: Ragged): boolean {
  const strangers = history.buyer.reduce(
    (lines, buyer, b) => lines + (buyer === 0 ? itemsOf(history, b).length : 0),
    0
  )
  return distinct.values.length < 0.99 * (history.item.length - strangers)
}

/** The history with what every baseline reads of it. */
export class Past {
  readonly popularity: Popularity
  readonly byBuyer: Ragged
  private readonly distinct: Ragged
  private readonly skipsSeen: boolean
  private readonly bestSellers: number[]
  private readonly sums: Accumulator

  constructor(readonly history: Baskets) {
    this.popularity = countPopularity(history)
    this.byBuyer = basketsByBuyer(history)
    this.distinct = itemsByBuyer(history, this.byBuyer)
    this.skipsSeen = !hasRepeats(history, this.distinct)
    this.bestSellers = this.byCount(this.popularity.all.counts)
    this.sums = new Accumulator(history.items)
  }

  /** Rows of distinct items. */
  rows(of: RowsOf): Ragged {
    return of === "baskets"
      ? { start: this.history.start, values: this.history.item }
      : this.distinct
  }

  baskets(buyer: number): Uint32Array {
    const known = buyer > 0 && buyer + 1 < this.byBuyer.start.length
    return known ? rowOf(this.byBuyer, buyer) : new Uint32Array()
  }

  /** Times that the buyer took each item. */
  counts(buyer: number): Map<number, number> {
    const counts = new Map<number, number>()
    for (const basket of this.baskets(buyer)) {
      for (const item of itemsOf(this.history, basket)) {
        counts.set(item, (counts.get(item) ?? 0) + 1)
      }
    }
    return counts
  }

  /** A case's items with their weights: the basket in full, earlier baskets less a step back. */
  weights({ query }: Case, given: Given): Map<number, number> {
    const weights = new Map<number, number>(query.basket.map((item) => [item, 1]))
    if (given === "basket") return weights
    const offset = query.basket.length > 0 ? 1 : 0
    for (const [step, basket] of this.baskets(query.buyer).slice().reverse().entries()) {
      const weight = recency ** (step + offset)
      if (weight < leastWeight) break
      for (const item of itemsOf(this.history, basket)) {
        weights.set(item, (weights.get(item) ?? 0) + weight)
      }
    }
    return weights
  }

  /** What lies in the basket already, and in sets where nobody buys twice, what was bought. */
  excluded({ query }: Case): Set<number> {
    const seen = this.skipsSeen ? this.counts(query.buyer).keys() : []
    return new Set([...query.basket, ...seen])
  }

  /** Items by count, those that were never sold left out. */
  byCount(counts: Float32Array): number[] {
    const sold = counts.filter((count) => count > 0).length
    return largest(counts, sold)
  }

  /** The first ten that may be suggested, filled up with best sellers. */
  first(one: Case, ranked: Iterable<number>): number[] {
    const excluded = this.excluded(one)
    const chosen = new Set<number>()
    for (const list of [ranked, this.bestSellers]) {
      for (const item of list) {
        if (chosen.size === shown) return [...chosen]
        if (!excluded.has(item)) chosen.add(item)
      }
    }
    return [...chosen]
  }

  /** The first ten by the sums that `fill` makes. */
  ranked(one: Case, fill: (sums: Accumulator) => void): number[] {
    const { sums } = this
    fill(sums)
    const excluded = this.excluded(one)
    const ids = sums.touched.filter((item) => !excluded.has(item))
    const values = Float32Array.from(ids, (item) => sums.values[item] ?? 0)
    sums.clear()
    return this.first(
      one,
      largest(values, shown).map((at) => ids[at] ?? 0)
    )
  }
}

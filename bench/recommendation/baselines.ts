import { Accumulator } from "../../models/recommendation/accumulator"
import { easeWeights, headItems, type ItemSets } from "../../models/recommendation/ease"
import type { Case } from "../../models/recommendation/examples"
import { countPopularity } from "../../models/recommendation/popularity"
import { personalRanking, shown } from "../../models/recommendation/quality"
import { largest } from "../../models/recommendation/top-rows"
import {
  type Baskets,
  basketsByBuyer,
  invert,
  itemsByBuyer,
  itemsOf,
  type Ragged,
  rowOf
} from "../../src/features/baskets"

/** One of the ways to beat: the first ten for a case. */
export type Baseline = { name: string; rank: (one: Case) => number[] }

/** Weight of a buyer's basket, a step back (Amazon Beauty's best untrained method, PERFORMANCE.md). */
const recency = 0.7
const headSize = 5_000

type Past = { history: Baskets; byBuyer: Ragged; skipSeen: boolean }

const ownBaskets = ({ byBuyer }: Past, buyer: number) =>
  buyer > 0 && buyer + 1 < byBuyer.start.length ? rowOf(byBuyer, buyer) : new Uint32Array()

function countsOf(past: Past, buyer: number): Map<number, number> {
  const counts = new Map<number, number>()
  for (const basket of ownBaskets(past, buyer)) {
    for (const item of itemsOf(past.history, basket)) counts.set(item, (counts.get(item) ?? 0) + 1)
  }
  return counts
}

/** What must not be suggested: what lies in the basket, and in sets where nobody buys twice, what was bought. */
function excludedFor(past: Past, { query }: Case): Set<number> {
  const seen = past.skipSeen ? countsOf(past, query.buyer).keys() : []
  return new Set([...query.basket, ...seen])
}

function topScores(scores: Float32Array, excluded: Set<number>): number[] {
  const kept = scores.slice()
  for (const item of excluded) kept[item] = Number.NEGATIVE_INFINITY
  return largest(kept, shown)
}

/** What a case is judged by: its basket alone, or also the buyer's earlier baskets. */
type Given = "basket" | "all"

/** A case's items with their weights: the basket in full, earlier baskets less a step back. */
function weightedItems(past: Past, { query }: Case, given: Given): Map<number, number> {
  const weights = new Map<number, number>(query.basket.map((item) => [item, 1]))
  if (given === "basket") return weights
  const offset = query.basket.length > 0 ? 1 : 0
  for (const [step, basket] of ownBaskets(past, query.buyer).slice().reverse().entries()) {
    const weight = recency ** (step + offset)
    if (weight < 1e-4) break
    for (const item of itemsOf(past.history, basket)) {
      weights.set(item, (weights.get(item) ?? 0) + weight)
    }
  }
  return weights
}

/** Binary rows: one a buyer, or one a basket. */
const rowsOf = ({ history, byBuyer }: Past, of: "buyers" | "baskets"): Ragged =>
  of === "baskets" ? { start: history.start, values: history.item } : itemsByBuyer(history, byBuyer)

/** Item-kNN: cosine of binary columns, all neighbours kept. */
function itemKnn(
  past: Past,
  of: "buyers" | "baskets",
  shrink: number
): (name: string, given: Given) => Baseline {
  const { items } = past.history
  const rows = rowsOf(past, of)
  const columns = invert(rows, items)
  const cosines = new Map<number, { ids: Uint32Array; values: Float32Array }>()
  const sums = new Accumulator(items)
  const cosinesOf = (item: number) => {
    const known = cosines.get(item)
    if (known) return known
    for (const row of rowOf(columns, item)) for (const other of rowOf(rows, row)) sums.add(other, 1)
    const ids = sums.touched.filter((other) => other !== item)
    const own = rowOf(columns, item).length
    const values = Float32Array.from(
      ids,
      (other) =>
        (sums.values[other] ?? 0) / (Math.sqrt(own * rowOf(columns, other).length) + shrink)
    )
    sums.clear()
    const made = { ids, values }
    cosines.set(item, made)
    return made
  }
  return (name, given) => ({
    name,
    rank(one) {
      const scores = new Float32Array(items)
      for (const [item, weight] of weightedItems(past, one, given)) {
        const { ids, values } = cosinesOf(item)
        for (const [i, other] of ids.entries()) {
          scores[other] = (scores[other] ?? 0) + weight * (values[i] ?? 0)
        }
      }
      return topScores(scores, excludedFor(past, one))
    }
  })
}

async function ease(
  past: Past,
  of: "buyers" | "baskets",
  ridge: number
): Promise<(name: string, given: Given) => Baseline> {
  const { items } = past.history
  const { all } = countPopularity(past.history)
  const head = headItems(all.counts, headSize)
  const column = new Map([...head].map((item, at) => [item, at]))
  const itemSets: ItemSets = { sets: rowsOf(past, of), ridge, weigh: () => 1 }
  const weights = await easeWeights(itemSets, head, items)
  const n = head.length
  return (name, given) => ({
    name,
    rank(one) {
      const sums = new Float32Array(n)
      for (const [item, weight] of weightedItems(past, one, given)) {
        const at = column.get(item)
        if (at === undefined) continue
        for (let j = 0; j < n; j++) sums[j] = (sums[j] ?? 0) + weight * (weights[at * n + j] ?? 0)
      }
      const scores = new Float32Array(items).fill(-1e9)
      for (const [at, item] of head.entries()) scores[item] = sums[at] ?? 0
      return topScores(scores, excludedFor(past, one))
    }
  })
}

const tifu = { neighbours: 300, within: 0.9, between: 0.7, blend: 0.7, group: 7 }

/** TIFU-KNN (Hu et al. 2020) with its authors' parameters for Ta-Feng. */
function tifuKnn(past: Past): Baseline {
  const { history, byBuyer } = past
  const buyers = byBuyer.start.length - 1
  const vectors = Array.from({ length: buyers }, (_, buyer) =>
    tifuVector(history, rowOf(byBuyer, buyer))
  )
  const norms = vectors.map((vector) => [...vector.values()].reduce((sum, v) => sum + v * v, 0))
  const postings = Array.from({ length: history.items }, () => [] as [number, number][])
  for (const [buyer, vector] of vectors.entries()) {
    for (const [item, value] of vector) postings[item]?.push([buyer, value])
  }
  return {
    name: "tifu_knn",
    rank(one) {
      const { buyer } = one.query
      const vector = vectors[buyer] ?? new Map<number, number>()
      const closeness = Float32Array.from(norms, (norm) => -norm)
      for (const [item, value] of vector) {
        for (const [other, theirs] of postings[item] ?? []) {
          closeness[other] = (closeness[other] ?? 0) + 2 * value * theirs
        }
      }
      closeness[buyer] = Number.NEGATIVE_INFINITY
      closeness[0] = Number.NEGATIVE_INFINITY
      const scores = new Float32Array(history.items)
      for (const [item, value] of vector) scores[item] = tifu.blend * value
      for (const near of largest(closeness, tifu.neighbours)) {
        for (const [item, value] of vectors[near] ?? []) {
          scores[item] = (scores[item] ?? 0) + ((1 - tifu.blend) * value) / tifu.neighbours
        }
      }
      return topScores(scores, excludedFor(past, one))
    }
  }
}

function tifuVector(history: Baskets, own: Uint32Array): Map<number, number> {
  const vector = new Map<number, number>()
  const groups = Math.ceil(own.length / tifu.group)
  // the first group is the short one, so that the newest are whole
  const short = own.length - (groups - 1) * tifu.group
  for (const [step, basket] of own.entries()) {
    const group = step < short ? 0 : 1 + Math.floor((step - short) / tifu.group)
    const size = group === 0 ? short : tifu.group
    const place = group === 0 ? step : (step - short) % tifu.group
    const weight =
      (tifu.between ** (groups - 1 - group) * tifu.within ** (size - 1 - place)) / (size * groups)
    for (const item of itemsOf(history, basket)) vector.set(item, (vector.get(item) ?? 0) + weight)
  }
  return vector
}

/** All ways to beat, on the same history. `of`: what a row of item-kNN and EASE is. */
export async function baselinesOf(history: Baskets, of: "buyers" | "baskets"): Promise<Baseline[]> {
  const byBuyer = basketsByBuyer(history)
  const past: Past = { history, byBuyer, skipSeen: !hasRepeats(history, byBuyer) }
  const { all, recent, newest } = countPopularity(history)
  const bestSellers = largest(all.counts, 1_000)
  const popular = (name: string, { counts }: typeof all): Baseline => ({
    name,
    rank: (one) => topScores(counts, excludedFor(past, one))
  })
  const personal = (name: string, fill: number[], ties: Float32Array): Baseline => ({
    name,
    rank: (one) =>
      personalRanking(countsOf(past, one.query.buyer), ties, fill, excludedFor(past, one))
  })
  const [knn, knnShrunk] = [itemKnn(past, of, 0), itemKnn(past, of, 20)]
  const [ease100, ease400] = [await ease(past, of, 100), await ease(past, of, 400)]
  const givens: Given[] = of === "baskets" ? ["basket", "all"] : ["all"]
  const suffix = (given: Given) => (given === "all" ? "_recency" : "")
  return [
    popular("popularity", all),
    popular("popularity_window20", recent),
    popular("popularity_window5", newest),
    personal("personal_top", [], new Float32Array()),
    personal("gp_topfreq", bestSellers, all.counts),
    personal("gp_topfreq_window20", largest(recent.counts, 1_000), recent.counts),
    tifuKnn(past),
    ...givens.flatMap((given) => [
      knn(`item_knn${suffix(given)}`, given),
      knnShrunk(`item_knn_shrink20${suffix(given)}`, given),
      ease100(`ease_l100${suffix(given)}`, given),
      ease400(`ease_l400${suffix(given)}`, given)
    ])
  ]
}

/** Whether buyers ever take a thing twice: reviews (Amazon Beauty) hold no repeats, shops do. */
function hasRepeats(history: Baskets, byBuyer: Ragged): boolean {
  let lines = 0
  let distinct = 0
  for (let buyer = 1; buyer + 1 < byBuyer.start.length; buyer++) {
    const own = new Set<number>()
    for (const basket of rowOf(byBuyer, buyer)) {
      for (const item of itemsOf(history, basket)) {
        own.add(item)
        lines++
      }
    }
    distinct += own.size
  }
  return distinct < 0.99 * lines
}

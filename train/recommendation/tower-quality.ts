import {
  type ProductText,
  productBuckets,
  towerVector
} from "../../models/recommendation/text-tower"
import { hashedBag, textGrams } from "../../src/features/text-hash"
import type { DrawPair } from "./tower"

export type Retrieval = { at1: number; at5: number; queries: number }

type Embed = (product: ProductText) => Float32Array

const dot = (a: Float32Array, b: Float32Array) =>
  a.reduce((sum, value, d) => sum + value * (b[d] ?? 0), 0)

export const towerEmbed =
  (table: Float32Array): Embed =>
  (product) =>
    towerVector(table, productBuckets(product))

/** Share of offers whose nearest other offers (of all clusters together) hold one of the same product. */
export function retrieval(
  clusters: ProductText[][],
  score: (a: number, b: number) => number
): Retrieval {
  const owner = clusters.flatMap((offers, cluster) => offers.map(() => cluster))
  let at1 = 0
  let at5 = 0
  let queries = 0
  for (let i = 0; i < owner.length; i += 4) {
    const nearest = owner
      .map((_, j) => ({ j, value: j === i ? Number.NEGATIVE_INFINITY : score(i, j) }))
      .sort((a, b) => b.value - a.value)
      .slice(0, 5)
      .map(({ j }) => owner[j] === owner[i])
    queries++
    if (nearest[0]) at1++
    if (nearest.some(Boolean)) at5++
  }
  return { at1: at1 / queries, at5: at5 / queries, queries }
}

export function towerRetrieval(clusters: ProductText[][], table: Float32Array): Retrieval {
  // titles alone: the category would give too much away
  const vectors = clusters.flat().map(({ title }) => towerEmbed(table)({ title }))
  return retrieval(clusters, (a, b) =>
    dot(vectors[a] ?? new Float32Array(), vectors[b] ?? new Float32Array())
  )
}

const bagBuckets = 1 << 18

/** The plain way: TF-IDF over the same grams, cosine. */
export function tfidfRetrieval(clusters: ProductText[][]): Retrieval {
  const bags = clusters
    .flat()
    .map(({ title }) => hashedBag(textGrams(title, { words: 2, chars: [3, 5] }), bagBuckets))
  const holders = new Map<number, number>()
  for (const { indices } of bags) for (const i of indices) holders.set(i, (holders.get(i) ?? 0) + 1)
  const vectors = bags.map(({ indices, counts }) => {
    const values = new Map<number, number>()
    let square = 0
    for (const [at, bucket] of indices.entries()) {
      const value =
        (1 + Math.log(counts[at] ?? 1)) * Math.log(bags.length / (holders.get(bucket) ?? 1))
      values.set(bucket, value)
      square += value * value
    }
    return { values, norm: Math.sqrt(square) }
  })
  return retrieval(clusters, (a, b) => {
    const [left, right] = [vectors[a], vectors[b]]
    if (!left || !right) return 0
    let sum = 0
    for (const [bucket, value] of left.values) sum += value * (right.values.get(bucket) ?? 0)
    return sum / (left.norm * right.norm)
  })
}

/** Share of invented products found again in another language among as many others. */
export function translationRetrieval(
  table: Float32Array,
  draw: DrawPair,
  random: () => number,
  n = 500
): number {
  const embed = towerEmbed(table)
  const pairs = Array.from({ length: n }, () => draw(random))
  const right = pairs.map(([, b]) => embed(b))
  const found = pairs.filter(([a], i) => {
    const left = embed(a)
    const scores = right.map((vector) => dot(left, vector))
    return scores.indexOf(Math.max(...scores)) === i
  })
  return found.length / n
}

import { fitTrees, marginOf, type Trees } from "./boosting"
import { type Candidates, candidateFeatures, candidateWidth } from "./candidates"
import type { Examples } from "./examples"
import { largest } from "./top-rows"

/**
 * The shipped trees and, on top of them, those learnt from the seller's own history. `plain`: where these did no better
 * than counting on later questions, the counts rank.
 */
export type Ranker = { prior: Trees; own: Trees; plain: boolean }

export type Ranked = {
  item: number /** Chance that it is taken, as far as the past tells. */
  chance: number
}

export const treeDepth = 5
const options = { trees: 80, depth: treeDepth, rate: 0.12, ridge: 20, seed: 1 }

const columns = {
  count: candidateFeatures.indexOf("count"),
  hazard: candidateFeatures.indexOf("hazard"),
  popularity: candidateFeatures.indexOf("popularity")
}
const logit = (share: number) => Math.log(share / (1 - share))
const within = (share: number) => Math.min(0.999, Math.max(1e-6, share))

/** By counts alone: how often such a thing is bought again, else the share of orders that hold it. */
function plainMargin(values: Float32Array, start: number): number {
  const at = (column: number) => values[start + column] ?? 0
  const share = at(columns.count) > 0 ? at(columns.hazard) : Math.exp(at(columns.popularity))
  return logit(within(share))
}

function marginAt({ prior, own, plain }: Ranker, values: Float32Array, row: number): number {
  const start = row * candidateWidth
  return plain
    ? plainMargin(values, start)
    : marginOf(prior, values, start) + marginOf(own, values, start)
}

/**
 * Boosts on from the prior.
 * @param held cases later than the examples, which say when to stop
 */
export function fitRanker(prior: Trees, examples: Examples, held: Examples): Ranker {
  const join = <T extends Float32Array | Uint8Array>(a: T, b: T): T => {
    const both = new (a.constructor as new (size: number) => T)(a.length + b.length)
    both.set(a)
    both.set(b, a.length)
    return both
  }
  const values = join(examples.values, held.values)
  const labels = join(examples.labels, held.labels)
  const margin = Float32Array.from(labels, (_, row) =>
    marginOf(prior, values, row * candidateWidth)
  )
  const own = fitTrees(
    {
      values,
      width: candidateWidth,
      labels,
      weights: join(examples.weights, held.weights),
      margin,
      trained: examples.labels.length
    },
    options
  )
  return { prior, own, plain: false }
}

/** The k best candidates, best first. */
export function rank(ranker: Ranker, { ids, values }: Candidates, k: number): Ranked[] {
  const margins = Float32Array.from(ids, (_, row) => marginAt(ranker, values, row))
  return largest(margins, k).map((row) => ({
    item: ids[row] ?? 0,
    chance: 1 / (1 + Math.exp(-(margins[row] ?? 0)))
  }))
}

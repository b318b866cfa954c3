import { fitTrees, marginOf, type Trees } from "./boosting"
import { type Candidates, candidateFeatures, candidateWidth } from "./candidates"
import type { Examples, Task } from "./examples"
import { largest } from "./top-rows"

/** The shipped trees and, on top of them, those learnt from the seller's own history; `counts`: say of plain counts, 0 to 1. */
export type Ranker = { prior: Trees; own: Trees; counts: number }

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

/**
 * A little of the counts steadies the trees, which cut the most popular products into steps; chosen on cuts of sets one
 * basket before those that are reported.
 */
export const usualCounts: Record<Task, number> = { next: 0.15, with: 0 }

/** By counts alone: how often such a thing is bought again, else the share of orders that hold it. */
function countMargin(values: Float32Array, start: number): number {
  const at = (column: number) => values[start + column] ?? 0
  const share = at(columns.count) > 0 ? at(columns.hazard) : Math.exp(at(columns.popularity))
  return logit(within(share))
}

function marginAt({ prior, own, counts }: Ranker, values: Float32Array, row: number): number {
  const start = row * candidateWidth
  const trees = counts < 1 ? marginOf(prior, values, start) + marginOf(own, values, start) : 0
  return counts > 0 ? (1 - counts) * trees + counts * countMargin(values, start) : trees
}

/**
 * Boosts on from the prior.
 * @param held cases later than the examples, which say when to stop
 */
export function fitOwn(prior: Trees, examples: Examples, held: Examples): Trees {
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
  return fitTrees(
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
}

/** The k best candidates, best first. */
export function rank(ranker: Ranker, { ids, values }: Candidates, k: number): Ranked[] {
  const margins = Float32Array.from(ids, (_, row) => marginAt(ranker, values, row))
  return largest(margins, k).map((row) => ({
    item: ids[row] ?? 0,
    chance: 1 / (1 + Math.exp(-(margins[row] ?? 0)))
  }))
}

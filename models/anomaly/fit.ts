import { type Forest, fitForest } from "./isolation-forest"
import { seededRandom } from "./random"
import { fitTails, type Tails } from "./tails"
import type { TensorFit } from "./tensor-scores"
import { fitWhitening, standardize, type Whitening } from "./whitening"

/** Fewer orders than this say nothing of what is usual. */
export const fewestOrders = 50

const referenceRows = 512

/** What the model learnt from one seller's history; structured-cloneable. */
export type AnomalyFit = {
  orders: number
  alertRate: number
  tails: Tails
  whitening: Whitening
  forest: Forest
  tensor: TensorFit
  /** Sorted scores of the history: of each scorer, of their ensemble, and of what is ranked in the end. */
  ranks: Record<ScorerName | "ensemble" | "final", Float32Array>
}

export const scorerNames = ["forest", "mahalanobis", "density", "tail", "prior"] as const
export type ScorerName = (typeof scorerNames)[number]

/** How much each scorer's rank counts; chosen on shops of other seeds by `npm run train -- anomaly`. */
export const scorerWeights: Record<ScorerName, number> = {
  forest: 1,
  mahalanobis: 1,
  density: 1,
  tail: 1,
  prior: 4
}

/** Everything of a fit that needs no tensor; the ranks come once the scores of the history are known. */
export function fitShapes(
  rows: Float32Array[],
  features: number,
  seed: number
): Omit<AnomalyFit, "ranks" | "alertRate"> {
  const random = seededRandom(seed)
  const whitening = fitWhitening(rows, features)
  const size = Math.min(referenceRows, Math.floor(rows.length / 2))
  const chosen = Array.from(
    { length: size },
    () => rows[Math.floor(random() * rows.length)] ?? new Float32Array(features)
  )
  const reference = new Float32Array(size * features)
  chosen.forEach((row, i) => {
    reference.set(whiten(whitening, row), i * features)
  })
  return {
    orders: rows.length,
    tails: fitTails(rows, features),
    whitening,
    forest: fitForest(rows, features, seed),
    // Silverman's rule would shrink with n; half the typical distance between strangers is steadier in 24 dimensions
    tensor: { features, matrix: whitening.matrix, reference, bandwidth: Math.sqrt(features) / 2 }
  }
}

function whiten(whitening: Whitening, row: Float32Array): Float32Array {
  const { features, matrix } = whitening
  const z = standardize(whitening, row)
  return z.map((_, i) => {
    let sum = 0
    for (let j = 0; j < features; j++) sum += (matrix[i * features + j] ?? 0) * (z[j] ?? 0)
    return sum
  })
}

/** Ten times the largest relative difference between backends (test/e2e/backends.test.ts). */
const sameWithin = 1e-5

/**
 * Share of a sorted history below a score, 0..1. Scores that differ by no more than backends do count as equal:
 * else a row in a run of ties would jump over all of them when WASM takes over from the GPU.
 */
export function rankOf(sorted: Float32Array, score: number): number {
  const least = score - sameWithin * Math.abs(score)
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] ?? 0) < least) low = middle + 1
    else high = middle
  }
  return low / sorted.length
}

/** The three largest surprises: one clear oddity is enough, ten small ones are not. */
export function tailScore(surprises: Float32Array): number {
  const [a = 0, b = 0, c = 0] = [...surprises].sort((x, y) => y - x)
  return a + b + c
}

/** −ln of the share of a sorted history that is as high. */
export function rankSurprise(sorted: Float32Array, score: number): number {
  return -Math.log(1 - rankOf(sorted, score) + 1 / (sorted.length + 1))
}

/** The scorers' surprises, weighted and summed. */
export function ensembleScore(surprises: Record<ScorerName, number>): number {
  return scorerNames.reduce((sum, name) => sum + scorerWeights[name] * surprises[name], 0)
}

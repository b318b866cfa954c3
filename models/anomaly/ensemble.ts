import { type Forest, fitForest, forestScores } from "./isolation-forest"
import type { Matrix } from "./matrix"
import { fitNeighbours, type Neighbours, neighbourScores } from "./neighbours"
import { rankSurprise } from "./ranks"
import { fitScaling, type Scaling, standardize } from "./standardize"

export const detectorNames = ["forest", "neighbours"] as const
export type DetectorName = (typeof detectorNames)[number]

/** What needs no labels: where a row is easy to isolate, and how far its nearest rows are. */
export type Ensemble = {
  scaling: Scaling
  forest: Forest
  neighbours: Neighbours
  /** Sorted scores of the history, by detector. */
  ranks: Record<DetectorName, Float32Array>
}

/**
 * Fits both detectors on any table of numbers. The forest cuts one column at a time and overlooks what is odd only
 * in combination; distances see that, and lose oddities of one column among many: each covers for the other.
 */
export function fitEnsemble(history: Matrix, seed: number, leastSpread?: number): Ensemble {
  const scaling = fitScaling(history, leastSpread)
  const standard = standardize(scaling, history)
  const forest = fitForest(history, seed)
  const neighbours = fitNeighbours(standard, seed + 1)
  return {
    scaling,
    forest,
    neighbours,
    ranks: {
      forest: forestScores(forest, history).sort(),
      neighbours: neighbourScores(neighbours, standard, true).sort()
    }
  }
}

/** What the detectors say of rows; `distance` is the mean distance to the nearest of the history. */
export type Detected = Record<DetectorName, Float32Array> & {
  standard: Matrix
  distance: Float32Array
}

/**
 * How surprising each row is to each detector: −ln of the share of the history that scores as high.
 * @param isHistory the rows are those that were fitted, in their order
 */
export function detectorSurprises(
  { scaling, forest, neighbours, ranks }: Ensemble,
  rows: Matrix,
  isHistory = false
): Detected {
  const standard = standardize(scaling, rows)
  const distance = neighbourScores(neighbours, standard, isHistory)
  return {
    standard,
    distance,
    forest: forestScores(forest, rows).map((score) => rankSurprise(ranks.forest, score)),
    neighbours: distance.map((score) => rankSurprise(ranks.neighbours, score))
  }
}

/** The larger surprise of the two: what one detector sees clearly the other need not see (Aggarwal, Sathe 2015). */
export function ensembleScores(ensemble: Ensemble, rows: Matrix, isHistory = false): Float32Array {
  const { forest, neighbours } = detectorSurprises(ensemble, rows, isHistory)
  return forest.map((surprise, i) => Math.max(surprise, neighbours[i] ?? 0))
}

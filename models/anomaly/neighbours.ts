import { drawWithout, type Matrix } from "./matrix"
import { seededRandom } from "./random"

/** Several small samples of a history, side by side; distances to the nearest rows of each are averaged. */
export type Neighbours = {
  samples: number
  perSample: number
  /** Which row of the history a reference is: a row is no neighbour of itself. */
  rowOf: Int32Array
  references: Matrix
}

const samples = 8
const perSample = 64
const nearest = 3

/**
 * Distance-based outliers by sampling: a few small samples find them at least as well as all rows would, since a
 * sample has no dense clumps of anomalies (Sugiyama and Borgwardt 2013; Aggarwal and Sathe 2015).
 * @param history standardised rows
 */
export function fitNeighbours(history: Matrix, seed: number): Neighbours {
  const random = seededRandom(seed)
  const { rows, columns, values } = history
  const size = Math.min(perSample, rows)
  const rowOf = new Int32Array(samples * size)
  const references = new Float32Array(samples * size * columns)
  for (let sample = 0; sample < samples; sample++) {
    rowOf.set(drawWithout(random, rows, size), sample * size)
  }
  rowOf.forEach((row, i) => {
    references.set(values.subarray(row * columns, (row + 1) * columns), i * columns)
  })
  return {
    samples,
    perSample: size,
    rowOf,
    references: { rows: samples * size, columns, values: references }
  }
}

/**
 * Mean distance of each row to its nearest references.
 * @param isHistory the rows are those that were fitted, in their order: then a row's own reference is left out
 */
export function neighbourScores(
  { samples, perSample, rowOf, references }: Neighbours,
  { rows, columns, values }: Matrix,
  isHistory = false
): Float32Array {
  const scores = new Float32Array(rows)
  const known = references.values
  for (let row = 0; row < rows; row++) {
    const at = row * columns
    let total = 0
    for (let sample = 0; sample < samples; sample++) {
      let first = Number.POSITIVE_INFINITY
      let second = Number.POSITIVE_INFINITY
      let third = Number.POSITIVE_INFINITY
      for (let i = sample * perSample; i < (sample + 1) * perSample; i++) {
        if (isHistory && rowOf[i] === row) continue
        const base = i * columns
        let distance = 0
        for (let c = 0; c < columns; ) {
          // what is already farther than the third nearest need not be finished
          const end = Math.min(columns, c + 8)
          for (; c < end; c++) {
            const difference = (values[at + c] ?? 0) - (known[base + c] ?? 0)
            distance += difference * difference
          }
          if (distance >= third) break
        }
        if (distance >= third) continue
        if (distance < first) {
          third = second
          second = first
          first = distance
        } else if (distance < second) {
          third = second
          second = distance
        } else third = distance
      }
      total += meanRoot([first, second, third])
    }
    scores[row] = total / samples
  }
  return scores
}

/** Mean of the roots that are finite: a history of two rows has one neighbour only. */
function meanRoot(squares: number[]): number {
  const found = squares.slice(0, nearest).filter(Number.isFinite)
  return found.reduce((sum, square) => sum + Math.sqrt(square), 0) / Math.max(1, found.length)
}

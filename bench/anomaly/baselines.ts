import type { Matrix } from "../../models/anomaly/matrix"
import { fitScaling, standardize } from "../../models/anomaly/standardize"

const column = ({ rows, columns, values }: Matrix, c: number) =>
  Float64Array.from({ length: rows }, (_, row) => values[row * columns + c] ?? 0)

/** Histogram-based outlier score (Goldstein and Dengel 2012): ten bins of equal width, densities multiplied. */
export function hbosScores(table: Matrix, bins = 10): Float32Array {
  const scores = new Float32Array(table.rows)
  for (let c = 0; c < table.columns; c++) {
    const values = column(table, c)
    const low = values.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY)
    const high = values.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY)
    if (high <= low) continue
    const binOf = (value: number) =>
      Math.min(bins - 1, Math.floor(((value - low) / (high - low)) * bins))
    const counts = new Float64Array(bins)
    for (const value of values) counts[binOf(value)] = (counts[binOf(value)] ?? 0) + 1
    values.forEach((value, row) => {
      scores[row] = (scores[row] ?? 0) - Math.log((counts[binOf(value)] ?? 0) / table.rows + 1e-3)
    })
  }
  return scores
}

/** ECOD (Li et al. 2022): −ln of both empirical tails, and of the tail on the side of the skew; the largest sum. */
export function ecodScores(table: Matrix): Float32Array {
  const { rows } = table
  const sums = [0, 1, 2].map(() => new Float64Array(rows))
  const [left, right, skewed] = sums as [Float64Array, Float64Array, Float64Array]
  for (let c = 0; c < table.columns; c++) {
    const values = column(table, c)
    const sorted = values.slice().sort()
    const mean = values.reduce((a, b) => a + b, 0) / rows
    const skew = values.reduce((sum, value) => sum + (value - mean) ** 3, 0)
    values.forEach((value, row) => {
      const below = -Math.log(countTo(sorted, value, true) / rows)
      const above = -Math.log((rows - countTo(sorted, value, false)) / rows)
      left[row] = (left[row] ?? 0) + below
      right[row] = (right[row] ?? 0) + above
      skewed[row] = (skewed[row] ?? 0) + (skew < 0 ? below : above)
    })
  }
  return Float32Array.from(left, (sum, row) => Math.max(sum, right[row] ?? 0, skewed[row] ?? 0))
}

/** How many sorted values are below a value, or up to and with it. */
function countTo(sorted: Float64Array, value: number, inclusive: boolean): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    const one = sorted[middle] ?? 0
    if (one < value || (inclusive && one === value)) low = middle + 1
    else high = middle
  }
  return low
}

/** Distance to the k-th nearest of all other rows, on standardised columns (Ramaswamy et al. 2000; k of PyOD). */
export function knnScores(table: Matrix, k = 5): Float32Array {
  const { rows, columns, values } = standardize(fitScaling(table), table)
  const nearest = new Float64Array(k)
  return Float32Array.from({ length: rows }, (_, row) => {
    nearest.fill(Number.POSITIVE_INFINITY)
    for (let other = 0; other < rows; other++) {
      if (other === row) continue
      const most = nearest[k - 1] ?? 0
      let distance = 0
      for (let c = 0; c < columns && distance < most; c++) {
        const difference = (values[row * columns + c] ?? 0) - (values[other * columns + c] ?? 0)
        distance += difference * difference
      }
      if (distance >= most) continue
      let at = k - 1
      for (; at > 0 && (nearest[at - 1] ?? 0) > distance; at--) nearest[at] = nearest[at - 1] ?? 0
      nearest[at] = distance
    }
    return Math.sqrt(nearest[k - 1] ?? 0)
  })
}

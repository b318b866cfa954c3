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

const samples = 4
const perSample = 64
const nearest = 3
/** References whose distances are summed side by side: one load of a row serves them all. */
const abreast = 4

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

/** References in fours, column by column: value (i, c) is at ((i ÷ 4) × columns + c) × 4 + i mod 4; the rest is far away. */
function packReferences({ rows, columns, values }: Matrix): Float64Array {
  const packed = new Float64Array(Math.ceil(rows / abreast) * abreast * columns).fill(1e9)
  for (let i = 0; i < rows; i++) {
    const group = Math.floor(i / abreast)
    for (let c = 0; c < columns; c++) {
      packed[(group * columns + c) * abreast + (i % abreast)] = values[i * columns + c] as number
    }
  }
  return packed
}

/** Squared distances of the row at `at` to every reference, into `into`. */
function squaredDistances(
  packed: Float64Array,
  columns: number,
  rows: Float64Array,
  at: number,
  into: Float64Array
): void {
  let base = 0
  for (let i = 0; i < into.length; i += abreast) {
    let a = 0
    let b = 0
    let c = 0
    let d = 0
    for (let column = 0; column < columns; column++) {
      const value = rows[at + column] as number
      const toA = value - (packed[base] as number)
      const toB = value - (packed[base + 1] as number)
      const toC = value - (packed[base + 2] as number)
      const toD = value - (packed[base + 3] as number)
      a += toA * toA
      b += toB * toB
      c += toC * toC
      d += toD * toD
      base += abreast
    }
    into[i] = a
    into[i + 1] = b
    into[i + 2] = c
    into[i + 3] = d
  }
}

/** Mean of the roots of the three smallest of `squares[start…end)`: a history of two rows has one neighbour only. */
function meanOfNearest(squares: Float64Array, start: number, end: number): number {
  let first = Number.POSITIVE_INFINITY
  let second = Number.POSITIVE_INFINITY
  let third = Number.POSITIVE_INFINITY
  for (let i = start; i < end; i++) {
    const square = squares[i] as number
    if (square >= third) continue
    if (square < first) {
      third = second
      second = first
      first = square
    } else if (square < second) {
      third = second
      second = square
    } else third = square
  }
  if (third < Number.POSITIVE_INFINITY)
    return (Math.sqrt(first) + Math.sqrt(second) + Math.sqrt(third)) / nearest
  if (second < Number.POSITIVE_INFINITY) return (Math.sqrt(first) + Math.sqrt(second)) / 2
  return first < Number.POSITIVE_INFINITY ? Math.sqrt(first) : 0
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
  const packed = packReferences(references)
  const table = Float64Array.from(values)
  const squares = new Float64Array(packed.length / Math.max(1, columns))
  const own = isHistory ? rowOf : []
  const order = Int32Array.from(own.keys()).sort((a, b) => (own[a] as number) - (own[b] as number))
  let next = 0
  return Float32Array.from({ length: rows }, (_, row) => {
    squaredDistances(packed, columns, table, row * columns, squares)
    for (; own[order[next] ?? -1] === row; next++)
      squares[order[next] as number] = Number.POSITIVE_INFINITY
    let total = 0
    for (let sample = 0; sample < samples; sample++) {
      total += meanOfNearest(squares, sample * perSample, (sample + 1) * perSample)
    }
    return total / samples
  })
}

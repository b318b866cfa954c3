import type { Matrix } from "./matrix"

const smoothing = 0.1

/**
 * Is a row more like a confirmed case than like the history? ln(distance to the history ÷ distance to the nearest
 * confirmed row), a ratio of nearest-neighbour densities (Loftsgaarden and Quesenberry 1965). 0 without a case.
 * @param confirmed standardised rows that the seller confirmed
 * @param usualDistance of each row to the history
 * @param own index of the confirmed row that a row itself is, −1 for others: no case is like itself
 */
export function likenessTo(
  confirmed: Matrix,
  standard: Matrix,
  usualDistance: Float32Array,
  own?: Int32Array
): Float32Array {
  return usualDistance.map((usual, row) => {
    const nearest = nearestTo(confirmed, standard, row, own?.[row] ?? -1)
    return Number.isFinite(nearest) ? Math.log((usual + smoothing) / (nearest + smoothing)) : 0
  })
}

function nearestTo(
  confirmed: Matrix,
  { columns, values }: Matrix,
  row: number,
  skip: number
): number {
  let best = Number.POSITIVE_INFINITY
  for (let i = 0; i < confirmed.rows; i++) {
    if (i === skip) continue
    let distance = 0
    for (let c = 0; c < columns; c++) {
      const difference = (values[row * columns + c] ?? 0) - (confirmed.values[i * columns + c] ?? 0)
      distance += difference * difference
    }
    if (distance < best) best = distance
  }
  return Math.sqrt(best)
}

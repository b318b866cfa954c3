import { seededRandom } from "../../models/anomaly/random"
import type { SparseRow } from "../../models/service/encode"

const rounds = 12

/** Σ value · weight. */
function product({ indices, values }: SparseRow, weights: Float32Array): number {
  let sum = 0
  for (let f = 0; f < indices.length; f++) {
    sum += (weights[indices[f] as number] as number) * (values[f] as number)
  }
  return sum
}

/** One class against the rest, squared hinge loss, by dual coordinate descent (Hsieh et al. 2008, as in LIBLINEAR). */
function fitOne(
  rows: SparseRow[],
  lengths: Float64Array,
  isClass: (row: number) => boolean,
  weights: Float32Array,
  cost: number
): void {
  const alpha = new Float64Array(rows.length)
  const random = seededRandom(1)
  const order = Uint32Array.from(rows.keys())
  const ridge = 0.5 / cost
  for (let round = 0; round < rounds; round++) {
    for (let i = order.length - 1; i > 0; i--) {
      const j = Math.floor(random() * (i + 1))
      const kept = order[i] as number
      order[i] = order[j] as number
      order[j] = kept
    }
    let moved = 0
    for (const i of order) {
      const row = rows[i] as SparseRow
      const sign = isClass(i) ? 1 : -1
      const before = alpha[i] as number
      const gradient = sign * product(row, weights) - 1 + ridge * before
      const after = Math.max(0, before - gradient / ((lengths[i] as number) + ridge))
      const step = after - before
      if (step === 0) continue
      alpha[i] = after
      moved = Math.max(moved, Math.abs(step))
      for (let f = 0; f < row.indices.length; f++) {
        const at = row.indices[f] as number
        weights[at] = (weights[at] as number) + step * sign * (row.values[f] as number)
      }
    }
    if (moved < 1e-3) return
  }
}

/** The weights of every class over sparse rows, `columns` each. */
export function fitSvm(
  rows: SparseRow[],
  places: number[],
  { classes, columns, cost = 1 }: { classes: number; columns: number; cost?: number }
): Float32Array[] {
  const lengths = Float64Array.from(rows, ({ values }) =>
    values.reduce((sum, value) => sum + value * value, 0)
  )
  return Array.from({ length: classes }, (_, place) => {
    const weights = new Float32Array(columns)
    fitOne(rows, lengths, (row) => places[row] === place, weights, cost)
    return weights
  })
}

/** One score a class. */
export const svmScores = (weights: Float32Array[], row: SparseRow): Float32Array =>
  Float32Array.from(weights, (one) => product(row, one))

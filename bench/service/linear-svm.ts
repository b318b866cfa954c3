import { seededRandom } from "../../models/anomaly/random"
import { inverseFrequency, type SparseRow, weigh } from "../../models/service/encode"
import type { HashedBag } from "../../src/features/text-hash"

/**
 * One class against the rest, squared hinge loss, by dual coordinate descent (Hsieh et al. 2008, as in LIBLINEAR).
 * Returns the weights, length `buckets`.
 */
function fitOne(rows: SparseRow[], isClass: boolean[], buckets: number, cost: number) {
  const weights = new Float32Array(buckets)
  const alpha = new Float64Array(rows.length)
  const random = seededRandom(1)
  const order = Uint32Array.from(rows.keys())
  const ridge = 0.5 / cost
  for (let round = 0; round < 12; round++) {
    for (let i = order.length - 1; i > 0; i--) {
      const j = Math.floor(random() * (i + 1))
      const kept = order[i] as number
      order[i] = order[j] as number
      order[j] = kept
    }
    let moved = 0
    for (const i of order) {
      const { indices, values } = rows[i] as SparseRow
      const sign = isClass[i] ? 1 : -1
      let margin = 0
      for (let f = 0; f < indices.length; f++)
        margin += (weights[indices[f] as number] as number) * (values[f] as number)
      const before = alpha[i] as number
      const gradient = sign * margin - 1 + ridge * before
      const after = Math.max(0, before - gradient / (1 + ridge))
      const step = after - before
      if (step === 0) continue
      alpha[i] = after
      moved = Math.max(moved, Math.abs(step))
      for (let f = 0; f < indices.length; f++) {
        const at = indices[f] as number
        weights[at] = (weights[at] as number) + step * sign * (values[f] as number)
      }
    }
    if (moved < 1e-3) break
  }
  return weights
}

/**
 * The baseline: TF-IDF and a linear SVM, one against the rest.
 * @returns one score per class for each test row
 */
export function svmScores(
  train: { bags: HashedBag[]; labels: number[] },
  test: HashedBag[],
  classes: number,
  buckets: number,
  cost = 1
): Float32Array[] {
  const idf = inverseFrequency(train.bags, buckets)
  const rows = train.bags.map((bag) => weigh(bag, idf))
  const testRows = test.map((bag) => weigh(bag, idf))
  const scores = test.map(() => new Float32Array(classes))
  for (let k = 0; k < classes; k++) {
    const weights = fitOne(
      rows,
      train.labels.map((label) => label === k),
      buckets,
      cost
    )
    testRows.forEach(({ indices, values }, i) => {
      let score = 0
      for (let f = 0; f < indices.length; f++)
        score += (weights[indices[f] as number] as number) * (values[f] as number)
      ;(scores[i] as Float32Array)[k] = score
    })
  }
  return scores
}

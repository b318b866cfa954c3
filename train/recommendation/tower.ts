import {
  type ProductText,
  productBuckets,
  towerBuckets,
  towerWidth
} from "../../models/recommendation/text-tower"

/** Two products that should lie near each other. */
export type Pair = [ProductText, ProductText]
export type DrawPair = (random: () => number) => Pair

const batch = 192
/** Inverse temperature of the softmax over the batch. */
const sharpness = 14
const firstRate = 0.06
const width = towerWidth

/** One side of a batch: each text's buckets, unit vectors (batch × width) and the lengths before normalising. */
type Side = { buckets: Uint32Array[]; units: Float32Array; norms: Float32Array }

function embed(table: Float32Array, products: ProductText[]): Side {
  const buckets = products.map(productBuckets)
  const units = new Float32Array(products.length * width)
  const norms = new Float32Array(products.length)
  for (const [i, own] of buckets.entries()) {
    const at = i * width
    for (const bucket of own) {
      const base = bucket * width
      for (let d = 0; d < width; d++) units[at + d] = (units[at + d] ?? 0) + (table[base + d] ?? 0)
    }
    let square = 0
    for (let d = at; d < at + width; d++) square += (units[d] ?? 0) ** 2
    const norm = Math.max(1e-6, Math.sqrt(square))
    norms[i] = norm
    for (let d = at; d < at + width; d++) units[d] = (units[d] ?? 0) / norm
  }
  return { buckets, units, norms }
}

/** Softmax over the batch in both directions: loss, and its gradient by the scores (n × n). */
function contrast(left: Float32Array, right: Float32Array, n: number) {
  const scores = new Float32Array(n * n)
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) {
      let dot = 0
      for (let d = 0; d < width; d++)
        dot += (left[i * width + d] ?? 0) * (right[j * width + d] ?? 0)
      scores[i * n + j] = dot * sharpness
    }
  }
  const gradient = new Float32Array(n * n)
  let loss = 0
  for (const [step, line] of [
    [1, n],
    [n, 1]
  ] as const) {
    for (let i = 0; i < n; i++) {
      let sum = 0
      // scores lie within ± sharpness: no overflow
      for (let j = 0; j < n; j++) sum += Math.exp(scores[i * line + j * step] ?? 0)
      loss -= ((scores[i * line + i * step] ?? 0) - Math.log(sum)) / (2 * n)
      for (let j = 0; j < n; j++) {
        const at = i * line + j * step
        const share = Math.exp(scores[at] ?? 0) / sum - (i === j ? 1 : 0)
        gradient[at] = (gradient[at] ?? 0) + (share * sharpness) / 2
      }
    }
  }
  return { loss, gradient }
}

/** Parts of the gradient below this move nothing. */
const negligible = 1e-4

/** Gradient by one side's unit vectors: Σ_j gradient(i, j) × other_j. */
function pull(gradient: Float32Array, other: Float32Array, n: number, transposed: boolean) {
  const result = new Float32Array(n * width)
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) {
      const g = gradient[transposed ? j * n + i : i * n + j] ?? 0
      if (Math.abs(g) < negligible) continue
      for (let d = 0; d < width; d++) {
        result[i * width + d] = (result[i * width + d] ?? 0) + g * (other[j * width + d] ?? 0)
      }
    }
  }
  return result
}

/** Through the normalisation into the table's rows; one Adagrad step size a row. */
function descend(
  table: Float32Array,
  squares: Float32Array,
  { buckets, units, norms }: Side,
  gradient: Float32Array,
  rate: number
): void {
  const tangent = new Float32Array(width)
  for (const [i, own] of buckets.entries()) {
    const at = i * width
    let along = 0
    for (let d = 0; d < width; d++) along += (gradient[at + d] ?? 0) * (units[at + d] ?? 0)
    let size = 0
    for (let d = 0; d < width; d++) {
      const value = ((gradient[at + d] ?? 0) - along * (units[at + d] ?? 0)) / (norms[i] ?? 1)
      tangent[d] = value
      size += value * value
    }
    for (const bucket of own) {
      const square = (squares[bucket] ?? 0) + size / width
      squares[bucket] = square
      const factor = rate / Math.sqrt(square)
      const base = bucket * width
      for (let d = 0; d < width; d++) {
        table[base + d] = (table[base + d] ?? 0) - factor * (tangent[d] ?? 0)
      }
    }
  }
}

/**
 * Trains the bucket table on pairs, each against the rest of its batch (InfoNCE, van den Oord et al. 2018); sparse
 * Adagrad (Duchi et al. 2011) by hand, since tfjs-wasm has no gradient for gathers.
 */
export function trainTower(
  draw: DrawPair,
  steps: number,
  random: () => number,
  log: (step: number, loss: number) => void
): Float32Array {
  const table = Float32Array.from({ length: towerBuckets * width }, () => (random() - 0.5) * 0.2)
  const squares = new Float32Array(towerBuckets).fill(1e-6)
  let running = Number.NaN
  for (let step = 1; step <= steps; step++) {
    const pairs = Array.from({ length: batch }, () => draw(random))
    const left = embed(
      table,
      pairs.map(([a]) => a)
    )
    const right = embed(
      table,
      pairs.map(([, b]) => b)
    )
    const { loss, gradient } = contrast(left.units, right.units, batch)
    const rate = firstRate * (1 - 0.9 * (step / steps))
    const toLeft = pull(gradient, right.units, batch, false)
    const toRight = pull(gradient, left.units, batch, true)
    descend(table, squares, left, toLeft, rate)
    descend(table, squares, right, toRight, rate)
    running = Number.isNaN(running) ? loss : 0.98 * running + 0.02 * loss
    if (step % 250 === 0) log(step, running)
  }
  return table
}

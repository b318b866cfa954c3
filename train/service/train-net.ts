import { seededRandom } from "../../models/anomaly/random"
import type { SparseRow } from "../../models/service/encode"
import { addRows, type IntentShape, type IntentWeights } from "../../models/service/intent-net"
import { Adam } from "./adam"
import { RowAdagrad } from "./row-adagrad"

/** `target` holds a distribution for each group of outputs; a group of zeros teaches nothing. */
export type Example = { row: SparseRow; target: Float32Array }

export type TrainOptions = {
  epochs: number
  seed: number
  /** Lengths of the softmax groups, in order; their sum is `outputs`. */
  groups: readonly number[]
}

const batch = 32
const rates = { embedding: 0.2, wide: 0.15, dense: 0.001 }
const dropout = { features: 0.3, hidden: 0.5 }
const smoothing = 0.05

/** A standard normal number, by the sum of uniform ones (Irwin and Hall). */
const normal = (random: () => number) =>
  (random() + random() + random() + random() + random() + random() - 3) * Math.SQRT2

function freshWeights(shape: IntentShape, idf: Float32Array, seed: number): IntentWeights {
  const random = seededRandom(seed)
  const { deepBuckets, wideBuckets, dim, hidden, outputs } = shape
  const matrix = (size: number, deviation: number) =>
    Float32Array.from({ length: size }, () => normal(random) * deviation)
  return {
    idf,
    embedding: matrix(deepBuckets * dim, 0.4),
    wide: new Float32Array(wideBuckets * outputs),
    w1: matrix(hidden * dim, Math.sqrt(2 / dim)),
    b1: new Float32Array(hidden),
    w2: matrix(outputs * hidden, Math.sqrt(1 / hidden)),
    b2: new Float32Array(outputs)
  }
}

function shuffle(values: Uint32Array, random: () => number): void {
  for (let i = values.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1))
    const kept = values[i] as number
    values[i] = values[j] as number
    values[j] = kept
  }
}

function dropFeatures({ indices, values }: SparseRow, random: () => number): SparseRow {
  const kept = new Uint32Array(indices.length)
  let count = 0
  for (let f = 0; f < indices.length; f++) if (random() >= dropout.features) kept[count++] = f
  const chosen = kept.subarray(0, count)
  const scale = 1 / Math.sqrt(1 - dropout.features)
  return {
    indices: chosen.map((f) => indices[f] as number),
    values: Float32Array.from(chosen, (f) => (values[f] as number) * scale)
  }
}

/** Turns scores into the gradient of the smoothed cross-entropy of each group, in place. */
function lossGradient(scores: Float32Array, target: Float32Array, groups: readonly number[]): void {
  let start = 0
  for (const size of groups) {
    let highest = Number.NEGATIVE_INFINITY
    let taught = 0
    for (let k = start; k < start + size; k++) {
      highest = Math.max(highest, scores[k] as number)
      taught += target[k] as number
    }
    let sum = 0
    for (let k = start; k < start + size; k++) {
      scores[k] = Math.exp((scores[k] as number) - highest)
      sum += scores[k] as number
    }
    for (let k = start; k < start + size; k++) {
      const wanted = (target[k] as number) * (1 - smoothing) + smoothing / size
      scores[k] = taught > 0 ? ((scores[k] as number) / sum - wanted) / batch : 0
    }
    start += size
  }
}

/**
 * Trains the net by mini-batches: Adagrad a row for the sparse tables, Adam for the dense layers, a rate that falls as
 * a cosine, dropout on features and hidden units. The same seed and examples give the same weights.
 * @param examples made anew for each epoch, so that augmentation is the caller's
 */
export function trainNet(
  shape: IntentShape,
  idf: Float32Array,
  examples: (epoch: number) => Example[],
  { epochs, seed, groups }: TrainOptions
): IntentWeights {
  const { deepBuckets, wideBuckets, dim, hidden, outputs } = shape
  const weights = freshWeights(shape, idf, seed)
  const { w1, b1, w2, b2 } = weights
  const random = seededRandom(seed + 7)
  const embedding = new RowAdagrad(weights.embedding, dim)
  const wide = new RowAdagrad(weights.wide, outputs)
  const [g1, gb1, g2, gb2] = [new Adam(w1), new Adam(b1), new Adam(w2), new Adam(b2)]
  const pooled = new Float32Array(dim)
  const pooledGradient = new Float32Array(dim)
  const active = new Float32Array(hidden)
  const activeGradient = new Float32Array(hidden)
  const scores = new Float32Array(outputs)
  const keepScale = 1 / (1 - dropout.hidden)

  function forward(row: SparseRow): void {
    pooled.fill(0)
    addRows(pooled, row, weights.embedding, deepBuckets)
    scores.set(b2)
    addRows(scores, row, weights.wide, wideBuckets)
    for (let j = 0; j < hidden; j++) {
      active[j] = 0
      if (random() < dropout.hidden) continue
      let sum = b1[j] as number
      for (let d = 0; d < dim; d++) sum += (w1[j * dim + d] as number) * (pooled[d] as number)
      if (sum > 0) active[j] = sum * keepScale
    }
    for (let k = 0; k < outputs; k++) {
      let sum = 0
      for (let j = 0; j < hidden; j++) sum += (w2[k * hidden + j] as number) * (active[j] as number)
      scores[k] = (scores[k] as number) + sum
    }
  }

  /** `scores` holds their own gradient here. */
  function backward({ indices, values }: SparseRow): void {
    activeGradient.fill(0)
    for (let k = 0; k < outputs; k++) {
      const gradient = scores[k] as number
      if (gradient === 0) continue
      gb2.gradients[k] = (gb2.gradients[k] as number) + gradient
      for (let j = 0; j < hidden; j++) {
        const at = k * hidden + j
        g2.gradients[at] = (g2.gradients[at] as number) + gradient * (active[j] as number)
        activeGradient[j] = (activeGradient[j] as number) + gradient * (w2[at] as number)
      }
    }
    pooledGradient.fill(0)
    for (let j = 0; j < hidden; j++) {
      if (active[j] === 0) continue
      const gradient = (activeGradient[j] as number) * keepScale
      gb1.gradients[j] = (gb1.gradients[j] as number) + gradient
      for (let d = 0; d < dim; d++) {
        const at = j * dim + d
        g1.gradients[at] = (g1.gradients[at] as number) + gradient * (pooled[d] as number)
        pooledGradient[d] = (pooledGradient[d] as number) + gradient * (w1[at] as number)
      }
    }
    for (let f = 0; f < indices.length; f++) {
      const index = indices[f] as number
      embedding.add(index, values[f] as number, pooledGradient)
      wide.add(index & (wideBuckets - 1), values[f] as number, scores)
    }
  }

  for (let epoch = 0; epoch < epochs; epoch++) {
    const rows = examples(epoch)
    const order = Uint32Array.from(rows.keys())
    shuffle(order, random)
    for (let start = 0; start < order.length; start += batch) {
      for (const at of order.subarray(start, start + batch)) {
        const { row, target } = rows[at] as Example
        const dropped = dropFeatures(row, random)
        forward(dropped)
        lossGradient(scores, target, groups)
        backward(dropped)
      }
      const done = (epoch + start / order.length) / epochs
      const decay = 0.5 * (1 + Math.cos(Math.PI * done))
      embedding.step(rates.embedding * decay)
      wide.step(rates.wide * decay)
      for (const dense of [g1, gb1, g2, gb2]) dense.step(rates.dense * decay)
    }
  }
  return weights
}

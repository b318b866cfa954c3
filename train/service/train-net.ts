import { seededRandom } from "../../models/anomaly/random"
import type { SparseRow } from "../../models/service/encode"
import { addRows, type IntentShape, type IntentWeights } from "../../models/service/intent-net"
import { Adam } from "./adam"
import { RowAdagrad } from "./row-adagrad"
import { transposed } from "./transposed"

/** `target` holds a distribution for each group of outputs; a group of zeros teaches nothing. */
export type Example = { row: SparseRow; target: Float32Array }

export type TrainOptions = {
  epochs: number
  seed: number
  /** Lengths of the softmax groups, in order; their sum is `outputs`. */
  groups: readonly number[]
  /** Share of a text's grams that a step does not see. */
  featureDropout: number
}

/** The net without its wide part, which is fitted apart. */
export type DeepWeights = Omit<IntentWeights, "wide">

const batch = 32
const rates = { embedding: 0.2, dense: 0.001 }
const hiddenDropout = 0.5
const smoothing = 0.05

/** A standard normal number, by the sum of uniform ones (Irwin and Hall). */
const normal = (random: () => number) =>
  (random() + random() + random() + random() + random() + random() - 3) * Math.SQRT2

function freshWeights(shape: IntentShape, seed: number): DeepWeights {
  const random = seededRandom(seed)
  const { rows, dim, hidden, outputs } = shape
  const matrix = (size: number, deviation: number) =>
    Float32Array.from({ length: size }, () => normal(random) * deviation)
  return {
    embedding: matrix(rows * dim, 0.1),
    direct: matrix(outputs * dim, 0.5 / Math.sqrt(dim)),
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

function dropFeatures({ indices, values }: SparseRow, share: number, random: () => number) {
  const kept = new Uint32Array(indices.length)
  let count = 0
  for (let f = 0; f < indices.length; f++) if (random() >= share) kept[count++] = f
  const chosen = kept.subarray(0, count)
  const scale = 1 / Math.sqrt(1 - share)
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
 * Trains the net by mini-batches: Adagrad a row for the embeddings, Adam for the dense layers, a rate that falls as a
 * cosine, dropout on features and hidden units. The same seed and examples give the same weights.
 * @param examples made anew for each epoch, so that augmentation is the caller's
 */
export function trainNet(
  shape: IntentShape,
  examples: (epoch: number) => Example[],
  { epochs, seed, groups, featureDropout }: TrainOptions
): DeepWeights {
  const { dim, hidden, outputs } = shape
  const { embedding, direct, w1, b1, w2: outputRows, b2 } = freshWeights(shape, seed)
  // a hidden unit's weights lie together: three of four units are silent in a step, and are skipped
  const w2 = transposed(outputRows, outputs)
  const random = seededRandom(seed + 7)
  const table = new RowAdagrad(embedding, dim)
  const [g1, gb1, g2, gb2, gd] = [w1, b1, w2, b2, direct].map((one) => new Adam(one)) as [
    Adam,
    Adam,
    Adam,
    Adam,
    Adam
  ]
  const pooled = new Float32Array(dim)
  const pooledGradient = new Float32Array(dim)
  const active = new Float32Array(hidden)
  const awake = new Uint32Array(hidden)
  let awakeCount = 0
  const scores = new Float32Array(outputs)
  const keepScale = 1 / (1 - hiddenDropout)

  function forward(row: SparseRow): void {
    pooled.fill(0)
    addRows(pooled, row, embedding)
    for (let k = 0; k < outputs; k++) {
      let sum = b2[k] as number
      for (let d = 0; d < dim; d++) sum += (direct[k * dim + d] as number) * (pooled[d] as number)
      scores[k] = sum
    }
    awakeCount = 0
    for (let j = 0; j < hidden; j++) {
      if (random() < hiddenDropout) continue
      let sum = b1[j] as number
      for (let d = 0; d < dim; d++) sum += (w1[j * dim + d] as number) * (pooled[d] as number)
      if (sum <= 0) continue
      const value = sum * keepScale
      active[j] = value
      awake[awakeCount++] = j
      for (let k = 0; k < outputs; k++) {
        scores[k] = (scores[k] as number) + value * (w2[j * outputs + k] as number)
      }
    }
  }

  /** `scores` holds their own gradient here. */
  function backward({ indices, values }: SparseRow): void {
    pooledGradient.fill(0)
    for (let k = 0; k < outputs; k++) {
      const gradient = scores[k] as number
      gb2.gradients[k] = (gb2.gradients[k] as number) + gradient
      for (let d = 0; d < dim; d++) {
        const at = k * dim + d
        gd.gradients[at] = (gd.gradients[at] as number) + gradient * (pooled[d] as number)
        pooledGradient[d] = (pooledGradient[d] as number) + gradient * (direct[at] as number)
      }
    }
    for (let a = 0; a < awakeCount; a++) {
      const j = awake[a] as number
      const value = active[j] as number
      let sum = 0
      for (let k = 0; k < outputs; k++) {
        const at = j * outputs + k
        g2.gradients[at] = (g2.gradients[at] as number) + (scores[k] as number) * value
        sum += (scores[k] as number) * (w2[at] as number)
      }
      const gradient = sum * keepScale
      gb1.gradients[j] = (gb1.gradients[j] as number) + gradient
      for (let d = 0; d < dim; d++) {
        const at = j * dim + d
        g1.gradients[at] = (g1.gradients[at] as number) + gradient * (pooled[d] as number)
        pooledGradient[d] = (pooledGradient[d] as number) + gradient * (w1[at] as number)
      }
    }
    for (let f = 0; f < indices.length; f++) {
      table.add(indices[f] as number, values[f] as number, pooledGradient)
    }
  }

  for (let epoch = 0; epoch < epochs; epoch++) {
    const rows = examples(epoch)
    const order = Uint32Array.from(rows.keys())
    shuffle(order, random)
    for (let start = 0; start < order.length; start += batch) {
      for (const at of order.subarray(start, start + batch)) {
        const { row, target } = rows[at] as Example
        const dropped = dropFeatures(row, featureDropout, random)
        forward(dropped)
        lossGradient(scores, target, groups)
        backward(dropped)
      }
      const done = (epoch + start / order.length) / epochs
      const decay = 0.5 * (1 + Math.cos(Math.PI * done))
      table.step(rates.embedding * decay)
      for (const dense of [g1, gb1, g2, gb2, gd]) dense.step(rates.dense * decay)
    }
  }
  return { embedding, direct, w1, b1, w2: transposed(w2, hidden), b2 }
}

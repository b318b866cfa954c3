import * as tf from "@tensorflow/tfjs-core"
import type { SparseRow } from "./encode"

/** `rows`: known grams. `wide`: whether each gram has a score of its own for every output, where there is room. */
export type IntentShape = {
  rows: number
  dim: number
  hidden: number
  outputs: number
  wide: boolean
}

/**
 * Row-major: `embedding` [rows, dim], `wide` [rows, outputs] or empty, `direct` [outputs, dim], `w1` [hidden, dim],
 * `w2` [outputs, hidden]; biases `b1` [hidden], `b2` [outputs].
 */
export type IntentWeights = Record<
  "embedding" | "wide" | "direct" | "w1" | "b1" | "w2" | "b2",
  Float32Array
>

/** Σ value · row of `table`, added to `sum`. */
export function addRows(
  sum: Float32Array,
  { indices, values }: SparseRow,
  table: Float32Array
): void {
  const columns = sum.length
  for (let f = 0; f < indices.length; f++) {
    const value = values[f] as number
    const start = (indices[f] as number) * columns
    for (let k = 0; k < columns; k++) {
      sum[k] = (sum[k] as number) + value * (table[start + k] as number)
    }
  }
}

/**
 * Wide and deep (Cheng et al. 2016) over n-grams: the sum of a text's embeddings (fastText, Joulin et al. 2016) through
 * a linear map and through a hidden layer, plus a linear map of the sparse row itself where there is one. The sparse
 * sums are plain loops, the dense layers tfjs.
 */
export class IntentNet {
  private readonly tensors: [tf.Tensor2D, tf.Tensor1D, tf.Tensor2D, tf.Tensor2D]

  constructor(
    readonly shape: IntentShape,
    private readonly weights: IntentWeights
  ) {
    const { dim, hidden, outputs } = shape
    this.tensors = tf.tidy(() => [
      tf.transpose(tf.tensor2d(weights.w1, [hidden, dim])),
      tf.tensor1d(weights.b1),
      tf.transpose(tf.tensor2d(weights.w2, [outputs, hidden])),
      tf.transpose(tf.tensor2d(weights.direct, [outputs, dim]))
    ])
  }

  /** The dense vector of each text, length `dim`: close for texts that ask the same. */
  embed(rows: SparseRow[]): Float32Array[] {
    return rows.map((row) => {
      const sum = new Float32Array(this.shape.dim)
      addRows(sum, row, this.weights.embedding)
      return sum
    })
  }

  /** Scores before softmax, one array of `outputs` for each row. */
  async logits(rows: SparseRow[], embedded = this.embed(rows)): Promise<Float32Array[]> {
    if (rows.length === 0) return []
    const { dim, outputs, wide } = this.shape
    const pooled = new Float32Array(rows.length * dim)
    embedded.forEach((vector, i) => {
      pooled.set(vector, i * dim)
    })
    const [w1, b1, w2, direct] = this.tensors
    const dense = tf.tidy(() => {
      const texts = tf.tensor2d(pooled, [rows.length, dim])
      const deep = tf.matMul(tf.relu(tf.add(tf.matMul(texts, w1), b1)), w2)
      return tf.add(deep, tf.matMul(texts, direct))
    })
    const scores = (await dense.data()) as Float32Array
    dense.dispose()
    return rows.map((row, i) => {
      const sum = scores.slice(i * outputs, (i + 1) * outputs)
      if (wide) addRows(sum, row, this.weights.wide)
      return sum.map((score, k) => score + (this.weights.b2[k] as number))
    })
  }

  dispose(): void {
    for (const tensor of this.tensors) tensor.dispose()
  }
}

/** Probabilities of one group of scores, `temperature` > 1 making them less sure (Guo et al. 2017). */
export function softmax(scores: Float32Array, temperature = 1): Float32Array {
  let highest = Number.NEGATIVE_INFINITY
  for (const score of scores) highest = Math.max(highest, score)
  const powers = scores.map((score) => Math.exp((score - highest) / temperature))
  const sum = powers.reduce((total, power) => total + power, 0)
  return powers.map((power) => power / sum)
}

/** The place of the highest score. */
export function argmax(scores: Float32Array): number {
  let best = 0
  for (let k = 1; k < scores.length; k++) {
    if ((scores[k] as number) > (scores[best] as number)) best = k
  }
  return best
}

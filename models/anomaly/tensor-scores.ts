import * as tf from "@tensorflow/tfjs-core"

/** The shipped prior network: tail surprises → 24 → 12 → 1, by row-major [out × in] matrices. */
export type PriorWeights = {
  w1: Float32Array
  b1: Float32Array
  w2: Float32Array
  b2: Float32Array
  w3: Float32Array
  b3: Float32Array
}
export const priorShape = { hidden1: 24, hidden2: 12 } as const

/** What a fit gives to the tensors: whitening [F × F], reference rows [R × F] (whitened), bandwidth. */
export type TensorFit = {
  features: number
  matrix: Float32Array
  reference: Float32Array
  bandwidth: number
}

export type TensorScores = { mahalanobis: Float32Array; density: Float32Array; prior: Float32Array }

/** Batches are padded to these sizes: a new shape would be a new shader and a new pool of buffers. */
const batchSizes = [32, 256, 1_024] as const

/** Holds constant tensors on the active backend; `dispose` frees them. Never outlives its backend. */
export class TensorScorer {
  private readonly prior: { weight: tf.Tensor2D; bias: tf.Tensor1D }[]
  private fitted: {
    matrix: tf.Tensor2D
    reference: tf.Tensor2D
    norms: tf.Tensor1D
    bandwidth: number
  } | null = null

  constructor(
    weights: PriorWeights,
    private readonly features: number
  ) {
    const { hidden1, hidden2 } = priorShape
    const layer = (weight: Float32Array, bias: Float32Array, outputs: number) => ({
      // transposed once here: a transposed matmul takes tfjs-wasm's slow path
      weight: tf.tidy(() => tf.transpose(tf.tensor2d(weight, [outputs, weight.length / outputs]))),
      bias: tf.tensor1d(bias)
    })
    this.prior = [
      layer(weights.w1, weights.b1, hidden1),
      layer(weights.w2, weights.b2, hidden2),
      layer(weights.w3, weights.b3, 1)
    ]
  }

  use({ features, matrix, reference, bandwidth }: TensorFit): void {
    this.disposeFit()
    const rows = reference.length / features
    this.fitted = tf.tidy(() => {
      const whitened = tf.tensor2d(reference, [rows, features])
      return {
        matrix: tf.keep(tf.transpose(tf.tensor2d(matrix, [features, features]))),
        reference: tf.keep(tf.transpose(whitened)),
        norms: tf.keep(tf.sum(tf.square(whitened), 1) as tf.Tensor1D),
        bandwidth
      }
    })
  }

  /** Log-odds of an anomaly given tail surprises, by the prior network alone. */
  async priorScores(surprises: Float32Array[]): Promise<Float32Array> {
    return this.inBatches([surprises], ([input]) => [this.network(input as tf.Tensor2D)]).then(
      ([scores]) => scores ?? new Float32Array()
    )
  }

  /** All tensor scores of standardised rows and their tail surprises. */
  async scores(standard: Float32Array[], surprises: Float32Array[]): Promise<TensorScores> {
    const { fitted } = this
    if (!fitted) throw new Error("no fit in use")
    const [mahalanobis, density, prior] = await this.inBatches(
      [standard, surprises],
      ([z, tails]) => {
        const white = tf.matMul(z as tf.Tensor2D, fitted.matrix)
        const norms = tf.sum(tf.square(white), 1, true)
        const cross = tf.matMul(white, fitted.reference)
        const distance = tf.maximum(tf.add(tf.sub(norms, tf.mul(cross, 2)), fitted.norms), 0)
        // log-sum-exp by hand: the nearest reference row carries the sum, so nothing underflows
        const exponent = tf.div(distance, -2 * fitted.bandwidth ** 2)
        const peak = tf.max(exponent, 1, true)
        const meanAbovePeak = tf.mean(tf.exp(tf.sub(exponent, peak)), 1)
        const logDensity = tf.add(tf.log(meanAbovePeak), tf.squeeze(peak, [1]))
        return [tf.squeeze(norms, [1]), tf.neg(logDensity), this.network(tails as tf.Tensor2D)]
      }
    )
    const none = new Float32Array()
    return { mahalanobis: mahalanobis ?? none, density: density ?? none, prior: prior ?? none }
  }

  dispose(): void {
    this.disposeFit()
    for (const { weight, bias } of this.prior) tf.dispose([weight, bias])
  }

  private disposeFit(): void {
    if (this.fitted) tf.dispose([this.fitted.matrix, this.fitted.reference, this.fitted.norms])
    this.fitted = null
  }

  private network(input: tf.Tensor2D): tf.Tensor1D {
    let activation = input
    this.prior.forEach(({ weight, bias }, i) => {
      const sum = tf.add(tf.matMul(activation, weight), bias) as tf.Tensor2D
      activation = i < this.prior.length - 1 ? tf.relu(sum) : sum
    })
    return tf.squeeze(activation, [1])
  }

  private async inBatches(
    columns: Float32Array[][],
    run: (inputs: tf.Tensor[]) => tf.Tensor[]
  ): Promise<Float32Array[]> {
    const count = columns[0]?.length ?? 0
    const outputs: Float32Array[] = []
    for (let start = 0; start < count; ) {
      const left = count - start
      const size = batchSizes.find((one) => one >= left) ?? batchSizes.at(-1) ?? left
      const used = Math.min(size, left)
      const tensors = tf.tidy(() =>
        run(
          columns.map((rows) =>
            tf.tensor2d(this.pad(rows.slice(start, start + used), size), [size, this.features])
          )
        )
      )
      for (const [i, tensor] of tensors.entries()) {
        const values = (await tensor.data()) as Float32Array
        const output = outputs[i] ?? new Float32Array(count)
        output.set(values.subarray(0, used), start)
        outputs[i] = output
      }
      tf.dispose(tensors)
      start += used
    }
    return outputs
  }

  /** Rows side by side, zeros behind. @throws RangeError on a value that is not finite */
  private pad(rows: Float32Array[], size: number): Float32Array {
    const flat = new Float32Array(size * this.features)
    rows.forEach((row, i) => {
      flat.set(row, i * this.features)
    })
    // a NaN may come back from a GPU as a number (RELIABILITY M15), so it never gets there
    if (!flat.every(Number.isFinite)) throw new RangeError("input is not finite")
    return flat
  }
}

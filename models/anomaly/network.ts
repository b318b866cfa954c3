import * as tf from "@tensorflow/tfjs-core"
import { riskKinds } from "../../src/domain/risk"

/** The shipped network: surprises and features (`network-input.ts`) → 48 → 24 → one log-odds a kind, by row-major [out × in] matrices. */
export type NetworkWeights = {
  w1: Float32Array
  b1: Float32Array
  w2: Float32Array
  b2: Float32Array
  w3: Float32Array
  b3: Float32Array
}
export const networkShape = { hidden1: 48, hidden2: 24, outputs: riskKinds.length } as const

/** Batches are padded to these sizes: a new shape would be a new shader and a new pool of buffers. */
const batchSizes = [32, 256, 1_024] as const

/** Holds the network's tensors on the active backend; `dispose` frees them. Never outlives its backend. */
export class KindNetwork {
  private readonly layers: { weight: tf.Tensor2D; bias: tf.Tensor1D }[]

  constructor(
    weights: NetworkWeights,
    private readonly inputs: number
  ) {
    const { hidden1, hidden2, outputs } = networkShape
    const layer = (weight: Float32Array, bias: Float32Array, out: number) => ({
      // transposed once here: a transposed matmul takes tfjs-wasm's slow path
      weight: tf.tidy(() => tf.transpose(tf.tensor2d(weight, [out, weight.length / out]))),
      bias: tf.tensor1d(bias)
    })
    this.layers = [
      layer(weights.w1, weights.b1, hidden1),
      layer(weights.w2, weights.b2, hidden2),
      layer(weights.w3, weights.b3, outputs)
    ]
  }

  /**
   * Log-odds of each kind against an ordinary order, [rows × kinds] in one array.
   * @throws RangeError on a value that is not finite: a NaN may come back from a GPU as a number (RELIABILITY M15)
   */
  async kinds(rows: readonly Float32Array[]): Promise<Float32Array> {
    const { outputs } = networkShape
    const answers = new Float32Array(rows.length * outputs)
    for (let start = 0; start < rows.length; ) {
      const left = rows.length - start
      const size = batchSizes.find((one) => one >= left) ?? batchSizes[2]
      const used = Math.min(size, left)
      const tensor = tf.tidy(() =>
        this.forward(
          tf.tensor2d(this.pad(rows.slice(start, start + used), size), [size, this.inputs])
        )
      )
      const values = (await tensor.data()) as Float32Array
      answers.set(values.subarray(0, used * outputs), start * outputs)
      tensor.dispose()
      start += used
    }
    return answers
  }

  dispose(): void {
    for (const { weight, bias } of this.layers) tf.dispose([weight, bias])
  }

  private forward(input: tf.Tensor2D): tf.Tensor2D {
    return this.layers.reduce((activation, { weight, bias }, i) => {
      const sum = tf.add(tf.matMul(activation, weight), bias) as tf.Tensor2D
      return i < this.layers.length - 1 ? tf.relu(sum) : sum
    }, input)
  }

  /** Rows side by side, zeros behind. */
  private pad(rows: Float32Array[], size: number): Float32Array {
    const flat = new Float32Array(size * this.inputs)
    rows.forEach((row, i) => {
      flat.set(row, i * this.inputs)
    })
    if (!flat.every(Number.isFinite)) throw new RangeError("input is not finite")
    return flat
  }
}

import * as tf from "@tensorflow/tfjs-core"
import { towerVector, towerWidth } from "./text-tower"

/** Cosines of every text (as bucket numbers) with every other, on the active backend. */
export async function knownCosines(table: Float32Array, texts: number[][]): Promise<number[][]> {
  const vectors = texts.flatMap((buckets) => [...towerVector(table, Uint32Array.from(buckets))])
  const product = tf.tidy(() => {
    const all = tf.tensor2d(vectors, [texts.length, towerWidth])
    return tf.matMul(all, tf.transpose(all)) as tf.Tensor2D
  })
  const cosines = await product.array()
  product.dispose()
  return cosines
}

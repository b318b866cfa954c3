import * as tf from "@tensorflow/tfjs-core"
import { featureCount } from "./features"
import { headCount } from "./heads"

export const hidden = 96

/** [outputs, inputs]: the file has one row an output, int8 with a scale each; tensors are the other way round. */
export const layerShapes = {
  w1: [hidden, featureCount],
  w2: [hidden, hidden],
  w3: [hidden, hidden],
  w4: [headCount, hidden]
} as const
export type Matrix = keyof typeof layerShapes
export const matrices = Object.keys(layerShapes) as Matrix[]

/** How many numbers each array of the network has. */
export const networkSizes = {
  w1: hidden * featureCount,
  w2: hidden * hidden,
  w3: hidden * hidden,
  w4: headCount * hidden,
  b1: hidden,
  b2: hidden,
  b3: hidden,
  b4: headCount,
  mean: featureCount,
  scale: featureCount
} as const

/** Tensors of the network: `w1`…`w4` [inputs × outputs], `b1`…`b4`, and the `mean` and `scale` of the features. */
export type NetworkTensors = Record<Matrix, tf.Tensor2D> &
  Record<"b1" | "b2" | "b3" | "b4" | "mean" | "scale", tf.Tensor1D>

/** Features [rows × featureCount] → the numbers of the heads [rows × headCount]; two residual layers in between. */
export function runNetwork(weights: NetworkTensors, features: tf.Tensor2D): tf.Tensor2D {
  const dense = (x: tf.Tensor2D, w: tf.Tensor2D, b: tf.Tensor1D) =>
    tf.add(tf.matMul(x, w), b) as tf.Tensor2D
  const x = tf.div(tf.sub(features, weights.mean), weights.scale) as tf.Tensor2D
  const one = tf.relu(dense(x, weights.w1, weights.b1))
  const two = tf.add(one, tf.relu(dense(one, weights.w2, weights.b2))) as tf.Tensor2D
  const three = tf.add(two, tf.relu(dense(two, weights.w3, weights.b3))) as tf.Tensor2D
  return dense(three, weights.w4, weights.b4)
}

import * as tf from "@tensorflow/tfjs-core"
import { candidateCount, candidateNames, candidates } from "./candidates"
import { levelCount, medianAt } from "./levels"
import { poolMembers } from "./pool"

const gapCount = levelCount - 1

/** Numbers that the network gives for a row, in this order. */
export const headSizes = {
  center: poolMembers.length,
  mean: poolMembers.length,
  candidates: candidateCount,
  stretch: gapCount,
  widen: gapCount,
  shift: 1,
  zero: 1,
  centerTrust: 1,
  meanTrust: 1
} as const
export const headCount = Object.values(headSizes).reduce((a, b) => a + b, 0)

const kindMask = (kind: "plus" | "times" | "alone") =>
  candidateNames.map((name) => (candidates[name] === kind ? 1 : 0))

/** Gap i belongs to every level beyond it, away from the median. */
const gapSums = Array.from({ length: gapCount }, (_, gap) =>
  Array.from({ length: levelCount }, (_, level) =>
    gap >= medianAt && level > gap ? 1 : gap < medianAt && level <= gap ? -1 : 0
  )
)

export type Decoded = { quantiles: tf.Tensor2D; mean: tf.Tensor2D; zero: tf.Tensor2D }

/**
 * From the network's numbers to a forecast, for training and worker alike. The centre and the mean are convex blends of
 * the members that starts from their past errors (`anchor`: log weights, trusted as far as the network says), the quantiles a convex blend of the candidates, so they are monotone; each gap between two quantiles is
 * stretched or widened by a positive amount, so they stay so. Shapes: head [rows × headCount], members and anchor
 * [rows × members], * blocks [rows × candidates × levels], spread [rows × 1]; out quantiles [rows × levels], mean and zero-demand logit
 * [rows × 1].
 */
export function decodeHeads(
  head: tf.Tensor2D,
  members: tf.Tensor2D,
  anchor: tf.Tensor2D,
  blocks: tf.Tensor3D,
  spread: tf.Tensor2D
): Decoded {
  const [
    centerLogits,
    meanLogits,
    candidateLogits,
    stretch,
    widen,
    shift,
    zero,
    centerTrust,
    meanTrust
  ] = tf.split(head, Object.values(headSizes), 1) as [
    tf.Tensor2D,
    tf.Tensor2D,
    tf.Tensor2D,
    tf.Tensor2D,
    tf.Tensor2D,
    tf.Tensor2D,
    tf.Tensor2D,
    tf.Tensor2D,
    tf.Tensor2D
  ]
  const blendOf = (logits: tf.Tensor2D, trust: tf.Tensor2D) => {
    const anchored = tf.add(logits, tf.mul(anchor, tf.sigmoid(trust))) as tf.Tensor2D
    return tf.sum(tf.mul(tf.softmax(anchored), members), 1, true) as tf.Tensor2D
  }
  const center = blendOf(centerLogits, centerTrust)
  const mean = blendOf(meanLogits, meanTrust)
  const weights = tf.softmax(candidateLogits)
  const blend = (masks: number[]) => {
    const masked = tf.reshape(tf.mul(weights, tf.tensor1d(masks)), [-1, 1, candidateCount])
    return tf.reshape(tf.matMul(masked as tf.Tensor3D, blocks), [-1, levelCount]) as tf.Tensor2D
  }
  const alone = kindMask("alone")
  const plus = kindMask("plus")
  const added = blend(alone.map((one, i) => one + (plus[i] ?? 0)))
  const scaled = tf.mul(tf.relu(center), blend(kindMask("times")))
  const base = tf.add(
    tf.add(added, scaled),
    tf.mul(center, tf.sum(tf.mul(weights, tf.tensor1d(plus)), 1, true))
  ) as tf.Tensor2D
  const rows = base.shape[0]
  const gaps = tf.relu(
    tf.sub(tf.slice2d(base, [0, 1], [rows, gapCount]), tf.slice2d(base, [0, 0], [rows, gapCount]))
  )
  const stretched = tf.mul(gaps, tf.exp(tf.mul(tf.tanh(stretch), 1.5)))
  const widened = tf.mul(spread, tf.mul(tf.softplus(tf.sub(widen, 3)), 0.2))
  const middle = tf.add(
    tf.slice2d(base, [0, medianAt], [rows, 1]),
    tf.mul(spread, tf.mul(0.5, tf.tanh(shift)))
  )
  const quantiles = tf.add(
    middle,
    tf.matMul(tf.add(stretched, widened) as tf.Tensor2D, tf.tensor2d(gapSums))
  ) as tf.Tensor2D
  return { quantiles, mean, zero }
}

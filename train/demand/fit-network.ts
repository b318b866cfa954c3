import * as tf from "@tensorflow/tfjs-core"
import { candidateCount, candidateNames } from "../../models/demand/candidates"
import { featureCount } from "../../models/demand/features"
import { decodeHeads, headCount, headSizes } from "../../models/demand/heads"
import { levelCount, levels } from "../../models/demand/levels"
import { layerShapes, matrices, type NetworkTensors, runNetwork } from "../../models/demand/network"
import { poolMembers } from "../../models/demand/pool"
import { blockSize, type Examples } from "./examples"
import type { Draw } from "./random"

const memberCount = poolMembers.length
const settings = {
  batch: 512,
  rate: 0.0015,
  decay: 2e-4,
  zeroLoss: 0.05,
  meanLoss: 0.1,
  /** Pull of the heads towards where they start: the combination by past errors. */
  headLoss: 1.5e-3,
  /** Share of the features of a row that are blotted out, so that none is relied on alone. */
  blot: 0.1
}

/** Errors of the mean beyond so many spreads count linearly: one bulk order must not raise what is expected of every week. */
const robust = 2

/** Where the heads start: members trusted by their past errors, few zeros, no widening. */
const startOfHead: Partial<Record<keyof typeof headSizes, number>> = {
  centerTrust: 3,
  meanTrust: 3,
  widen: -3
}

function headStart(): Float32Array {
  const start = new Float32Array(headCount)
  let place = 0
  for (const [name, size] of Object.entries(headSizes)) {
    start.fill(startOfHead[name as keyof typeof headSizes] ?? 0, place, place + size)
    if (name === "candidates") start[place + candidateNames.indexOf("nothing")] = -4
    place += size
  }
  return start
}

/** The tails count a little more: the nine quantiles alone would leave them to chance. */
const levelWeights = levels.map((level) => (level < 0.1 || level > 0.9 ? 2 : 1))

/** Weights of the network as plain arrays, matrices [inputs × outputs]. */
export type PlainWeights = Record<keyof NetworkTensors, Float32Array>

/** Mean and spread of each feature. */
function featureStatistics({ features, count }: Examples): {
  mean: Float32Array
  scale: Float32Array
} {
  const mean = new Float32Array(featureCount)
  const scale = new Float32Array(featureCount)
  for (let f = 0; f < featureCount; f++) {
    let sum = 0
    let squares = 0
    for (let i = 0; i < count; i++) {
      const value = features[i * featureCount + f] as number
      sum += value
      squares += value * value
    }
    mean[f] = sum / count
    scale[f] = Math.max(0.05, Math.sqrt(Math.max(0, squares / count - (sum / count) ** 2)))
  }
  return { mean, scale }
}

export type Batch = {
  features: tf.Tensor2D
  members: tf.Tensor2D
  anchor: tf.Tensor2D
  blocks: tf.Tensor3D
  spread: tf.Tensor2D
  actual: tf.Tensor2D
  weight: tf.Tensor2D
}

/** The chosen rows as tensors. */
export function gather(examples: Examples, rows: Int32Array): Batch {
  const take = (from: Float32Array, width: number) => {
    const out = new Float32Array(rows.length * width)
    rows.forEach((row, i) => {
      out.set(from.subarray(row * width, (row + 1) * width), i * width)
    })
    return out
  }
  const n = rows.length
  return {
    features: tf.tensor2d(take(examples.features, featureCount), [n, featureCount]),
    members: tf.tensor2d(take(examples.members, memberCount), [n, memberCount]),
    anchor: tf.tensor2d(take(examples.anchor, memberCount), [n, memberCount]),
    blocks: tf.tensor3d(take(examples.blocks, blockSize), [n, candidateCount, levelCount]),
    spread: tf.tensor2d(take(examples.spread, 1), [n, 1]),
    actual: tf.tensor2d(take(examples.actual, 1), [n, 1]),
    weight: tf.tensor2d(take(examples.weight, 1), [n, 1])
  }
}

/** Pinball loss of the quantiles, squared error of the mean (Huber 1964), log loss of zero demand. */
function lossOf(weights: NetworkTensors, batch: Batch): tf.Scalar {
  const head = runNetwork(weights, batch.features)
  const { quantiles, mean, zero } = decodeHeads(
    head,
    batch.members,
    batch.anchor,
    batch.blocks,
    batch.spread
  )
  const error = tf.sub(batch.actual, tf.relu(quantiles))
  const steps = tf.tensor1d([...levels])
  const pinball = tf.maximum(tf.mul(error, steps), tf.mul(error, tf.sub(steps, 1)))
  const quantileLoss = tf.mean(tf.mul(tf.mul(pinball, tf.tensor1d(levelWeights)), batch.weight))
  const off = tf.div(tf.sub(batch.actual, mean), tf.add(batch.spread, 0.02))
  const size = tf.abs(off)
  const near = tf.minimum(size, robust)
  const meanLoss = tf.mean(tf.add(tf.mul(0.5, tf.square(near)), tf.mul(robust, tf.sub(size, near))))
  const isZero = tf.cast(tf.equal(batch.actual, 0), "float32")
  const zeroLoss = tf.mean(tf.sub(tf.softplus(zero), tf.mul(zero, isZero)))
  const pull = tf.mean(tf.square(tf.sub(head, tf.tensor1d(headStart()))))
  return tf.addN([
    quantileLoss as tf.Scalar,
    tf.mul(meanLoss, settings.meanLoss),
    tf.mul(zeroLoss, settings.zeroLoss),
    tf.mul(pull, settings.headLoss)
  ]) as tf.Scalar
}

function initialise(examples: Examples, draw: Draw): Map<string, tf.Variable> {
  const variables = new Map<string, tf.Variable>()
  for (const name of matrices) {
    const [outputs, inputs] = layerShapes[name]
    const reach = Math.sqrt((name === "w4" ? 0.1 : 2) / inputs)
    const values = Float32Array.from({ length: outputs * inputs }, () => draw.normal() * reach)
    variables.set(name, tf.variable(tf.tensor2d(values, [inputs, outputs])))
    const bias = name === "w4" ? tf.tensor1d(headStart()) : tf.zeros([outputs])
    variables.set(name.replace("w", "b"), tf.variable(bias))
  }
  const { mean, scale } = featureStatistics(examples)
  variables.set("mean", tf.variable(tf.tensor1d(mean), false))
  variables.set("scale", tf.variable(tf.tensor1d(scale), false))
  return variables
}

const drawMask = (count: number, draw: Draw) => Float32Array.from({ length: count }, draw.next)

/** Mean loss over all rows, in batches. */
export function meanLoss(weights: NetworkTensors, examples: Examples): number {
  let sum = 0
  for (let start = 0; start < examples.count; start += 4_096) {
    const rows = Int32Array.from(
      { length: Math.min(4_096, examples.count - start) },
      (_, i) => start + i
    )
    const loss = tf.tidy(() => lossOf(weights, gather(examples, rows)).dataSync()[0] ?? 0)
    sum += loss * rows.length
  }
  return sum / examples.count
}

/** Trains with Adam, a cosine-shaped rate, weight decay and an average over the last part of the way. */
export function fitNetwork(
  training: Examples,
  validation: Examples,
  steps: number,
  draw: Draw
): PlainWeights {
  const variables = initialise(training, draw)
  const weights = Object.fromEntries(variables) as unknown as NetworkTensors
  const trained = [...variables.values()].filter(({ trainable }) => trainable)
  const optimizer = tf.train.adam(settings.rate, 0.9, 0.98)
  const averages = new Map<string, Float32Array>()
  const averageFrom = Math.floor(steps * 0.75)
  let averaged = 0
  for (let step = 0; step < steps; step++) {
    const warm = Math.min(1, (step + 1) / 300)
    const rate = warm * settings.rate * (0.5 + 0.5 * Math.cos((Math.PI * step) / steps) + 0.02)
    Object.assign(optimizer, { learningRate: rate })
    const rows = Int32Array.from({ length: settings.batch }, () =>
      Math.floor(draw.next() * training.count)
    )
    tf.tidy(() => {
      const batch = gather(training, rows)
      const kept = tf.lessEqual(
        tf.tensor2d(drawMask(rows.length * featureCount, draw), [rows.length, featureCount]),
        1 - settings.blot
      )
      batch.features = tf.where(kept, batch.features, tf.reshape(weights.mean, [1, featureCount]))
      optimizer.minimize(() => lossOf(weights, batch), false, trained)
      for (const name of matrices) {
        const variable = variables.get(name)
        variable?.assign(tf.mul(variable, 1 - settings.decay * (rate / settings.rate)))
      }
    })
    if (step >= averageFrom && step % 50 === 0) {
      averaged++
      for (const [name, variable] of variables) {
        const values = variable.dataSync() as Float32Array
        const mean = averages.get(name) ?? new Float32Array(values.length)
        values.forEach((value, i) => {
          mean[i] = (mean[i] as number) + (value - (mean[i] as number)) / averaged
        })
        averages.set(name, mean)
      }
    }
    if (step % 1_000 === 999) {
      console.log(`  step ${step + 1}: validation loss ${meanLoss(weights, validation).toFixed(5)}`)
    }
  }
  for (const [name, variable] of variables) {
    const mean = averages.get(name)
    if (mean) variable.assign(tf.tensor(mean, variable.shape))
  }
  console.log(`  averaged: validation loss ${meanLoss(weights, validation).toFixed(5)}`)
  const plain = Object.fromEntries(
    [...variables].map(([name, variable]) => [name, (variable.dataSync() as Float32Array).slice()])
  ) as PlainWeights
  for (const variable of variables.values()) variable.dispose()
  optimizer.dispose()
  return plain
}

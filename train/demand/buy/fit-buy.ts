import * as tf from "@tensorflow/tfjs-core"
import { buyFeatureCount, buyFeatures } from "../../../models/demand/buy-features"
import { buyArray, buyHidden, buyLogit, buyMembers } from "../../../models/demand/buy-network"
import type { Draw } from "../random"
import type { BuyCase } from "./cases"

const settings = { batch: 512, steps: 3_000, rate: 0.003 }

/** Slope and intercept that make log-odds fit what happened (Platt 1999), by Newton's method. */
export function fitPlatt(logits: number[], happened: number[]): [number, number] {
  let [slope, intercept] = [1, 0]
  for (let round = 0; round < 25; round++) {
    let [g0, g1, h00, h01, h11] = [0, 0, 1e-6, 0, 1e-6]
    logits.forEach((logit, i) => {
      const p = 1 / (1 + Math.exp(-(slope * logit + intercept)))
      const off = p - (happened[i] as number)
      const weight = p * (1 - p)
      g0 += off * logit
      g1 += off
      h00 += weight * logit * logit
      h01 += weight * logit
      h11 += weight
    })
    const determinant = h00 * h11 - h01 * h01
    slope -= (h11 * g0 - h01 * g1) / determinant
    intercept -= (h00 * g1 - h01 * g0) / determinant
  }
  return [slope, intercept]
}

type Layer = { w: tf.Variable; b: tf.Variable }

/** One network from one start; rows are features [cases][features]. */
function fitMember(rows: Float32Array[], labelOf: (row: number) => number, draw: Draw): Layer[] {
  const sizes = [buyFeatureCount, buyHidden, buyHidden, 1]
  const layers: Layer[] = sizes.slice(1).map((outputs, i) => {
    const inputs = sizes[i] as number
    const start = Float32Array.from(
      { length: inputs * outputs },
      () => draw.normal() * Math.sqrt(2 / inputs)
    )
    return {
      w: tf.variable(tf.tensor2d(start, [inputs, outputs])),
      b: tf.variable(tf.zeros([outputs]))
    }
  })
  const optimizer = tf.train.adam(settings.rate)
  for (let step = 0; step < settings.steps; step++) {
    Object.assign(optimizer, { learningRate: settings.rate * (1 - step / settings.steps) })
    const chosen = Array.from({ length: settings.batch }, () =>
      Math.floor(draw.next() * rows.length)
    )
    tf.tidy(() => {
      const x = new Float32Array(settings.batch * buyFeatureCount)
      chosen.forEach((row, i) => {
        x.set(rows[row] as Float32Array, i * buyFeatureCount)
      })
      const labels = tf.tensor2d(chosen.map((row) => [labelOf(row)]))
      const input = tf.tensor2d(x, [settings.batch, buyFeatureCount])
      optimizer.minimize(() => {
        const logit = layers.reduce<tf.Tensor2D>((value, { w, b }, i) => {
          const sum = tf.add(tf.matMul(value, w as unknown as tf.Tensor2D), b) as tf.Tensor2D
          return i < 2 ? tf.relu(sum) : sum
        }, input)
        return tf.mean(tf.sub(tf.softplus(logit), tf.mul(logit, labels))) as tf.Scalar
      })
    })
  }
  optimizer.dispose()
  return layers
}

/**
 * Trains the small networks on items and buyers together, then calibrates each kind. Later weeks alone are one season: they
 * are pooled with the training weeks, so that a quiet summer does not become a belief.
 */
export function fitBuy(
  training: BuyCase[],
  validation: Record<"item" | "buyer", BuyCase[]>,
  draw: Draw
): Map<string, Float32Array> {
  const rows = training.map(({ history }) => buyFeatures(history))
  const mean = new Float32Array(buyFeatureCount)
  const scale = new Float32Array(buyFeatureCount)
  for (let f = 0; f < buyFeatureCount; f++) {
    const values = rows.map((row) => row[f] as number)
    const center = values.reduce((a, b) => a + b, 0) / values.length
    mean[f] = center
    scale[f] = Math.max(
      0.05,
      Math.sqrt(values.reduce((sum, v) => sum + (v - center) ** 2, 0) / values.length)
    )
  }
  const weights = new Map<string, Float32Array>([
    ["buy.mean", mean],
    ["buy.scale", scale]
  ])
  const scaled = rows.map((row) =>
    row.map((value, f) => (value - (mean[f] as number)) / (scale[f] as number))
  )
  for (let member = 0; member < buyMembers; member++) {
    fitMember(scaled, (row) => training[row]?.bought ?? 0, draw).forEach(({ w, b }, i) => {
      const flipped = tf.tidy(() => tf.transpose(w).dataSync().slice() as Float32Array)
      weights.set(buyArray(member, "w", i + 1), flipped)
      weights.set(buyArray(member, "b", i + 1), b.dataSync().slice() as Float32Array)
      w.dispose()
      b.dispose()
    })
  }
  const platt = (["item", "buyer"] as const).flatMap((kind) => {
    const pooled = [...validation[kind], ...training.filter(({ history }) => history.kind === kind)]
    return fitPlatt(
      pooled.map(({ history }) => buyLogit(weights, buyFeatures(history))),
      pooled.map(({ bought }) => bought)
    )
  })
  weights.set("buy.platt", Float32Array.from(platt))
  return weights
}

import { type BuyHistory, buyFeatureCount, buyFeatures } from "./buy-features"

export const buyHidden = 24
export const buyShapes = {
  "buy.w1": [buyHidden, buyFeatureCount],
  "buy.w2": [buyHidden, buyHidden],
  "buy.w3": [1, buyHidden]
} as const

/** Arrays by name, matrices one row an output; `buy.platt` is slope and intercept of the calibration for each kind. */
export type BuyWeights = ReadonlyMap<string, Float32Array>

function dense(weights: BuyWeights, layer: 1 | 2 | 3, x: Float32Array): Float32Array {
  const w = weights.get(`buy.w${layer}`) as Float32Array
  const b = weights.get(`buy.b${layer}`) as Float32Array
  return b.map((bias, o) => {
    let sum = bias
    for (let i = 0; i < x.length; i++) sum += (w[o * x.length + i] as number) * (x[i] as number)
    return layer < 3 ? Math.max(0, sum) : sum
  })
}

/** Log-odds before calibration. A thousand weights: plain loops are faster than tensors. */
export function buyLogit(weights: BuyWeights, features: Float32Array): number {
  const mean = weights.get("buy.mean") as Float32Array
  const scale = weights.get("buy.scale") as Float32Array
  const x = features.map((value, i) => (value - (mean[i] as number)) / (scale[i] as number))
  return dense(weights, 3, dense(weights, 2, dense(weights, 1, x)))[0] as number
}

/** Chance of at least one purchase in the weeks asked for, calibrated per kind (Platt 1999). */
export function buyChance(weights: BuyWeights, history: BuyHistory): number {
  const platt = weights.get("buy.platt") as Float32Array
  const at = history.kind === "item" ? 0 : 2
  const logit = buyLogit(weights, buyFeatures(history))
  return 1 / (1 + Math.exp(-((platt[at] as number) * logit + (platt[at + 1] as number))))
}

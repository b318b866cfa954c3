import { type BuyHistory, buyFeatureCount, buyFeatures } from "./buy-features"

export const buyHidden = 24
/** Networks of different starts whose log-odds are averaged (Lakshminarayanan, Pritzel and Blundell 2017). */
export const buyMembers = 4
const sizes = [
  [buyHidden, buyFeatureCount],
  [buyHidden, buyHidden],
  [1, buyHidden]
] as const

/** The name of a member's array in `weights.bin`. */
export const buyArray = (member: number, array: "w" | "b", layer: number) =>
  `buy.${member}.${array}${layer}`

/** [outputs, inputs] of every matrix by name. */
export const buyShapes: Record<string, readonly [number, number]> = Object.fromEntries(
  Array.from({ length: buyMembers }, (_, member) =>
    sizes.map((size, i) => [buyArray(member, "w", i + 1), size])
  ).flat()
)

/** Arrays by name, matrices one row an output; `buy.platt` is slope and intercept of the calibration for each kind. */
export type BuyWeights = ReadonlyMap<string, Float32Array>

function dense(
  weights: BuyWeights,
  member: number,
  layer: 1 | 2 | 3,
  x: Float32Array
): Float32Array {
  const w = weights.get(buyArray(member, "w", layer)) as Float32Array
  const b = weights.get(buyArray(member, "b", layer)) as Float32Array
  return b.map((bias, o) => {
    let sum = bias
    for (let i = 0; i < x.length; i++) sum += (w[o * x.length + i] as number) * (x[i] as number)
    return layer < 3 ? Math.max(0, sum) : sum
  })
}

/** Mean log-odds before calibration. A few thousand weights: plain loops are faster than tensors. */
export function buyLogit(weights: BuyWeights, features: Float32Array): number {
  const mean = weights.get("buy.mean") as Float32Array
  const scale = weights.get("buy.scale") as Float32Array
  const x = features.map((value, i) => (value - (mean[i] as number)) / (scale[i] as number))
  let sum = 0
  for (let member = 0; member < buyMembers; member++) {
    const two = dense(weights, member, 2, dense(weights, member, 1, x))
    sum += dense(weights, member, 3, two)[0] as number
  }
  return sum / buyMembers
}

/** Chance of at least one purchase in the weeks asked for, calibrated per kind (Platt 1999). */
export function buyChance(weights: BuyWeights, history: BuyHistory): number {
  const platt = weights.get("buy.platt") as Float32Array
  const at = history.kind === "item" ? 0 : 2
  const logit = buyLogit(weights, buyFeatures(history))
  return 1 / (1 + Math.exp(-((platt[at] as number) * logit + (platt[at + 1] as number))))
}

import { countQuantiles } from "./count-quantiles"
import { levelCount } from "./levels"
import type { Quantiled } from "./quantiled"

/** A similar item's start: units a day over its first weeks. */
export type Launch = { rate: number; similarity: number }

/** Own days after which an item's own sales count as much as its kin's launches. */
const priorDays = 14
/** Spread of launches of unlike items: a factor of three either way. */
const unlike = 1.2

/**
 * Demand of an item that has hardly sold yet: a gamma prior from how similar items started, updated by its own sales
 * (Gamma-Poisson conjugacy), hence negative binomial quantiles. Without kin the prior is the shop's usual launch, wide.
 * `perStep` days in a step.
 */
export function newItemForecast(
  own: { units: number; days: number },
  launches: Launch[],
  shopRate: number,
  horizon: number,
  perStep: number
): Quantiled {
  const weight = launches.reduce((sum, one) => sum + one.similarity, 0)
  const kin = launches.reduce((sum, one) => sum + one.similarity * one.rate, 0) / (weight || 1)
  const prior = weight > 0 ? kin : shopRate
  const spread =
    launches.reduce((sum, one) => sum + one.similarity * (one.rate - kin) ** 2, 0) / (weight || 1)
  const relative = launches.length >= 3 && kin > 0 ? Math.max(0.3, spread / (kin * kin)) : unlike
  const rate = (prior * priorDays + own.units) / (priorDays + own.days)
  // what is uncertain about the rate shrinks with own days
  const doubt = relative * (priorDays / (priorDays + own.days))
  const mean = rate * perStep
  const quantiles = new Float64Array(levelCount)
  countQuantiles(mean, mean + doubt * mean * mean, quantiles, 0)
  const out: Quantiled = {
    mean: new Float32Array(horizon).fill(mean),
    quantiles: new Float32Array(horizon * levelCount),
    zero: new Float32Array(horizon).fill((1 + doubt * mean) ** (-1 / doubt))
  }
  for (let h = 0; h < horizon; h++) out.quantiles.set(quantiles, h * levelCount)
  return out
}

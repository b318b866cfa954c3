import { type DemandClass, demandClasses } from "../../src/features/demand-class"
import { levelCount, levels, medianAt } from "./levels"
import type { Quantiled } from "./quantiled"

/** How far each quantile's distance from the median is stretched, per demand class. */
export type Calibration = Record<DemandClass, Float32Array>

export const noCalibration = (): Calibration =>
  Object.fromEntries(
    demandClasses.map((name) => [name, new Float32Array(levelCount).fill(1)])
  ) as Calibration

/** What is calibrated: the edges of the 80 % and 95 % intervals. The quantiles between are left to the network. */
const edges = new Set([0.025, 0.1, 0.9, 0.975])

/** One past forecast and what came. */
export type Outcome = {
  class: DemandClass
  forecast: Quantiled
  actual: ArrayLike<number>
  scale: number
}

/** So many observations' worth of faith in the quantiles as they are. */
const prior = 150
const bounds = [0.5, 2.5] as const
/** A quiet past does not promise a quiet future: ranges are narrowed by this share of what it says. */
const narrowing = 0.5

/**
 * Split-conformal calibration (Papadopoulos 2002; scores relative to the predicted distance as in Romano, Patterson and
 * Candès 2019), one factor a quantile and demand class: the least factor at which the right share of past values falls
 * below the stretched quantile. Few observations move it little.
 */
export function calibrate(outcomes: Outcome[]): Calibration {
  const calibration = noCalibration()
  for (const name of demandClasses) {
    const own = outcomes.filter((outcome) => outcome.class === name)
    const factors = calibration[name]
    for (let k = 0; k < levelCount; k++) {
      if (!edges.has(levels[k] as number)) continue
      const scores: number[] = []
      let all = 0
      for (const { forecast, actual, scale } of own) {
        for (let h = 0; h < actual.length; h++) {
          const y = actual[h] as number
          if (Number.isNaN(y)) continue
          all++
          const median = forecast.quantiles[h * levelCount + medianAt] as number
          const arm = (forecast.quantiles[h * levelCount + k] as number) - median
          if (Math.abs(arm) > 0.02 * scale) scores.push((y - median) / arm)
        }
      }
      // an interval whose edge is zero has no arm to stretch
      if (scores.length < 0.3 * all || scores.length < 30) continue
      scores.sort((a, b) => a - b)
      const level = k > medianAt ? (levels[k] as number) : 1 - (levels[k] as number)
      const raw = scores[
        Math.min(scores.length - 1, Math.ceil((scores.length + 1) * level) - 1)
      ] as number
      const bounded = Math.max(bounds[0], Math.min(bounds[1], raw))
      const faith = (bounded < 1 ? narrowing : 1) * (scores.length / (scores.length + prior))
      factors[k] = 1 + (bounded - 1) * faith
    }
    keepOrder(factors)
  }
  return calibration
}

/** A further quantile may not be stretched so much less than a nearer one that they cross; kept simple: never nearer. */
function keepOrder(factors: Float32Array): void {
  for (let k = medianAt + 2; k < levelCount; k++)
    factors[k] = Math.max(factors[k] as number, 0.8 * (factors[k - 1] as number))
  for (let k = medianAt - 2; k >= 0; k--)
    factors[k] = Math.max(factors[k] as number, 0.8 * (factors[k + 1] as number))
}

/** Stretches the quantiles of a forecast; they stay monotone and, where they were, at or above zero. */
export function applyCalibration(forecast: Quantiled, factors: Float32Array): Quantiled {
  const { quantiles } = forecast
  const out = new Float32Array(quantiles.length)
  for (let start = 0; start < quantiles.length; start += levelCount) {
    const median = quantiles[start + medianAt] as number
    const floor = (quantiles[start] as number) < 0 ? Number.NEGATIVE_INFINITY : 0
    out[start + medianAt] = median
    for (let k = medianAt + 1; k < levelCount; k++) {
      const moved = median + (factors[k] as number) * ((quantiles[start + k] as number) - median)
      out[start + k] = Math.max(out[start + k - 1] as number, moved)
    }
    for (let k = medianAt - 1; k >= 0; k--) {
      const moved = median + (factors[k] as number) * ((quantiles[start + k] as number) - median)
      out[start + k] = Math.max(floor, Math.min(out[start + k + 1] as number, moved))
    }
  }
  return { ...forecast, quantiles: out }
}

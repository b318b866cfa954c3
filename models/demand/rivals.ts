import type { Analysis } from "./analysis"
import { levelCount, normalAt } from "./levels"
import { poolMembers } from "./pool"
import type { Quantiled } from "./quantiled"
import { bandOf, residualBands } from "./residual-bands"

const floorOf = (analysis: Analysis) => (analysis.facts.negative ? Number.NEGATIVE_INFINITY : 0)

/** A mean with normal quantiles around it, cut off at zero where demand is never negative. */
function normalAround(
  mean: ArrayLike<number>,
  spread: (h: number) => number,
  floor: number
): Quantiled {
  const horizon = mean.length
  const quantiles = new Float32Array(horizon * levelCount)
  for (let h = 0; h < horizon; h++) {
    for (let k = 0; k < levelCount; k++) {
      quantiles[h * levelCount + k] = Math.max(
        floor,
        (mean[h] as number) + (normalAt[k] as number) * spread(h)
      )
    }
  }
  return { mean: Float32Array.from(mean), quantiles, zero: new Float32Array(horizon) }
}

/** Means of a member from the last origin. */
function lastMeans({ test }: Analysis, member: number): Float64Array {
  const start = (test.origins.length - 1) * test.horizon
  return (test.means[member] as Float64Array).subarray(start, start + test.horizon)
}

/** ETS with its own Gaussian interval: the rival that the targets are set against. */
export function etsGaussian(analysis: Analysis): Quantiled {
  const { etsSpread } = analysis.test
  return normalAround(
    lastMeans(analysis, poolMembers.indexOf("ets")),
    (h) => etsSpread[h] as number,
    floorOf(analysis)
  )
}

/** A member on its own, with the quantiles of its past errors at about that step ahead. */
export function memberEmpirical(analysis: Analysis, member: number, y: Float64Array): Quantiled {
  const { test } = analysis
  const own = test.means[member] as Float64Array
  const residuals = test.residuals.map(
    (residual, i) => residual + (test.combined[i] as number) - (own[i] as number)
  )
  const bands = residualBands(y, { ...test, residuals, combined: own }, 0)
  const mean = lastMeans(analysis, member)
  const floor = floorOf(analysis)
  const quantiles = new Float32Array(test.horizon * levelCount)
  for (let h = 0; h < test.horizon; h++) {
    const band = bandOf(h, test.horizon) * levelCount
    for (let k = 0; k < levelCount; k++) {
      quantiles[h * levelCount + k] = Math.max(
        floor,
        (mean[h] as number) + (bands.residuals[band + k] as number)
      )
    }
  }
  return { mean: Float32Array.from(mean), quantiles, zero: new Float32Array(test.horizon) }
}

/** A member on its own, with a normal curve of the size of its past errors. */
export function memberNormal(analysis: Analysis, member: number, y: Float64Array): Quantiled {
  const { test } = analysis
  const own = test.means[member] as Float64Array
  const residuals = test.residuals.map(
    (residual, i) => residual + (test.combined[i] as number) - (own[i] as number)
  )
  const { spread } = residualBands(y, { ...test, residuals, combined: own }, 0)
  return normalAround(
    lastMeans(analysis, member),
    (h) => spread[bandOf(h, test.horizon)] as number,
    floorOf(analysis)
  )
}

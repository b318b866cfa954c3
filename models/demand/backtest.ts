import type { DemandSeries } from "../../src/features/demand-series"
import { originsOf } from "./origins"
import { pool, poolMembers } from "./pool"
import { type EtsFit, etsSpread, fitEts, forecastEts } from "./pool/ets"
import type { PoolInput } from "./pool/forecaster"

const memberCount = poolMembers.length
/** So much of the mean of the members' squared errors is added to each before it is weighed. */
const prior = 0.2

/** The whole pool from every origin of a series, and the combination by past errors. */
export type Backtest = {
  origins: Int32Array
  horizon: number
  /** One row of `horizon` means an origin, for each member. */
  means: Float64Array[]
  /** Root mean squared and mean error of each member over the earlier origins; NaN without one. */
  rmse: Float64Array
  bias: Float64Array
  /** Weights of the combination. */
  weights: Float64Array
  /** The combination, and actual less combination (NaN where not observed), as rows an origin. */
  combined: Float64Array
  residuals: Float64Array
  etsSpread: Float64Array
}

/** The combination of members before anything is known of their errors. */
const trusted = new Set(["ses", "damped-holt", "theta", "ets", "tsb", "imapa"])

function weigh(rmse: Float64Array): Float64Array {
  const squares = rmse.map((value) => value * value)
  const mean = squares.reduce((a, b) => a + b, 0) / memberCount
  if (!(mean > 0))
    return Float64Array.from(poolMembers, (name) => (trusted.has(name) ? 1 / trusted.size : 0))
  const least = squares.reduce((a, b) => Math.min(a, b), mean)
  const weights = squares.map((value) => 1 / (value + prior * least + 1e-9 * mean) ** 2)
  const sum = weights.reduce((a, b) => a + b, 0)
  return weights.map((weight) => weight / sum)
}

/** Runs every member from every origin; errors are those of the earlier origins, whose horizon is history. */
export function backtest(series: DemandSeries, horizon: number): Backtest {
  const { y, period, known } = series
  const origins = originsOf(y.length, horizon)
  const rows = origins.length
  const input: PoolInput = { y, period, horizon, origins, ...(known ? { known } : {}) }
  let fit: EtsFit | null = null
  const means = poolMembers.map((name) => {
    const out = new Float64Array(rows * horizon)
    if (name === "ets") {
      fit = fitEts(y, period)
      forecastEts(input, fit, out)
    } else pool[name](input, out)
    return out
  })
  const rmse = new Float64Array(memberCount)
  const bias = new Float64Array(memberCount)
  let count = 0
  for (let row = 0; row < rows - 1; row++) {
    for (let h = 0; h < horizon; h++) {
      const at = (origins[row] as number) + h
      const actual = at < y.length ? (y[at] as number) : Number.NaN
      if (Number.isNaN(actual)) continue
      count++
      for (let k = 0; k < memberCount; k++) {
        const error = actual - ((means[k] as Float64Array)[row * horizon + h] as number)
        rmse[k] = (rmse[k] as number) + error * error
        bias[k] = (bias[k] as number) + error
      }
    }
  }
  for (let k = 0; k < memberCount; k++) {
    rmse[k] = count > 0 ? Math.sqrt((rmse[k] as number) / count) : 0
    bias[k] = count > 0 ? (bias[k] as number) / count : 0
  }
  const weights = weigh(rmse)
  const combined = new Float64Array(rows * horizon)
  for (let k = 0; k < memberCount; k++) {
    const weight = weights[k] as number
    const own = means[k] as Float64Array
    for (let i = 0; i < combined.length; i++)
      combined[i] = (combined[i] as number) + weight * (own[i] as number)
  }
  const residuals = new Float64Array((rows - 1) * horizon).fill(Number.NaN)
  for (let row = 0; row < rows - 1; row++) {
    for (let h = 0; h < horizon; h++) {
      const at = (origins[row] as number) + h
      if (at < y.length)
        residuals[row * horizon + h] = (y[at] as number) - (combined[row * horizon + h] as number)
    }
  }
  const spread = fit ? etsSpread(fit, horizon) : new Float64Array(horizon)
  return { origins, horizon, means, rmse, bias, weights, combined, residuals, etsSpread: spread }
}

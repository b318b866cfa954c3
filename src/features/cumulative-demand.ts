import type { ForecastPath } from "../domain/forecast"
import { forecastLevels } from "../domain/forecast"
import { normalCdf, normalQuantile } from "./normal"

/** Mean and variance of demand from now to the end of each day ahead. */
export type CumulativeDemand = { mean: Float64Array; variance: Float64Array }

const levelCount = forecastLevels.length
const low = forecastLevels.indexOf(0.1)
const high = forecastLevels.indexOf(0.9)
/** Correlation of two steps' errors: a level that was misjudged stays misjudged. */
const shared = 0.25

/** Standard deviation of a step from its 80 % range. */
const spreadOf = ({ quantiles }: ForecastPath, step: number) =>
  ((quantiles[step * levelCount + high] as number) -
    (quantiles[step * levelCount + low] as number)) /
  2.5631

/**
 * Days first, then weeks: sums of means, and the variance of a sum whose steps' errors share a correlation
 * (equicorrelation: Σσ² (1 − ρ) + ρ (Σσ)²). Weeks are spread evenly over their days.
 */
export function cumulativeDemand(
  daily: ForecastPath,
  weekly: ForecastPath,
  days: number
): CumulativeDemand {
  const mean = new Float64Array(days)
  const variance = new Float64Array(days)
  const byDay = daily.mean.length
  let [sum, squares, spreads] = [0, 0, 0]
  for (let day = 0; day < days; day++) {
    const week = Math.min(Math.floor(day / 7), weekly.mean.length - 1)
    const own = day < byDay
    sum += own ? (daily.mean[day] as number) : (weekly.mean[week] as number) / 7
    const spread = own ? spreadOf(daily, day) : spreadOf(weekly, week) / Math.sqrt(7)
    squares += spread * spread
    spreads += spread
    mean[day] = sum
    // counts vary at least as much as Poisson's
    variance[day] = Math.max(sum, (1 - shared) * squares + shared * spreads * spreads)
  }
  return { mean, variance }
}

/** Wilson and Hilferty (1931): the cube root of a gamma is near enough normal. */
export function gammaQuantile(mean: number, variance: number, level: number): number {
  if (!(mean > 0)) return 0
  const ninth = variance / (9 * mean * mean)
  return mean * Math.max(0, 1 - ninth + normalQuantile(level) * Math.sqrt(ninth)) ** 3
}

/** Chance that a gamma of this mean and variance reaches `amount`. */
export function chanceOfReaching(mean: number, variance: number, amount: number): number {
  if (amount <= 0) return 1
  if (!(mean > 0)) return 0
  const ninth = variance / (9 * mean * mean)
  return 1 - normalCdf((Math.cbrt(amount / mean) - 1 + ninth) / Math.sqrt(ninth))
}

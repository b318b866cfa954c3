import type { ForecastPath } from "../domain/forecast"
import { forecastLevels } from "../domain/forecast"
import { normalCdf, normalQuantile } from "./normal"

/** Mean and variance of demand from now to the end of each day ahead. */
export type CumulativeDemand = { mean: Float64Array; variance: Float64Array }

const levelCount = forecastLevels.length
const low = forecastLevels.indexOf(0.1)
const high = forecastLevels.indexOf(0.9)
/** Correlation of two weeks' errors: a level that was misjudged stays misjudged. */
const shared = 0.25

/** Standard deviation of a step from its 80 % range. */
const spreadOf = ({ quantiles }: ForecastPath, step: number) =>
  ((quantiles[step * levelCount + high] as number) -
    (quantiles[step * levelCount + low] as number)) /
  2.5631

/** Share of a week's demand that falls on each of its days, by the daily forecast; even where there is none. */
function dayShare(daily: ForecastPath, day: number): number {
  const week = day - (day % 7)
  if (week + 7 > daily.mean.length) return 1 / 7
  const total = daily.mean.subarray(week, week + 7).reduce((a, b) => a + b, 0)
  return total > 0 ? (daily.mean[day] as number) / total : 1 / 7
}

/**
 * Weeks spread over their days as the daily forecast says, so that both tell the same story; the variance of a sum whose
 * steps' errors share a correlation (equicorrelation: Σσ² (1 − ρ) + ρ (Σσ)²).
 */
export function cumulativeDemand(
  daily: ForecastPath,
  weekly: ForecastPath,
  days: number
): CumulativeDemand {
  const mean = new Float64Array(days)
  const variance = new Float64Array(days)
  let [sum, squares, spreads] = [0, 0, 0]
  for (let day = 0; day < days; day++) {
    const week = Math.min(Math.floor(day / 7), weekly.mean.length - 1)
    sum += (weekly.mean[week] as number) * dayShare(daily, day)
    const spread = spreadOf(weekly, week) / Math.sqrt(7)
    squares += spread * spread
    // within a week the days' errors are those of the week
    spreads += spread / Math.sqrt(7)
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

import type { DemandSeries } from "../../src/features/demand-series"
import type { Analysis } from "./analysis"
import { recentWindows } from "./history-facts"
import { levelCount, levels } from "./levels"
import { poolMembers } from "./pool"
import { bandOf } from "./residual-bands"

const memberCount = poolMembers.length

/** Numbers of a row, in the order of `writeFeatures`. */
export const featureCount = 38 + recentWindows + 3 * memberCount

const log = (value: number) => Math.log(Math.max(value, 1e-3))
const low = levels.indexOf(0.1)
const high = levels.indexOf(0.9)

/** Mean demand with and without the first known column (a promotion), as a log ratio; 0 where unknown. */
function uplift({ y, known }: DemandSeries, scale: number): [number, number] {
  if (!known) return [0, 0]
  let [on, onCount, off, offCount] = [0, 0, 0, 0]
  for (let t = Math.max(0, y.length - 400); t < y.length; t++) {
    const value = y[t] as number
    if (Number.isNaN(value)) continue
    if ((known.values[t * known.columns] as number) > 0.5) {
      on += value
      onCount++
    } else {
      off += value
      offCount++
    }
  }
  if (onCount < 3 || offCount < 3) return [0, 0]
  const ratio = Math.log((on / onCount + 0.1 * scale) / (off / offCount + 0.1 * scale))
  return [ratio, onCount / (onCount + offCount)]
}

/** Mean of some values; a fallback of none. */
function meanOf(values: Float64Array, count: number, fallback: number): number {
  let sum = 0
  const n = Math.min(count, values.length)
  for (let i = 0; i < n; i++) sum += values[i] as number
  return n > 0 ? sum / n : fallback
}

/**
 * One row of the network's input: the history, how its forecasters did, and the step ahead. Forecasts enter as their
 * distance from the combination in spreads only; their values enter in the output blend (PERFORMANCE.md 2.5).
 */
export function writeFeatures(
  series: DemandSeries,
  { facts, test, bands, features, spread }: Analysis,
  h: number,
  seasonal: Float64Array
): void {
  const { y, period, known } = series
  const { scale } = facts
  const n = y.length
  const start = h * featureCount
  let place = start
  const put = (value: number) => {
    features[place++] = Number.isFinite(value) ? Math.max(-6, Math.min(6, value)) : 0
  }
  const band = bandOf(h, test.horizon) * levelCount
  const own = spread[h] as number
  const center = test.combined[(test.origins.length - 1) * test.horizon + h] as number
  put(log(n) - 4)
  put(Math.log(n / period) / 2)
  put(period === 7 ? 1 : 0)
  put(period === 52 ? 1 : 0)
  put(period === 12 ? 1 : 0)
  put(period === 1 ? 1 : 0)
  put(log(facts.interval))
  put(Math.log1p(facts.variation))
  put(facts.zerosLately)
  put(facts.zeros)
  put(Math.log1p(facts.quietFor) - log(facts.interval))
  put(Math.log1p(facts.quietFor))
  put(facts.whole ? 1 : 0)
  put(facts.whole ? Math.log1p(scale) / 2 : 3)
  put(facts.memory)
  put(log(facts.stepChange / scale))
  put(log(facts.seasonChange / Math.max(facts.stepChange, 1e-9)))
  put(log(facts.mean / scale))
  put(log(Math.sqrt(facts.variance) / scale))
  put((test.origins.length - 1) / 4)
  const [promoted, promotedShare] = uplift(series, scale)
  put(promoted)
  put(promotedShare)
  const columns = known?.columns ?? 0
  put(columns > 0 ? (known?.values[(n + h) * columns] as number) : 0)
  put(columns > 0 ? 1 : 0)
  for (let k = 0; k < recentWindows; k++) put(Math.asinh((facts.recentMeans[k] as number) / scale))
  put((h + 1) / period)
  put(Math.log1p(h))
  put((h + 1) / test.horizon)
  put(Math.log1p(h) - log(n))
  put(log(own))
  put(log((own * scale) / Math.max(facts.stepChange, 1e-9)))
  put(Math.asinh(center / scale))
  put(log(own / Math.max(Math.abs(center / scale), 1e-3)))
  const above = (bands.residuals[band + high] as number) / scale / Math.max(own, 1e-6)
  const below = (bands.residuals[band + low] as number) / scale / Math.max(own, 1e-6)
  put(above)
  put(below)
  put((bands.residuals[band + 5] as number) / scale / Math.max(own, 1e-6))
  put(Math.asinh(meanOf(seasonal, 1, center) / scale))
  put(Math.asinh(meanOf(seasonal, 4, center) / scale))
  put((meanOf(seasonal, 12, center) - center) / scale / Math.max(own, 1e-6))
  const combinedRmse = Math.max(
    1e-9,
    (bands.spread[0] as number) * 0.5 + (bands.spread.at(-1) ?? 0) * 0.5
  )
  for (let k = 0; k < memberCount; k++) {
    const forecast = (test.means[k] as Float64Array)[
      (test.origins.length - 1) * test.horizon + h
    ] as number
    put(Math.asinh((forecast - center) / scale / Math.max(own, 1e-6)))
    put(test.origins.length > 1 ? log((test.rmse[k] as number) / combinedRmse) : 0)
    put((test.bias[k] as number) / combinedRmse)
  }
  if (place - start !== featureCount) throw new Error(`a row has ${place - start} features`)
}

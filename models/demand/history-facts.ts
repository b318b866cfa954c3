import { demandShape } from "../../src/features/demand-class"
import type { DemandSeries } from "../../src/features/demand-series"

/** Numbers about a history that do not depend on the step ahead. Units are those of the series. */
export type HistoryFacts = {
  /** Mean of the demands that are not zero, over the last part of the history: the unit of the network. */
  scale: number
  interval: number
  variation: number
  /** Means of the last 1, 2, 4 ... observed steps. */
  recentMeans: Float64Array
  /** Share of zeros in the last season (at least 12 steps) and in all. */
  zerosLately: number
  zeros: number
  /** Steps since the last demand. */
  quietFor: number
  whole: boolean
  negative: boolean
  /** Mean absolute change from one step, and from one season, to the next. */
  stepChange: number
  seasonChange: number
  /** Correlation with the step before. */
  memory: number
  mean: number
  variance: number
}

export const recentWindows = 8

const lately = (period: number) =>
  period === 7 ? 84 : period === 52 ? 39 : Math.max(24, 2 * period)

/** One or two passes over the history. */
export function historyFacts({ y, period }: DemandSeries): HistoryFacts {
  const n = y.length
  const window = lately(period)
  const near = Math.max(12, period === 52 ? 13 : period)
  const recentMeans = new Float64Array(recentWindows)
  let [seen, sum, squares, zeros, zerosNear, seenNear] = [0, 0, 0, 0, 0, 0]
  let [sizeSum, sizes, absolute] = [0, 0, 0]
  let quietFor = -1
  let whole = true
  let negative = false
  let next = 0
  for (let t = n - 1; t >= 0; t--) {
    const value = y[t] as number
    if (Number.isNaN(value)) continue
    seen++
    sum += value
    squares += value * value
    absolute += Math.abs(value)
    if (value < 0) negative = true
    if (whole && value !== Math.round(value)) whole = false
    if (value === 0) zeros++
    else {
      if (quietFor < 0) quietFor = seen - 1
      if (seen <= window || sizes < 6) {
        sizeSum += Math.abs(value)
        sizes++
      }
    }
    if (seen <= near) {
      seenNear++
      if (value === 0) zerosNear++
    }
    while (next < recentWindows && seen === 2 ** next) recentMeans[next++] = sum / seen
  }
  while (next < recentWindows) recentMeans[next++] = seen > 0 ? sum / seen : 0
  let [steps, stepSum, seasons, seasonSum, products] = [0, 0, 0, 0, 0]
  const mean = seen > 0 ? sum / seen : 0
  for (let t = 1; t < n; t++) {
    const value = y[t] as number
    const before = y[t - 1] as number
    const change = value - before
    if (!Number.isNaN(change)) {
      steps++
      stepSum += Math.abs(change)
      products += (value - mean) * (before - mean)
    }
    if (t >= period) {
      const over = value - (y[t - period] as number)
      if (!Number.isNaN(over)) {
        seasons++
        seasonSum += Math.abs(over)
      }
    }
  }
  const variance = seen > 1 ? Math.max(0, squares / seen - mean * mean) : 0
  const { interval, variation } = demandShape(y)
  const stepChange = steps > 0 ? stepSum / steps : absolute / Math.max(1, seen)
  return {
    scale: sizes > 0 ? Math.max(1e-6, sizeSum / sizes) : 1,
    interval,
    variation,
    recentMeans,
    zerosLately: seenNear > 0 ? zerosNear / seenNear : 1,
    zeros: seen > 0 ? zeros / seen : 1,
    quietFor: quietFor < 0 ? seen : quietFor,
    whole,
    negative,
    stepChange,
    seasonChange: seasons > 0 ? seasonSum / seasons : stepChange,
    memory: steps > 0 && variance > 0 ? products / steps / variance : 0,
    mean,
    variance
  }
}

/** The last observed values, newest first, at most as many as say what is usual lately. */
export function recentValues({ y, period }: DemandSeries): Float64Array {
  const out = new Float64Array(lately(period))
  let count = 0
  for (let t = y.length - 1; t >= 0 && count < out.length; t--) {
    const value = y[t] as number
    if (!Number.isNaN(value)) out[count++] = value
  }
  return out.subarray(0, count)
}

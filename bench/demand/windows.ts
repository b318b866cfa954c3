import { cutSeries, type DemandSeries } from "../../src/features/demand-series"
import type { DemandSet } from "../../train/demand/sets/set"

/** What a forecaster is given and what came after. */
export type Window = {
  series: DemandSeries
  horizon: number
  actual: Float64Array
  full: DemandSeries
}

/** The shortest history that a window is kept for. */
const fewest = 8

/** Non-overlapping windows at the end of each series whose history moved at all, newest last. */
export function windowsOf({ series, horizon, windows }: DemandSet): Window[] {
  return series.flatMap((full) =>
    Array.from({ length: windows }, (_, i) => full.y.length - (windows - i) * horizon)
      .filter((length) => length >= fewest)
      .map((length) => ({
        series: cutSeries(full, length),
        horizon,
        actual: full.y.subarray(length, length + horizon),
        full
      }))
      .filter(
        (window) =>
          stepError(window.series.y) > 0 && window.actual.some((value) => !Number.isNaN(value))
      )
  )
}

/** Mean squared change from one step to the next, the denominator of RMSSE. */
export function stepError(y: Float64Array): number {
  let squares = 0
  let count = 0
  for (let t = 1; t < y.length; t++) {
    const change = (y[t] as number) - (y[t - 1] as number)
    if (Number.isNaN(change)) continue
    squares += change * change
    count++
  }
  return count > 0 ? squares / count : 0
}

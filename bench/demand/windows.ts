import { stepError, type Window } from "../../models/demand/scores"
import { cutSeries } from "../../src/features/demand-series"
import type { DemandSet } from "../../train/demand/sets/set"

/** The shortest history that a window is kept for. */
const fewest = 8

/** Non-overlapping windows at the end of each series whose history moved at all, newest last. `end`: steps left out. */
export function windowsOf({ series, horizon, windows }: DemandSet): (Window & { end: number })[] {
  return series.flatMap((full) =>
    Array.from({ length: windows }, (_, i) => full.y.length - (windows - i) * horizon)
      .filter((length) => length >= fewest)
      .map((length) => ({
        series: cutSeries(full, length),
        horizon,
        end: full.y.length - length,
        actual: full.y.subarray(length, length + horizon)
      }))
      .filter(
        (window) =>
          stepError(window.series.y) > 0 && window.actual.some((value) => !Number.isNaN(value))
      )
  )
}

import type { DemandClass } from "../../src/features/demand-class"
import type { DemandForecast } from "."
import { everyExpert } from "./experts"
import { levelCount } from "./levels"
import type { Quantiled } from "./quantiled"
import { stepError } from "./scores"

/** So many steps of a past forecast are kept: neighbouring ones say nearly the same. */
const mostSteps = 6

/** What every expert said of a few steps of a past window, and what came. */
export type PastForecast = {
  class: DemandClass
  /** Unit of the network, and mean squared change from one step to the next. */
  scale: number
  stepError: number
  /** Units; NaN where not observed. */
  actual: Float64Array
  /** Log ratios of the shop's season at these steps (src/features/shop-season.ts). */
  season: Float64Array
  experts: Quantiled[]
}

/** Thins a forecast that was made from `y` to the steps that are kept. `actual` and `season` cover its whole horizon. */
export function pastForecast(
  forecast: DemandForecast,
  y: Float64Array,
  demandClass: DemandClass,
  actual: Float64Array,
  season: Float64Array
): PastForecast {
  const horizon = forecast.mean.length
  const count = Math.min(mostSteps, horizon)
  const steps = Array.from({ length: count }, (_, i) => Math.floor(((i + 0.5) * horizon) / count))
  const take = (values: Float32Array) => Float32Array.from(steps, (h) => values[h] as number)
  return {
    class: demandClass,
    scale: forecast.analysis.facts.scale,
    stepError: stepError(y),
    actual: Float64Array.from(steps, (h) => actual[h] ?? Number.NaN),
    season: Float64Array.from(steps, (h) => season[h] as number),
    experts: everyExpert(forecast, y).map(({ mean, quantiles, zero }) => ({
      mean: take(mean),
      zero: take(zero),
      quantiles: Float32Array.from(
        { length: count * levelCount },
        (_, i) =>
          quantiles[
            (steps[Math.floor(i / levelCount)] as number) * levelCount + (i % levelCount)
          ] as number
      )
    }))
  }
}

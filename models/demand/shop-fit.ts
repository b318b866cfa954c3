import { type DemandClass, demandClasses } from "../../src/features/demand-class"
import type { DemandForecast } from "."
import { applyCalibration, type Calibration, calibrate, noCalibration } from "./calibration"
import { expertForecast } from "./experts"
import { levelCount, levels } from "./levels"
import type { PastForecast } from "./past-forecast"
import type { Quantiled } from "./quantiled"
import { applyStack, fitStack, networkOnly, type Stack } from "./stack"

/** What a shop's own past windows say of the model: the shop's season, whom to trust, and how wide ranges must be. */
export type ShopFit = {
  /** How far an item is thought to follow the shop's season, 0..1. */
  season: number
  stacks: Record<DemandClass, Stack>
  calibration: Calibration
}

/** Items follow their shop about half way: they have seasons of their own, and forecasters foresee a part of it. */
const usualSeason = 0.5
/** The season is left out where it made past forecasts worse by more than this. */
const worseBy = 0.002

const stacksOf = (of: (name: DemandClass) => Stack) =>
  Object.fromEntries(demandClasses.map((name) => [name, of(name)])) as Record<DemandClass, Stack>

/** Before a shop was looked at. */
export const noFit = (): ShopFit => ({
  season: usualSeason,
  stacks: stacksOf(networkOnly),
  calibration: noCalibration()
})

/** Multiplies each step by its share of the shop's season. `ratios`: log ratios, one a step. */
export function seasoned(
  { mean, quantiles, zero }: Quantiled,
  ratios: Float64Array,
  strength: number
): Quantiled {
  const factors = ratios.map((ratio) => Math.exp(strength * ratio))
  return {
    mean: mean.map((value, h) => value * (factors[h] as number)),
    quantiles: quantiles.map((value, i) => value * (factors[Math.floor(i / levelCount)] as number)),
    zero
  }
}

/** Sum of the pinball losses of the network under a strength of the season. */
function lossUnder(past: PastForecast[], strength: number): number {
  let loss = 0
  for (const { actual, season, experts } of past) {
    const { quantiles } = seasoned(experts[0] as Quantiled, season, strength)
    quantiles.forEach((quantile, i) => {
      const level = levels[i % levelCount] as number
      const off = (actual[Math.floor(i / levelCount)] as number) - quantile
      if (!Number.isNaN(off)) loss += Math.max(level * off, (level - 1) * off)
    })
  }
  return loss
}

/**
 * Fits season, stack and calibration to past windows, in this order: each is measured on what the ones before it leave.
 * Without windows it says `noFit`.
 */
export function fitShop(past: PastForecast[]): ShopFit {
  const isWorse = lossUnder(past, usualSeason) > (1 + worseBy) * lossUnder(past, 0)
  const season = isWorse ? 0 : usualSeason
  const inSeason = past.map((one) => ({
    ...one,
    experts: one.experts.map((expert) => seasoned(expert, one.season, season))
  }))
  const shop = fitStack(inSeason)
  const stacks = stacksOf((name) =>
    fitStack(
      inSeason.filter((one) => one.class === name),
      shop
    )
  )
  const outcomes = inSeason.map((one) => ({
    class: one.class,
    forecast: applyStack(stacks[one.class], (expert) => one.experts[expert] as Quantiled),
    actual: one.actual,
    scale: one.scale
  }))
  return { season, stacks, calibration: calibrate(outcomes) }
}

/** A forecast made from `y` as the shop's past corrects it. `ratios`: the shop's season over its horizon. */
export function refine(
  forecast: DemandForecast,
  y: Float64Array,
  name: DemandClass,
  ratios: Float64Array,
  { season, stacks, calibration }: ShopFit
): Quantiled {
  const blend = applyStack(stacks[name], (expert) => expertForecast(forecast, expert, y))
  return applyCalibration(seasoned(blend, ratios, season), calibration[name])
}

import type { DemandModel } from "../../models/demand"
import { analyse } from "../../models/demand/analysis"
import { type PastForecast, pastForecast } from "../../models/demand/past-forecast"
import { poolMembers } from "../../models/demand/pool"
import { etsGaussian, memberEmpirical, memberNormal } from "../../models/demand/rivals"
import { type Score, scoreOf, stepError } from "../../models/demand/scores"
import { fitShop, refine, type ShopFit } from "../../models/demand/shop-fit"
import { type DemandClass, demandShape } from "../../src/features/demand-class"
import { cutSeries } from "../../src/features/demand-series"
import { shopSeason } from "../../src/features/shop-season"
import type { DemandSet } from "../../train/demand/sets/set"
import { windowsOf } from "./windows"

export type SetReport = {
  classes: DemandClass[]
  ours: Score[]
  /** The network alone, without what the set's own past says. */
  unfitted: Score[]
  fit: ShopFit
  /** The same network with float32 weights. */
  float: Score[]
  ets: Score[]
  /** Every member of the pool with quantiles of its past errors, and with a normal curve. */
  members: Record<string, Score[]>
}

const chunk = 200
/** Earlier windows of each series that the shop's fit rests on, half a horizon apart; the report's come after all of them. */
const fitCuts = 6
const fewestSteps = 10
/** So many series say enough of a shop. */
const mostFitted = 600

/** The shop's season for a window whose history ends `cut` steps before the end of all series. */
const seasonBefore = ({ series, horizon }: DemandSet, cut: number) =>
  shopSeason(
    series.map(({ y }) => y),
    series[0]?.period ?? 1,
    horizon,
    cut
  )

/** What the seller's own past says: forecasts of windows that end before the first reported one begins. */
async function fitOf(model: DemandModel, set: DemandSet): Promise<ShopFit> {
  const past: PastForecast[] = []
  const every = Math.max(1, Math.ceil(set.series.length / mostFitted))
  const fitted = set.series.filter((_, i) => i % every === 0)
  for (let back = 1; back <= fitCuts; back++) {
    const cut = set.windows * set.horizon + Math.ceil(((back + 1) * set.horizon) / 2)
    const season = seasonBefore(set, cut)
    const windows = fitted
      .map((series) => ({ series, end: series.y.length - cut }))
      .filter(({ end }) => end >= fewestSteps)
      .map(({ series, end }) => ({
        series: cutSeries(series, end),
        actual: series.y.subarray(end, end + set.horizon)
      }))
      .filter(({ series }) => stepError(series.y) > 0)
    for (let i = 0; i < windows.length; i += chunk) {
      const part = windows.slice(i, i + chunk)
      const forecasts = await model.predictFrom(
        part.map(({ series }) => analyse(series, set.horizon))
      )
      part.forEach(({ series: { y }, actual }, j) => {
        const forecast = forecasts[j]
        if (forecast) past.push(pastForecast(forecast, y, demandShape(y).class, actual, season))
      })
    }
  }
  return fitShop(past)
}

/** Every forecaster on the same windows of one set. */
export async function evaluateSet(
  set: DemandSet,
  model: DemandModel,
  float: DemandModel | null
): Promise<SetReport> {
  const windows = windowsOf(set)
  const fit = await fitOf(model, set)
  const seasons = new Map<number, Float64Array>()
  const seasonOf = ({ end }: { end: number }) => {
    const known = seasons.get(end) ?? seasonBefore(set, end)
    seasons.set(end, known)
    return known
  }
  const report: SetReport = {
    classes: [],
    ours: [],
    unfitted: [],
    fit,
    float: [],
    ets: [],
    members: {}
  }
  const add = (name: string, score: Score) => {
    report.members[name] ??= []
    report.members[name].push(score)
  }
  for (let i = 0; i < windows.length; i += chunk) {
    const part = windows.slice(i, i + chunk)
    const analyses = part.map(({ series, horizon }) => analyse(series, horizon))
    const forecasts = await model.predictFrom(analyses)
    const exact = float ? await float.predictFrom(analyses) : []
    part.forEach((window, j) => {
      const [analysis, forecast] = [analyses[j], forecasts[j]]
      if (!analysis || !forecast) return
      const { y } = window.series
      const name = demandShape(y).class
      report.classes.push(name)
      report.unfitted.push(scoreOf(window, forecast))
      report.ours.push(scoreOf(window, refine(forecast, y, name, seasonOf(window), fit)))
      const exactly = exact[j]
      if (exactly)
        report.float.push(scoreOf(window, refine(exactly, y, name, seasonOf(window), fit)))
      report.ets.push(scoreOf(window, etsGaussian(analysis)))
      poolMembers.forEach((member, k) => {
        add(member, scoreOf(window, memberEmpirical(analysis, k, y)))
        add(`${member} (normal)`, scoreOf(window, memberNormal(analysis, k, y)))
      })
    })
  }
  return report
}

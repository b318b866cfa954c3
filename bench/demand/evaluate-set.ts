import type { DemandForecast, DemandModel } from "../../models/demand"
import { type Analysis, analyse } from "../../models/demand/analysis"
import {
  applyCalibration,
  type Calibration,
  calibrate,
  type Outcome
} from "../../models/demand/calibration"
import { poolMembers } from "../../models/demand/pool"
import { etsGaussian, memberEmpirical, memberNormal } from "../../models/demand/rivals"
import { type Score, scoreOf, type Window } from "../../models/demand/scores"
import { type DemandClass, demandShape } from "../../src/features/demand-class"
import { cutSeries } from "../../src/features/demand-series"
import type { DemandSet } from "../../train/demand/sets/set"
import { windowsOf } from "./windows"

export type SetReport = {
  classes: DemandClass[]
  ours: Score[]
  /** Without calibration on the set's own past. */
  uncalibrated: Score[]
  /** The same network with float32 weights. */
  float: Score[]
  ets: Score[]
  /** Every member of the pool with quantiles of its past errors, and with a normal curve. */
  members: Record<string, Score[]>
}

const chunk = 200
/** Earlier horizons of each series that calibrate; the report's windows come after all of them. */
const calibrationCuts = 3

async function forecastAll(model: DemandModel, analyses: Analysis[]): Promise<DemandForecast[]> {
  const out: DemandForecast[] = []
  for (let i = 0; i < analyses.length; i += chunk) {
    out.push(...(await model.predictFrom(analyses.slice(i, i + chunk))))
  }
  return out
}

/** What the seller's own past says about the intervals: forecasts of horizons before the first reported window. */
async function calibrationOf(model: DemandModel, set: DemandSet): Promise<Calibration> {
  const outcomes: Outcome[] = []
  for (let back = 1; back <= calibrationCuts; back++) {
    const cuts = set.series
      .map((series) => ({ series, end: series.y.length - (set.windows + back) * set.horizon }))
      .filter(({ end }) => end >= Math.max(12, set.horizon / 2))
    const analyses = cuts.map(({ series, end }) => analyse(cutSeries(series, end), set.horizon))
    const forecasts = await forecastAll(model, analyses)
    forecasts.forEach((forecast, i) => {
      const cut = cuts[i]
      if (!cut) return
      outcomes.push({
        class: demandShape(cut.series.y.subarray(0, cut.end)).class,
        forecast,
        actual: cut.series.y.subarray(cut.end, cut.end + set.horizon),
        scale: forecast.analysis.facts.scale
      })
    })
  }
  return calibrate(outcomes)
}

/** Every forecaster on the same windows of one set. */
export async function evaluateSet(
  set: DemandSet,
  model: DemandModel,
  float: DemandModel | null
): Promise<SetReport> {
  const windows = windowsOf(set)
  const calibration = await calibrationOf(model, set)
  const report: SetReport = {
    classes: [],
    ours: [],
    uncalibrated: [],
    float: [],
    ets: [],
    members: {}
  }
  const add = (name: string, score: Score) => {
    report.members[name] ??= []
    report.members[name].push(score)
  }
  for (let i = 0; i < windows.length; i += chunk) {
    const part: Window[] = windows.slice(i, i + chunk)
    const analyses = part.map(({ series, horizon }) => analyse(series, horizon))
    const forecasts = await model.predictFrom(analyses)
    const exact = float ? await float.predictFrom(analyses) : []
    part.forEach((window, j) => {
      const [analysis, forecast] = [analyses[j], forecasts[j]]
      if (!analysis || !forecast) return
      const { y } = window.series
      const name = demandShape(y).class
      report.classes.push(name)
      report.uncalibrated.push(scoreOf(window, forecast))
      report.ours.push(scoreOf(window, applyCalibration(forecast, calibration[name])))
      const exactly = exact[j]
      if (exactly) report.float.push(scoreOf(window, applyCalibration(exactly, calibration[name])))
      report.ets.push(scoreOf(window, etsGaussian(analysis)))
      poolMembers.forEach((member, k) => {
        add(member, scoreOf(window, memberEmpirical(analysis, k, y)))
        add(`${member} (normal)`, scoreOf(window, memberNormal(analysis, k, y)))
      })
    })
  }
  return report
}

import { analyse } from "../models/demand/analysis"
import {
  applyCalibration,
  calibrate,
  noCalibration,
  type Outcome
} from "../models/demand/calibration"
import { poolMembers } from "../models/demand/pool"
import { etsGaussian, memberNormal } from "../models/demand/rivals"
import {
  bias,
  coverage,
  rmsse,
  type Score,
  scoreOf,
  stepError,
  type Window,
  wql
} from "../models/demand/scores"
import type { BacktestReport, ClassReport, ForecastScore } from "../src/domain/backtest"
import { type DemandClass, demandClasses, demandShape } from "../src/features/demand-class"
import { cutSeries, type DemandSeries } from "../src/features/demand-series"
import type { Database, Job } from "../src/store/database"
import { finishJob } from "../src/store/jobs"
import { isWanted, type RunDemand } from "./demand"
import { dailyHorizon, readShopDemand } from "./demand-items"

const slice = 12
/** Items that are tested at most, evenly chosen; windows an item, not overlapping. */
const mostItems = 600
const windows = 3
const fewestDays = 56
const weeklyTestHorizon = 8

type Tested = Window & { class: DemandClass; sku: string; newest: boolean }

/** Past windows of one series, oldest first. */
function windowsOf(series: DemandSeries, horizon: number, fewest: number): Tested[] {
  const out: Tested[] = []
  for (let back = windows; back >= 1; back--) {
    const length = series.y.length - back * horizon
    if (length < fewest) continue
    const cut = cutSeries(series, length)
    if (!(stepError(cut.y) > 0)) continue
    const actual = series.y.subarray(length, length + horizon)
    if (actual.every(Number.isNaN)) continue
    out.push({
      series: cut,
      horizon,
      actual,
      class: demandShape(cut.y).class,
      sku: series.id,
      newest: back === 1
    })
  }
  return out
}

type Row = { tested: Tested; ours: Score; naive: Score; ets: Score }

const scoreFor = (scores: Score[]): ForecastScore => ({
  rmsse: rmsse(scores),
  wql: wql(scores),
  bias: bias(scores)
})

function report(name: ClassReport["class"], rows: Row[]): ClassReport {
  const ours = rows.map((row) => row.ours)
  return {
    class: name,
    items: new Set(rows.map(({ tested }) => tested.sku)).size,
    windows: rows.length,
    ours: {
      ...scoreFor(ours),
      coverage80: coverage(ours, "covered80"),
      coverage95: coverage(ours, "covered95")
    },
    naive: scoreFor(rows.map((row) => row.naive)),
    ets: scoreFor(rows.map((row) => row.ets))
  }
}

/**
 * Rolling origins on the seller's own days: the older windows calibrate the intervals, the newest one is reported on, so
 * that nothing is tested on what calibrated it. Keeps the calibration of all windows for the forecasts to come.
 */
export async function backtestShop(
  store: Database,
  job: Job,
  run: RunDemand,
  now: () => number
): Promise<void> {
  const shop = await readShopDemand(store, now())
  const stride = Math.max(1, Math.ceil(shop.items.length / mostItems))
  const items = shop.items.filter((_, i) => i % stride === 0)
  const outcomes: Record<"daily" | "weekly", Outcome[]> = { daily: [], weekly: [] }
  const newest: { tested: Tested; outcome: Outcome; naive: Score; ets: Score }[] = []
  const older: Outcome[] = []
  let modelVersion = ""
  let tooShort = 0
  for (let i = 0; i < items.length; i += slice) {
    await new Promise((resolve) => setTimeout(resolve))
    if (!(await isWanted(store, job))) return
    await run(async (model) => {
      modelVersion = model.version
      const part = items.slice(i, i + slice)
      const daily = part.map(({ daily }) => windowsOf(daily, dailyHorizon, fewestDays))
      tooShort += daily.filter((own) => own.length === 0).length
      const weekly = part.flatMap(({ weekly }) => windowsOf(weekly, weeklyTestHorizon, 12))
      const tested = [...daily.flat(), ...weekly]
      const analyses = tested.map(({ series, horizon }) => analyse(series, horizon))
      const forecasts = await model.predictFrom(analyses)
      tested.forEach((one, k) => {
        const [analysis, forecast] = [analyses[k], forecasts[k]]
        if (!analysis || !forecast) return
        const outcome: Outcome = {
          class: one.class,
          forecast,
          actual: one.actual,
          scale: analysis.facts.scale
        }
        const isDaily = one.horizon === dailyHorizon
        outcomes[isDaily ? "daily" : "weekly"].push(outcome)
        if (!isDaily) return
        if (!one.newest) older.push(outcome)
        else {
          newest.push({
            tested: one,
            outcome,
            naive: scoreOf(one, memberNormal(analysis, poolMembers.indexOf("naive"), one.series.y)),
            ets: scoreOf(one, etsGaussian(analysis))
          })
        }
      })
    })
    await store.progress.put({
      id: job.id,
      done: Math.min(items.length, i + slice),
      total: items.length,
      at: now()
    })
  }
  const calibration = older.length > 0 ? calibrate(older) : noCalibration()
  const rows = newest.map(
    ({ tested, outcome, naive, ets }): Row => ({
      tested,
      ours: scoreOf(tested, applyCalibration(outcome.forecast, calibration[outcome.class])),
      naive,
      ets
    })
  )
  const classes = demandClasses
    .map((name) =>
      report(
        name,
        rows.filter(({ tested }) => tested.class === name)
      )
    )
    .filter((one) => one.windows > 0)
  const result: BacktestReport = {
    id: "demand",
    at: now(),
    modelVersion,
    horizonDays: dailyHorizon,
    tooShort,
    classes: rows.length > 0 ? [report("all", rows), ...classes] : []
  }
  await store.transaction(
    "rw",
    [store.backtests, store.fits, store.jobs, store.progress],
    async () => {
      const fit = ((await store.fits.get("demand"))?.fit ?? 0) + 1
      await store.backtests.put(result)
      await store.fits.put({
        model: "demand",
        fit,
        fittedAt: now(),
        orders: outcomes.daily.length,
        state: { daily: calibrate(outcomes.daily), weekly: calibrate(outcomes.weekly) }
      })
      await store.progress.delete(job.id)
      await finishJob(store, job)
    }
  )
}

import type { DemandForecast } from "../models/demand"
import { analyse } from "../models/demand/analysis"
import { type PastForecast, pastForecast } from "../models/demand/past-forecast"
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
import { fitShop, refine } from "../models/demand/shop-fit"
import type { BacktestReport, ClassReport, ForecastScore } from "../src/domain/backtest"
import { type DemandClass, demandClasses, demandShape } from "../src/features/demand-class"
import { cutSeries, type DemandSeries } from "../src/features/demand-series"
import type { Database, Job } from "../src/store/database"
import { finishJob } from "../src/store/jobs"
import { isWanted, type RunDemand } from "./demand"
import type { ShopFits } from "./demand-forecast"
import { dailyHorizon, readShopDemand, seasonOf } from "./demand-items"

const slice = 12
/** Items that are tested at most, evenly chosen. */
const mostItems = 600
/** Where past windows begin, in halves of a horizon before the end. The newest is reported on. */
const halves = [7, 6, 5, 4, 3, 2] as const
const newestHalf = 2
/** From here on back a window ends before the newest one begins. */
const apart = 2 * newestHalf
const fewestDays = 56
const weeklyTestHorizon = 8

type Tested = Window & { class: DemandClass; sku: string; half: number; cut: number }

/** Past windows of one series, oldest first. */
function windowsOf(series: DemandSeries, horizon: number, fewest: number): Tested[] {
  return halves.flatMap((half): Tested[] => {
    const cut = Math.ceil((half * horizon) / 2)
    const length = series.y.length - cut
    if (length < fewest) return []
    const past = cutSeries(series, length)
    const actual = series.y.subarray(length, length + horizon)
    if (!(stepError(past.y) > 0) || actual.every(Number.isNaN)) return []
    const name = demandShape(past.y).class
    return [{ series: past, horizon, actual, class: name, sku: series.id, half, cut }]
  })
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
 * Rolling origins on the seller's own days: the older windows say whom to trust and how wide ranges must be, the newest one
 * is reported on, so that nothing is tested on what it was fitted to. Keeps the fit to all windows for the forecasts to come.
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
  const past: Record<"daily" | "weekly", PastForecast[]> = { daily: [], weekly: [] }
  const older: PastForecast[] = []
  const newest: { tested: Tested; forecast: DemandForecast; naive: Score; ets: Score }[] = []
  const seasons = new Map<string, Float64Array>()
  const seasonFor = (of: "daily" | "weekly", { horizon, cut }: Tested) => {
    const known = seasons.get(`${of}${cut}`) ?? seasonOf(shop.items, of, horizon, cut)
    seasons.set(`${of}${cut}`, known)
    return known
  }
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
        const of = one.horizon === dailyHorizon ? "daily" : "weekly"
        const { y } = one.series
        const row = pastForecast(forecast, y, one.class, one.actual, seasonFor(of, one))
        past[of].push(row)
        if (of === "weekly") return
        if (one.half >= apart) older.push(row)
        if (one.half === newestHalf) {
          newest.push({
            tested: one,
            forecast,
            naive: scoreOf(one, memberNormal(analysis, poolMembers.indexOf("naive"), y)),
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
  const fit = fitShop(older)
  const rows = newest.map(({ tested, forecast, naive, ets }): Row => {
    const season = seasonFor("daily", tested)
    const refined = refine(forecast, tested.series.y, tested.class, season, fit)
    return { tested, ours: scoreOf(tested, refined), naive, ets }
  })
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
  const state: ShopFits = { daily: fitShop(past.daily), weekly: fitShop(past.weekly) }
  await store.transaction(
    "rw",
    [store.backtests, store.fits, store.jobs, store.progress],
    async () => {
      const number = ((await store.fits.get("demand"))?.fit ?? 0) + 1
      await store.backtests.put(result)
      await store.fits.put({
        model: "demand",
        fit: number,
        fittedAt: now(),
        orders: past.daily.length,
        state
      })
      await store.progress.delete(job.id)
      await finishJob(store, job)
    }
  )
}

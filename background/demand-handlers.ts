import type { ForecastPath } from "../src/domain/forecast"
import { cumulativeDemand } from "../src/features/cumulative-demand"
import { stockPlan } from "../src/insights/stock-plan"
import type { RequestOf } from "../src/messaging/protocol"
import type { Database } from "../src/store/database"
import { enqueue } from "../src/store/jobs"
import type { Demand } from "./demand"
import type { Handlers } from "./dispatch"
import { purchasePlan } from "./purchase-plan"

type DemandMessage =
  | "panel:demand"
  | "panel:cancel-demand"
  | "panel:set-plan"
  | "panel:purchase-plan"
  | "panel:what-if"
  | "panel:likely-buyers"

/** A path whose first `days` days sell `uplift` times as much. */
function promoted(
  { stepDays, mean, quantiles }: ForecastPath,
  days: number,
  uplift: number
): ForecastPath {
  const levels = quantiles.length / mean.length
  const factor = (step: number) => {
    const inside = Math.max(0, Math.min(stepDays, days - step * stepDays)) / stepDays
    return 1 + inside * (uplift - 1)
  }
  return {
    stepDays,
    mean: mean.map((value, step) => value * factor(step)),
    quantiles: quantiles.map((value, i) => value * factor(Math.floor(i / levels)))
  }
}

/** The plan of one item under other settings; `expected` of the next 28 days beside it. */
async function whatIf(db: Database, { sku, settings, promotion }: RequestOf<"panel:what-if">) {
  const item = await db.forecasts.get(sku)
  if (!item) return { plan: null, next28: 0 }
  const daily = promoted(item.daily, promotion.days, promotion.uplift)
  const weekly = promoted(item.weekly, promotion.days, promotion.uplift)
  const demand = cumulativeDemand(daily, weekly, weekly.mean.length * 7)
  const next28 = weekly.mean.subarray(0, 4).reduce((a, b) => a + b, 0)
  const plan = item.stock ? stockPlan(demand, item.stock.units, settings, item.firstDay) : null
  return { plan, next28 }
}

/** What the panel asks of forecasts. */
export function demandHandlers(
  writable: () => Promise<Database>,
  drainJobs: () => Promise<void>,
  demand: Demand
): Pick<Handlers, DemandMessage> {
  return {
    async "panel:demand"({ job }) {
      await enqueue(await writable(), job)
      void drainJobs()
      return {}
    },
    async "panel:cancel-demand"({ job }) {
      const db = await writable()
      await db.transaction("rw", db.jobs, db.progress, async () => {
        await db.jobs.delete(job)
        await db.progress.delete(job)
      })
      return {}
    },
    async "panel:set-plan"({ sku, settings }) {
      const db = await writable()
      await db.transaction("rw", db.planSettings, db.jobs, async () => {
        await db.planSettings.put({ sku, settings })
        await enqueue(db, "forecast-demand")
      })
      void drainJobs()
      return {}
    },
    "panel:purchase-plan": async (request) => purchasePlan(await writable(), request),
    "panel:what-if": async (request) => whatIf(await writable(), request),
    "panel:likely-buyers": async () => ({ buyers: await demand.likelyBuyers() })
  }
}

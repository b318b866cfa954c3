import type { DemandModel } from "../models/demand"
import { noFit } from "../models/demand/shop-fit"
import { defaultSettings, type ItemForecast, type PlanSettings } from "../src/domain/forecast"
import type { Database, Job } from "../src/store/database"
import { finishJob } from "../src/store/jobs"
import { backtestShop } from "./demand-backtest"
import { likelyBuyers } from "./demand-buyers"
import { prepare, type ShopFits, toItemForecast } from "./demand-forecast"
import { readShopDemand } from "./demand-items"

/** Items between two breaths: no turn of the worker is long, and other models get their turn. */
const slice = 48
/** The settings that hold for every item without its own. */
export const everyItem = ""

export type RunDemand = <T>(work: (model: DemandModel) => Promise<T>) => Promise<T>

const breathe = () => new Promise<void>((resolve) => setTimeout(resolve))

/** True until the seller cancels: the job's row is taken away then. */
export const isWanted = async (db: Database, job: Job) => (await db.jobs.get(job.id)) !== undefined

/** Settings by SKU over the settings for all over the defaults. */
export async function settingsOf(db: Database): Promise<(sku: string) => PlanSettings> {
  const stored = new Map((await db.planSettings.toArray()).map((one) => [one.sku, one.settings]))
  const base = { ...defaultSettings, ...stored.get(everyItem) }
  return (sku) => ({ ...base, ...stored.get(sku) })
}

/** What the last backtest on the seller's own past says; nothing where it was made by an older version. */
async function fitsOf(db: Database): Promise<ShopFits> {
  const state = (await db.fits.get("demand"))?.state as ShopFits | undefined
  const isKnown = state?.daily.stacks && state.weekly.stacks
  return isKnown ? state : { daily: noFit(), weekly: noFit() }
}

/** The demand model's jobs: forecast every item, and test the forecasts on the seller's own past; and who buys next. */
export function createDemand(
  db: () => Promise<Database>,
  run: RunDemand,
  now: () => number = Date.now
) {
  async function forecastAll(store: Database, job: Job): Promise<void> {
    const start = performance.now()
    const shop = await readShopDemand(store, now())
    const [settings, fits] = [await settingsOf(store), await fitsOf(store)]
    const rows: ItemForecast[] = []
    const computing = performance.now()
    for (let i = 0; i < shop.items.length; i += slice) {
      await breathe()
      if (!(await isWanted(store, job))) return
      const prepared = shop.items.slice(i, i + slice).map(prepare)
      rows.push(
        ...(await run(async (model) => {
          const forecasts = await model.predictFrom(prepared.flatMap(({ analyses }) => analyses))
          return prepared.map((one) =>
            toItemForecast(
              shop,
              one,
              forecasts.splice(0, one.analyses.length),
              fits,
              settings(one.item.sku),
              model,
              now()
            )
          )
        }))
      )
      await store.progress.put({
        id: job.id,
        done: rows.length,
        total: shop.items.length,
        at: now()
      })
    }
    const compute = performance.now() - computing
    await store.transaction("rw", [store.forecasts, store.jobs, store.progress], async () => {
      const kept = new Set(rows.map(({ sku }) => sku))
      const gone = (await store.forecasts.toCollection().primaryKeys()).filter(
        (sku) => !kept.has(sku)
      )
      await store.forecasts.bulkDelete(gone)
      await store.forecasts.bulkPut(rows)
      await store.progress.delete(job.id)
      await finishJob(store, job)
    })
    performance.measure("portside:forecast", { start, detail: { items: rows.length, compute } })
  }

  return {
    work: {
      "forecast-demand": async (job: Job) => forecastAll(await db(), job),
      "test-forecasts": async (job: Job) => backtestShop(await db(), job, run, now)
    },
    likelyBuyers: async () => likelyBuyers(await db(), run, now())
  }
}

export type Demand = ReturnType<typeof createDemand>

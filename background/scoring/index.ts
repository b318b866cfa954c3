import type { AnomalyModel } from "../../models/anomaly"
import { fewestOrders } from "../../models/anomaly/fit"
import type { FeatureRow } from "../../src/features/order-features"
import { OrderHistory } from "../../src/features/order-history"
import type { Database, Job, StoredOrder } from "../../src/store/database"
import { finishJob } from "../../src/store/jobs"
import { unscored } from "../../src/store/save-reading"
import { watchShops } from "../shop-watch"
import { timed } from "../timed"
import { commit } from "./commit"
import { judge, readPolicy, type Scored } from "./judge"
import { breathe, type Memory, replay, restore, slice, toStored } from "./memory"
import { withMessageClaims } from "./message-claims"
import { flaggedOrders, rejudge } from "./rejudge"
import { learnVerdicts } from "./verdicts"

/** A history that grew by half is fitted again. */
const refitGrowth = 1.5
/** A verdict scores this many of the newest orders again. */
const rescored = 1_000

export type RunModel = <T>(work: (model: AnomalyModel) => Promise<T>) => Promise<T>

/** The anomaly model's jobs: score what is new, fit again when enough is new, learn from verdicts at once. */
export function createScoring(
  db: () => Promise<Database>,
  runModel: RunModel,
  now: () => number = Date.now
) {
  let memory: Memory | null = null

  async function remember(store: Database): Promise<Memory | null> {
    memory = await restore(store, memory)
    return memory
  }

  async function fitAll(store: Database, job: Job): Promise<void> {
    const orders = await withMessageClaims(store, await store.orders.orderBy("time").toArray())
    if (orders.length < fewestOrders) return finishJob(store, job)
    const fittedAt = Math.max(...orders.map(({ firstReadAt }) => firstReadAt))
    const previous = await store.fits.get("anomaly")
    const fit = (previous?.fit ?? unscored) + 1
    const history = OrderHistory.empty()
    const rows = await replay(history, orders)
    const values = rows.map((row) => row.values)
    const policy = await readPolicy(store)
    const { budget } = policy
    const alertRate = budget.mode === "rate" ? budget.rate : 0.01
    await runModel(async (model) => {
      const anomaly = await timed("fit", orders.length, () =>
        model.fit(values, { alertRate, seed: 1 })
      )
      if (!anomaly) return
      const recentIds = orders.slice(-anomaly.recent.rows).map(({ id }) => id)
      const fitted: Memory = { fit, history, anomaly, recentIds }
      const scored: Scored[] = []
      for (let start = 0; start < orders.length; start += slice) {
        await breathe()
        const end = start + slice
        const part = values.slice(start, end)
        const inputs = await timed("score", part.length, () => model.inputs(part, anomaly))
        const cases = { orders: orders.slice(start, end), rows: rows.slice(start, end), inputs }
        const basis = (i: number) => start + i
        scored.push(...(await judge(model, fitted, policy, { ...cases, basis }, now())))
      }
      await commit(store, job, scored, toStored(fitted, fittedAt))
      memory = fitted
    })
  }

  async function scoreNew(store: Database, job: Job): Promise<void> {
    const known = await remember(store)
    const total = await store.orders.count()
    if (!known || total >= known.anomaly.orders * refitGrowth) return fitAll(store, job)
    const ids = await store.scores.where("fit").equals(unscored).primaryKeys()
    const found = await store.orders.bulkGet(ids)
    const orders = found.filter((order) => order !== undefined).sort((a, b) => a.time - b.time)
    await runModel(async (model) => {
      await learnVerdicts(store, model, known)
      const rows = await replay(known.history, orders)
      await commit(store, job, await score(store, model, known, orders, rows))
    })
  }

  async function score(
    store: Database,
    model: AnomalyModel,
    known: Memory,
    orders: StoredOrder[],
    rows: FeatureRow[]
  ): Promise<Scored[]> {
    const values = rows.map((row) => row.values)
    const inputs = await timed("score", values.length, () => model.inputs(values, known.anomaly))
    const basis = () => known.anomaly.orders
    const policy = await readPolicy(store)
    return judge(model, known, policy, { orders, rows, inputs, basis }, now())
  }

  /** After a verdict, a change of the budget or of the allow-list: the newest orders and the flagged ones again. */
  async function rescore(store: Database, job: Job): Promise<void> {
    const known = await remember(store)
    if (!known) return finishJob(store, job)
    const [flagged, newest, policy] = await Promise.all([
      flaggedOrders(store, known.fit),
      store.orders.orderBy("time").reverse().limit(rescored).toArray(),
      readPolicy(store)
    ])
    const orders = newest.filter(({ id }) => !flagged.ids.has(id)).reverse()
    await runModel(async (model) => {
      await learnVerdicts(store, model, known)
      const rows = orders.map((order) => known.history.features(order))
      const again = rejudge(model, policy, flagged.kept)
      await commit(store, job, [...(await score(store, model, known, orders, rows)), ...again])
    })
  }

  return {
    work: {
      "score-orders": async (job: Job) => {
        const store = await db()
        await scoreNew(store, job)
        await watchShops(store, now())
      },
      "learn-verdicts": async (job: Job) => rescore(await db(), job)
    }
  }
}

import type { AnomalyModel } from "../../models/anomaly"
import { fewestOrders } from "../../models/anomaly/fit"
import { type FeatureRow, withoutPageFacts } from "../../src/features/order-features"
import type { Database, Job, StoredOrder } from "../../src/store/database"
import { importedVersion } from "../../src/store/imported-orders"
import { finishJob } from "../../src/store/jobs"
import { unscored } from "../../src/store/save-reading"
import { timed } from "../timed"
import { commit } from "./commit"
import { gatherPast } from "./gather"
import { judge, readPolicy, type Scored } from "./judge"
import { breathe, type Memory, replay, restore, slice, toStored } from "./memory"
import { flaggedOrders, rejudge } from "./rejudge"
import { learnVerdicts } from "./verdicts"

/** A history that grew by half is fitted again, and one of files when pages show four times as much of the rest. */
const refitGrowth = 0.5
const pageGrowth = 4
/** A verdict scores this many of the newest orders again. */
const rescored = 1_000

export type RunModel = <T>(work: (model: AnomalyModel) => Promise<T>) => Promise<T>

async function isOutgrown(db: Database, { anomaly, pages, imports }: Memory): Promise<boolean> {
  const now = await db.orders.count()
  if (now - pages >= refitGrowth * anomaly.orders) return true
  if (imports !== (await importedVersion(db))) return true
  return imports !== "" && now >= Math.max(fewestOrders, pageGrowth * pages)
}

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
    const imports = await importedVersion(store)
    const { history, orders, rows, values, ids, hasPageFacts } = await gatherPast(store)
    if (values.length < fewestOrders) return finishJob(store, job)
    const fittedAt = orders.reduce((newest, { firstReadAt }) => Math.max(newest, firstReadAt), 0)
    const previous = await store.fits.get("anomaly")
    const policy = await readPolicy(store)
    const { budget } = policy
    const alertRate = budget.mode === "rate" ? budget.rate : 0.01
    await runModel(async (model) => {
      const anomaly = await timed("fit", values.length, () =>
        model.fit(values, { alertRate, seed: 1 })
      )
      if (!anomaly) return
      const fitted: Memory = {
        fit: (previous?.fit ?? unscored) + 1,
        history,
        anomaly,
        recentIds: ids.slice(-anomaly.recent.rows),
        pages: orders.length,
        imports,
        hasPageFacts
      }
      const before = values.length - orders.length
      const scored: Scored[] = []
      for (let start = 0; start < orders.length; start += slice) {
        await breathe()
        const end = start + slice
        const cases = { orders: orders.slice(start, end), rows: rows.slice(start, end) }
        scored.push(...(await score(policy, model, fitted, cases, (i) => before + start + i)))
      }
      await commit(store, job, scored, toStored(fitted, fittedAt))
      memory = fitted
    })
  }

  async function scoreNew(store: Database, job: Job): Promise<void> {
    const known = await remember(store)
    if (!known || (await isOutgrown(store, known))) return fitAll(store, job)
    const ids = await store.scores.where("fit").equals(unscored).primaryKeys()
    const found = await store.orders.bulkGet(ids)
    const orders = found.filter((order) => order !== undefined).sort((a, b) => a.time - b.time)
    const policy = await readPolicy(store)
    await runModel(async (model) => {
      await learnVerdicts(store, model, known)
      const rows = await replay(known.history, orders)
      await commit(store, job, await score(policy, model, known, { orders, rows }))
    })
  }

  async function score(
    policy: Awaited<ReturnType<typeof readPolicy>>,
    model: AnomalyModel,
    known: Memory,
    cases: { orders: StoredOrder[]; rows: FeatureRow[] },
    basis = (_: number) => known.anomaly.orders
  ): Promise<Scored[]> {
    const { orders } = cases
    const rows = known.hasPageFacts
      ? cases.rows
      : cases.rows.map((row) => ({ ...row, values: withoutPageFacts(row.values) }))
    const values = rows.map((row) => row.values)
    const inputs = await timed("score", values.length, () => model.inputs(values, known.anomaly))
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
      await commit(store, job, [...(await score(policy, model, known, { orders, rows })), ...again])
    })
  }

  return {
    work: {
      "score-orders": async (job: Job) => scoreNew(await db(), job),
      "learn-verdicts": async (job: Job) => rescore(await db(), job)
    }
  }
}

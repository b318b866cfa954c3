import type { AnomalyModel, AnomalyScore } from "../models/anomaly"
import { type AnomalyFit, fewestOrders } from "../models/anomaly/fit"
import type { OrderRisk } from "../src/domain/insight"
import type { FeatureRow } from "../src/features/order-features"
import { type HistoryState, OrderHistory } from "../src/features/order-history"
import { orderRisk } from "../src/insights/order-risk"
import type { Database, Job, OrderScore, StoredFit, StoredOrder } from "../src/store/database"
import { finishJob } from "../src/store/jobs"
import { unscored } from "../src/store/save-reading"
import { timed } from "./timed"

/** About one order in a hundred is worth a second look, until the seller says otherwise. */
const alertRate = 0.01
/** A history that grew by half is fitted again. */
const refitGrowth = 1.5
/** Orders between two breaths, so that no turn of the worker is long. */
const slice = 1_000

const breathe = () => new Promise<void>((resolve) => setTimeout(resolve))

type Memory = { fit: number; history: OrderHistory; anomaly: AnomalyFit }
type State = { history: HistoryState; anomaly: AnomalyFit }
type Scored = { score: OrderScore; insight: OrderRisk | null }

export type RunModel = <T>(work: (model: AnomalyModel) => Promise<T>) => Promise<T>

async function replay(history: OrderHistory, orders: StoredOrder[]): Promise<FeatureRow[]> {
  const rows: FeatureRow[] = []
  for (const [i, order] of orders.entries()) {
    if (i % slice === slice - 1) await breathe()
    rows.push(history.features(order))
    history.add(order)
  }
  return rows
}

/** The anomaly model's job: score what is new, and fit again when enough is new. */
export function createScoring(
  db: () => Promise<Database>,
  runModel: RunModel,
  now: () => number = Date.now
) {
  let memory: Memory | null = null

  function judge(
    order: StoredOrder,
    row: FeatureRow,
    score: AnomalyScore,
    fit: number,
    basis: number,
    modelVersion: string
  ): Scored {
    const insight = orderRisk(order, row.comparison, score, { basis, modelVersion, now: now() })
    return {
      score: {
        orderId: order.id,
        percentile: score.percentile,
        flagged: insight !== null,
        modelVersion,
        fit
      },
      insight
    }
  }

  /** Writes scores and insights and ends the job in one transaction; what the seller dismissed stays dismissed. */
  async function commit(
    store: Database,
    job: Job,
    scored: Scored[],
    fit?: StoredFit
  ): Promise<void> {
    await store.transaction(
      "rw",
      [store.scores, store.insights, store.jobs, store.fits],
      async () => {
        const ids = scored.map(({ score }) => `order-risk:${score.orderId}`)
        const before = await store.insights.bulkGet(ids)
        const kept = scored.flatMap(({ insight }, i) => {
          const known = before[i]
          if (!insight) return []
          return [known ? { ...insight, state: known.state, createdAt: known.createdAt } : insight]
        })
        await store.insights.bulkDelete(ids.filter((_, i) => scored[i]?.insight === null))
        await store.insights.bulkPut(kept)
        await store.scores.bulkPut(scored.map(({ score }) => score))
        if (fit) await store.fits.put(fit)
        await finishJob(store, job)
      }
    )
  }

  async function remember(store: Database): Promise<Memory | null> {
    const stored = await store.fits.get("anomaly")
    if (!stored) return null
    if (memory?.fit === stored.fit) return memory
    const state = stored.state as State
    const history = OrderHistory.restore(state.history)
    // orders that came after the fit are in the store, not in its snapshot
    const later = await store.orders.where("firstReadAt").above(stored.fittedAt).sortBy("time")
    const scores = await store.scores.bulkGet(later.map(({ id }) => id))
    for (const [i, order] of later.entries()) if (scores[i]?.fit === stored.fit) history.add(order)
    memory = { fit: stored.fit, history, anomaly: state.anomaly }
    return memory
  }

  async function fitAll(store: Database, job: Job): Promise<void> {
    const orders = await store.orders.orderBy("time").toArray()
    if (orders.length < fewestOrders) {
      await finishJob(store, job)
      return
    }
    const fittedAt = Math.max(...orders.map(({ firstReadAt }) => firstReadAt))
    const previous = await store.fits.get("anomaly")
    const fit = (previous?.fit ?? unscored) + 1
    const history = OrderHistory.empty()
    const rows = await replay(history, orders)
    const values = rows.map((row) => row.values)
    await runModel(async (model) => {
      const anomaly = await timed("fit", orders.length, () =>
        model.fit(values, { alertRate, seed: 1 })
      )
      if (!anomaly) return
      const scored: Scored[] = []
      for (let start = 0; start < orders.length; start += slice) {
        await breathe()
        const part = values.slice(start, start + slice)
        const scores = await timed("score", part.length, () => model.predict(part))
        for (const [i, score] of scores.entries()) {
          const order = orders[start + i]
          const row = rows[start + i]
          if (order && row) scored.push(judge(order, row, score, fit, start + i, model.version))
        }
      }
      const state: State = { history: history.snapshot(), anomaly }
      await commit(store, job, scored, {
        model: "anomaly",
        fit,
        fittedAt,
        orders: orders.length,
        state
      })
      memory = { fit, history, anomaly }
    })
  }

  async function scoreNew(store: Database, job: Job): Promise<void> {
    const known = await remember(store)
    const total = await store.orders.count()
    if (!known || total >= known.anomaly.orders * refitGrowth) return fitAll(store, job)
    const ids = await store.scores.where("fit").equals(unscored).primaryKeys()
    const found = await store.orders.bulkGet(ids)
    const orders = found.filter((order) => order !== undefined).sort((a, b) => a.time - b.time)
    const rows = await replay(known.history, orders)
    await runModel(async (model) => {
      model.use(known.anomaly)
      const values = rows.map((row) => row.values)
      const scores = await timed("score", values.length, () => model.predict(values))
      const scored = scores.flatMap((score, i) => {
        const order = orders[i]
        const row = rows[i]
        return order && row
          ? [judge(order, row, score, known.fit, known.anomaly.orders, model.version)]
          : []
      })
      await commit(store, job, scored)
    })
  }

  return {
    work: { "score-orders": async (job: Job) => scoreNew(await db(), job) }
  }
}

import type { AnomalyModel, AnomalyScore, OrderInputs, VerdictRow } from "../models/anomaly"
import { type AnomalyFit, fewestOrders } from "../models/anomaly/fit"
import { type AlertBudget, isWorthALook } from "../src/domain/alert-budget"
import type { OrderRisk } from "../src/domain/insight"
import { majorUnits } from "../src/domain/money"
import type { FeatureRow } from "../src/features/order-features"
import { type HistoryState, OrderHistory } from "../src/features/order-history"
import { findReasons, orderRisk, severityOf } from "../src/insights/order-risk"
import type { Database, Job, OrderScore, StoredFit, StoredOrder } from "../src/store/database"
import { finishJob } from "../src/store/jobs"
import { allowedOrders, readBudget } from "../src/store/risk"
import { unscored } from "../src/store/save-reading"
import { decisiveReason, similarTo } from "./explain"
import { watchShops } from "./shop-watch"
import { timed } from "./timed"

/** A history that grew by half is fitted again. */
const refitGrowth = 1.5
/** Orders between two breaths, so that no turn of the worker is long. */
const slice = 1_000
/** A verdict scores this many of the newest orders again. */
const rescored = 1_000
/** A fit of another shape is fitted again. */
const stateFormat = 3

const breathe = () => new Promise<void>((resolve) => setTimeout(resolve))

type Memory = { fit: number; history: OrderHistory; anomaly: AnomalyFit; recentIds: string[] }
type State = { format: number; history: HistoryState; anomaly: AnomalyFit; recentIds: string[] }
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

/** The anomaly model's jobs: score what is new, fit again when enough is new, learn from verdicts at once. */
export function createScoring(
  db: () => Promise<Database>,
  runModel: RunModel,
  now: () => number = Date.now
) {
  let memory: Memory | null = null

  /** Scores and insights of orders whose inputs are known. */
  async function judge(
    model: AnomalyModel,
    { anomaly, fit, recentIds }: Memory,
    budget: AlertBudget,
    allowed: (order: StoredOrder) => boolean,
    orders: StoredOrder[],
    rows: FeatureRow[],
    inputs: OrderInputs,
    basis: (i: number) => number
  ): Promise<Scored[]> {
    const scores = model.judge(inputs)
    const { columns, values } = inputs.head
    const result: Scored[] = []
    for (const [i, order] of orders.entries()) {
      const score = scores[i]
      const row = rows[i]
      if (!score || !row) continue
      const value = order.total && majorUnits(order.total)
      const flagged = isWorthALook(budget, score, value)
      const found = flagged ? await explain(order, row, { ...score, flagged }, i) : null
      const insight = found && allowed(order) ? { ...found, allowed: true as const } : found
      result.push({
        score: {
          orderId: order.id,
          percentile: score.percentile,
          probability: score.probability,
          flagged: insight !== null && !insight.allowed,
          modelVersion: model.version,
          fit,
          ...(insight && {
            inputs: values.slice(i * columns, (i + 1) * columns),
            distance: inputs.distance[i] ?? 0
          })
        },
        insight
      })
    }
    return result

    async function explain(order: StoredOrder, row: FeatureRow, score: AnomalyScore, i: number) {
      const reasons = findReasons(order, row.comparison, score.surprises)
      const value = order.total && majorUnits(order.total)
      const decisive = await decisiveReason(model, anomaly, row.values, reasons, budget, value)
      return orderRisk(order, row.comparison, score, {
        basis: basis(i),
        modelVersion: model.version,
        now: now(),
        ...(decisive && { decisive }),
        similar: similarTo(anomaly, recentIds, inputs, i, order.id)
      })
    }
  }

  /** Writes scores and insights and ends the job in one transaction; what the seller decided stays decided. */
  async function commit(
    store: Database,
    job: Job,
    scored: Scored[],
    fit?: StoredFit
  ): Promise<void> {
    await store.transaction(
      "rw",
      [store.scores, store.insights, store.feedback, store.jobs, store.fits],
      async () => {
        const ids = scored.map(({ score }) => `order-risk:${score.orderId}`)
        const before = await store.insights.bulkGet(ids)
        const judged = await store.feedback.bulkGet(scored.map(({ score }) => score.orderId))
        const known = await store.scores.bulkGet(scored.map(({ score }) => score.orderId))
        const kept = scored.flatMap(({ insight }, i) => {
          const old = before[i]
          if (!insight) return []
          if (old?.kind !== "order-risk") return [insight]
          const { state, createdAt, snoozedUntil } = old
          return [
            { ...insight, state, createdAt, ...(snoozedUntil !== undefined && { snoozedUntil }) }
          ]
        })
        // an order that was judged keeps its place among the decided ones, flagged or not
        const gone = ids.filter((_, i) => scored[i]?.insight === null && !judged[i])
        await store.insights.bulkDelete(gone)
        await store.insights.bulkPut(kept)
        await store.scores.bulkPut(
          scored.map(({ score }, i) => {
            const old = known[i]
            const inputs = score.inputs ?? (old?.fit === score.fit ? old.inputs : undefined)
            const distance = score.distance ?? old?.distance
            return judged[i] && inputs && distance !== undefined
              ? { ...score, inputs, distance }
              : score
          })
        )
        if (fit) await store.fits.put(fit)
        await finishJob(store, job)
      }
    )
  }

  /** The history with what the seller confirmed, and verdicts as the head reads them. */
  async function withVerdicts(store: Database, { history, fit }: Memory): Promise<VerdictRow[]> {
    const feedback = await store.feedback.toArray()
    const ids = feedback.map(({ orderId }) => orderId)
    const [orders, scores] = await Promise.all([
      store.orders.bulkGet(ids),
      store.scores.bulkGet(ids)
    ])
    history.confirm(orders.filter((order, i) => order && feedback[i]?.verdict === "fraud"))
    return feedback.flatMap(({ verdict }, i): VerdictRow[] => {
      const score = scores[i]
      return score?.fit === fit && score.inputs && score.distance !== undefined
        ? [{ inputs: score.inputs, distance: score.distance, bad: verdict === "fraud" }]
        : []
    })
  }

  async function remember(store: Database): Promise<Memory | null> {
    const stored = await store.fits.get("anomaly")
    if (!stored) return null
    if (memory?.fit === stored.fit) return memory
    const state = stored.state as State
    if (state.format !== stateFormat) return null
    const history = OrderHistory.restore(state.history)
    // orders that came after the fit are in the store, not in its snapshot
    const later = await store.orders.where("firstReadAt").above(stored.fittedAt).sortBy("time")
    const scores = await store.scores.bulkGet(later.map(({ id }) => id))
    for (const [i, order] of later.entries()) if (scores[i]?.fit === stored.fit) history.add(order)
    memory = { fit: stored.fit, history, anomaly: state.anomaly, recentIds: state.recentIds }
    return memory
  }

  /** The fit in use, its head moved by every verdict so far. */
  async function learn(store: Database, model: AnomalyModel, known: Memory): Promise<void> {
    model.use(known.anomaly)
    known.anomaly = model.learn(await withVerdicts(store, known))
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
    const [budget, allowed] = await Promise.all([readBudget(store), allowedOrders(store)])
    await runModel(async (model) => {
      const anomaly = await timed("fit", orders.length, () =>
        model.fit(values, { alertRate: budget.mode === "rate" ? budget.rate : 0.01, seed: 1 })
      )
      if (!anomaly) return
      const recentIds = orders.slice(-anomaly.recent.rows).map(({ id }) => id)
      const fitted: Memory = { fit, history, anomaly, recentIds }
      const scored: Scored[] = []
      for (let start = 0; start < orders.length; start += slice) {
        await breathe()
        const part = values.slice(start, start + slice)
        const inputs = await timed("score", part.length, () => model.inputs(part, anomaly))
        scored.push(
          ...(await judge(
            model,
            fitted,
            budget,
            allowed,
            orders.slice(start, start + slice),
            rows.slice(start, start + slice),
            inputs,
            (i) => start + i
          ))
        )
      }
      const state: State = {
        format: stateFormat,
        history: history.snapshot(),
        anomaly,
        recentIds
      }
      await commit(store, job, scored, {
        model: "anomaly",
        fit,
        fittedAt,
        orders: orders.length,
        state
      })
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
      await learn(store, model, known)
      const rows = await replay(known.history, orders)
      await score(store, job, model, known, orders, rows)
    })
  }

  async function score(
    store: Database,
    job: Job,
    model: AnomalyModel,
    known: Memory,
    orders: StoredOrder[],
    rows: FeatureRow[],
    more: Scored[] = []
  ): Promise<void> {
    const [budget, allowed] = await Promise.all([readBudget(store), allowedOrders(store)])
    const values = rows.map((row) => row.values)
    const inputs = await timed("score", values.length, () => model.inputs(values, known.anomaly))
    const basis = () => known.anomaly.orders
    const scored = await judge(model, known, budget, allowed, orders, rows, inputs, basis)
    await commit(store, job, [...scored, ...more])
  }

  /** Flagged orders once more, from the inputs that were kept: what they are compared with stays as it was then. */
  function rejudge(
    model: AnomalyModel,
    budget: AlertBudget,
    allowed: (order: StoredOrder) => boolean,
    kept: { order: StoredOrder; score: OrderScore; insight: OrderRisk }[]
  ): Scored[] {
    const columns = kept[0]?.score.inputs?.length ?? 0
    const values = new Float32Array(kept.length * columns)
    kept.forEach(({ score }, i) => {
      values.set(score.inputs ?? [], i * columns)
    })
    const scores = model.judge({
      head: { rows: kept.length, columns, values },
      distance: Float32Array.from(kept, ({ score }) => score.distance ?? 0),
      kinds: [],
      surprises: []
    })
    return kept.map(({ order, score, insight }, i) => {
      const { percentile, probability } = scores[i] ?? insight
      const value = order.total && majorUnits(order.total)
      const isWorth = isWorthALook(budget, { percentile, probability }, value)
      const { allowed: _, ...known } = insight
      const isAllowed = allowed(order)
      return {
        score: { ...score, percentile, probability, flagged: isWorth && !isAllowed },
        insight: isWorth
          ? {
              ...known,
              percentile,
              probability,
              severity: severityOf(percentile),
              ...(isAllowed && { allowed: true as const })
            }
          : null
      }
    })
  }

  /** After a verdict, a change of the budget or of the allow-list: the newest orders and the flagged ones again. */
  async function rescore(store: Database, job: Job): Promise<void> {
    const known = await remember(store)
    if (!known) return finishJob(store, job)
    const insights = await store.insights.where("kind").equals("order-risk").toArray()
    const ids = insights.map(({ subject }) => subject.id)
    const [flagged, scores, newest, budget, allowed] = await Promise.all([
      store.orders.bulkGet(ids),
      store.scores.bulkGet(ids),
      store.orders.orderBy("time").reverse().limit(rescored).toArray(),
      readBudget(store),
      allowedOrders(store)
    ])
    const kept = insights.flatMap((insight, i) => {
      const order = flagged[i]
      const score = scores[i]
      const isKept = order && score?.fit === known.fit && score.inputs
      return isKept && insight.kind === "order-risk" ? [{ order, score, insight }] : []
    })
    const done = new Set(ids)
    const orders = newest.filter(({ id }) => !done.has(id)).reverse()
    await runModel(async (model) => {
      await learn(store, model, known)
      const rows = orders.map((order) => known.history.features(order))
      const again = rejudge(model, budget, allowed, kept)
      await score(store, job, model, known, orders, rows, again)
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

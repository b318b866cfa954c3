import type { AnomalyModel } from "../../models/anomaly"
import { isWorthALook } from "../../src/domain/alert-budget"
import type { OrderRisk } from "../../src/domain/insight"
import { severityOf } from "../../src/insights/order-risk"
import type { Database, OrderScore, StoredOrder } from "../../src/store/database"
import { orderValue, type Policy, type Scored } from "./judge"

/** A flagged order with the inputs that were kept of it. */
type Kept = { order: StoredOrder; score: OrderScore; insight: OrderRisk }

/** The flagged orders that this fit scored, and the ids of all that are flagged. */
export async function flaggedOrders(
  db: Database,
  fit: number
): Promise<{ kept: Kept[]; ids: Set<string> }> {
  const insights = await db.insights.where("kind").equals("order-risk").toArray()
  const ids = insights.map(({ subject }) => subject.id)
  const [orders, scores] = await Promise.all([db.orders.bulkGet(ids), db.scores.bulkGet(ids)])
  const kept = insights.flatMap((insight, i) => {
    const order = orders[i]
    const score = scores[i]
    const isKept = order && score?.fit === fit && score.inputs
    return isKept && insight.kind === "order-risk" ? [{ order, score, insight }] : []
  })
  return { kept, ids: new Set(ids) }
}

/** Flagged orders once more, from the inputs that were kept: what they are compared with stays as it was then. */
export function rejudge(
  model: AnomalyModel,
  { budget, isAllowed }: Policy,
  kept: readonly Kept[]
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
    const isWorth = isWorthALook(budget, { percentile, probability }, orderValue(order))
    const { allowed: _, ...known } = insight
    const allowed = isAllowed(order)
    return {
      score: { ...score, percentile, probability, flagged: isWorth && !allowed },
      insight: isWorth
        ? {
            ...known,
            percentile,
            probability,
            severity: severityOf(percentile),
            ...(allowed && { allowed: true as const })
          }
        : null
    }
  })
}

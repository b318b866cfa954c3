import type { AnomalyModel, AnomalyScore, OrderInputs } from "../../models/anomaly"
import { type AlertBudget, isWorthALook } from "../../src/domain/alert-budget"
import type { OrderRisk } from "../../src/domain/insight"
import { majorUnits } from "../../src/domain/money"
import type { FeatureRow } from "../../src/features/order-features"
import { findReasons, orderRisk } from "../../src/insights/order-risk"
import type { Database, OrderScore, StoredOrder } from "../../src/store/database"
import { allowedOrders, readBudget } from "../../src/store/risk"
import { decisiveReason, insteadOf, similarTo } from "./explain"
import type { Memory } from "./memory"

/** A score and, where it is flagged, its reasons. */
export type Scored = { score: OrderScore; insight: OrderRisk | null }

/** What the seller decided about flags. */
export type Policy = { budget: AlertBudget; isAllowed: (order: StoredOrder) => boolean }

export async function readPolicy(db: Database): Promise<Policy> {
  const [budget, isAllowed] = await Promise.all([readBudget(db), allowedOrders(db)])
  return { budget, isAllowed }
}

export const orderValue = ({ total }: StoredOrder) => total && majorUnits(total)

/** Orders with what they were compared with; `basis` says with how many. */
export type Cases = {
  orders: StoredOrder[]
  rows: FeatureRow[]
  inputs: OrderInputs
  basis: (i: number) => number
}

/** Scores and insights of orders whose inputs are known. */
export async function judge(
  model: AnomalyModel,
  known: Memory,
  { budget, isAllowed }: Policy,
  { orders, rows, inputs, basis }: Cases,
  now: number
): Promise<Scored[]> {
  const scores = model.judge(inputs)
  const { columns, values } = inputs.head
  const result: Scored[] = []
  for (const [i, order] of orders.entries()) {
    const score = scores[i]
    const row = rows[i]
    if (!score || !row) continue
    const flagged = isWorthALook(budget, score, orderValue(order))
    const found = flagged ? await explain(order, row, { ...score, flagged }, i) : null
    const insight = found && isAllowed(order) ? { ...found, allowed: true as const } : found
    result.push({
      score: {
        orderId: order.id,
        percentile: score.percentile,
        probability: score.probability,
        flagged: insight !== null && !insight.allowed,
        modelVersion: model.version,
        fit: known.fit,
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
    const { anomaly, recentIds } = known
    const value = orderValue(order)
    const [decisive, instead] = await Promise.all([
      decisiveReason(model, anomaly, row.values, reasons, budget, value),
      insteadOf(model, known, order, row.values, budget)
    ])
    return orderRisk(order, row.comparison, score, {
      basis: basis(i),
      modelVersion: model.version,
      now,
      ...(decisive && { decisive }),
      instead,
      similar: similarTo(anomaly, recentIds, inputs, i, order.id)
    })
  }
}

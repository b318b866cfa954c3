import type { AnomalyModel, OrderInputs } from "../../models/anomaly"
import type { AnomalyFit } from "../../models/anomaly/fit"
import { mostAlike } from "../../models/anomaly/similar"
import type { AlertBudget } from "../../src/domain/alert-budget"
import { isWorthALook } from "../../src/domain/alert-budget"
import type { Alternative, ReasonCode } from "../../src/domain/insight"
import { majorUnits } from "../../src/domain/money"
import { withoutFeature } from "../../src/features/feature-groups"
import { withoutPageFacts } from "../../src/features/order-features"
import type { FoundReason } from "../../src/insights/order-risk"
import type { StoredOrder } from "../../src/store/database"
import type { Memory } from "./memory"

const similarOrders = 3
const mostAlternatives = 2

/**
 * The first reason without which the order would not be flagged: its features are set to what is usual, and the
 * model is asked again. Undefined when no single one decides.
 */
export async function decisiveReason(
  model: AnomalyModel,
  fit: AnomalyFit,
  row: Float32Array,
  reasons: readonly FoundReason[],
  budget: AlertBudget,
  value: number | undefined
): Promise<ReasonCode | undefined> {
  const { center } = fit.ensemble.scaling
  const changed = reasons.map(({ feature }) => withoutFeature(row, feature, center))
  const scores = model.judge(await model.inputs(changed, fit))
  return reasons.find((_, i) => {
    const score = scores[i]
    return score && !isWorthALook(budget, score, value)
  })?.reason.code
}

/**
 * Other values of the order's own facts with which it would not be flagged, each by itself. The history may have gone
 * on since, so only what a value changes is taken over.
 */
export async function insteadOf(
  model: AnomalyModel,
  { anomaly, history, hasPageFacts }: Memory,
  order: StoredOrder,
  row: Float32Array,
  budget: AlertBudget
): Promise<Alternative[]> {
  const alternatives = history.alternatives(order)
  const own = history.features(order).values
  const rows = alternatives.map((other) => {
    const { values } = history.features(other.order)
    const changed = row.map((value, i) => value + (values[i] ?? 0) - (own[i] ?? 0))
    return hasPageFacts ? changed : withoutPageFacts(changed)
  })
  const scores = model.judge(await model.inputs(rows, anomaly))
  return alternatives
    .filter(({ order: other }, i) => {
      const score = scores[i]
      return score && !isWorthALook(budget, score, other.total && majorUnits(other.total))
    })
    .slice(0, mostAlternatives)
    .map(({ field, value }) => ({ field, value }))
}

/** Ids of the past orders that are most like one. */
export function similarTo(
  fit: AnomalyFit,
  recentIds: readonly string[],
  { head }: OrderInputs,
  i: number,
  ownId: string
): string[] {
  const inputs = head.values.subarray(i * head.columns, (i + 1) * head.columns)
  return mostAlike(fit, inputs, similarOrders, recentIds.indexOf(ownId)).flatMap(
    (row) => recentIds[row] ?? []
  )
}

import type { AnomalyModel, OrderInputs } from "../../models/anomaly"
import type { AnomalyFit } from "../../models/anomaly/fit"
import { mostAlike } from "../../models/anomaly/similar"
import type { AlertBudget } from "../../src/domain/alert-budget"
import { isWorthALook } from "../../src/domain/alert-budget"
import type { ReasonCode } from "../../src/domain/insight"
import { withoutFeature } from "../../src/features/feature-groups"
import type { FoundReason } from "../../src/insights/order-risk"

const similarOrders = 3

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

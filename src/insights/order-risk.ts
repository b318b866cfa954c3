import type { Alternative, OrderRisk, Reason, ReasonCode, Severity } from "../domain/insight"
import type { Order } from "../domain/order"
import { type RiskKind, riskKinds } from "../domain/risk"
import { type Comparison, featureIndex, type OrderFeature } from "../features/order-features"
import { reasonsAgainst } from "./order-risk/against"
import { sentences } from "./order-risk/sentences"

/** What the model says of an order; `kinds` are shares by `riskKinds`. */
export type RiskScore = {
  percentile: number
  probability: number
  flagged: boolean
  kinds: Float32Array
  surprises: Float32Array
}

const mostReasons = 5
/** Below one in twenty a difference is not worth a sentence. */
const leastSurprise = 3
const highFrom = 0.998

/** A reason and the feature that it tells of. */
export type FoundReason = { reason: Reason; feature: OrderFeature }

/** Sentences by surprise, one per code; at least one even when no difference is great by itself. */
export function findReasons(
  order: Order,
  comparison: Comparison,
  surprises: Float32Array
): FoundReason[] {
  const total = surprises.reduce((sum, value) => sum + value, 0) || 1
  const ranked = (Object.keys(featureIndex) as OrderFeature[])
    .map((feature) => ({ feature, surprise: surprises[featureIndex[feature]] ?? 0 }))
    .sort((a, b) => b.surprise - a.surprise)
  const reasons = new Map<ReasonCode, FoundReason>()
  for (const { feature, surprise } of ranked) {
    if (reasons.size >= mostReasons || (surprise < leastSurprise && reasons.size > 0)) break
    const sentence = sentences[feature](order, comparison)
    if (sentence && !reasons.has(sentence.code)) {
      const reason = { ...sentence, weight: Math.max(1e-6, surprise / total) }
      reasons.set(sentence.code, { reason, feature })
    }
  }
  return [...reasons.values()]
}

export const severityOf = (percentile: number): Severity =>
  percentile >= highFrom ? "high" : "medium"

/** The kind that the model finds likeliest. */
export function likeliestKind(kinds: Float32Array): RiskKind {
  const best = kinds.reduce((at, share, i) => (share > (kinds[at] ?? 0) ? i : at), 0)
  return riskKinds[best] ?? "data-oddity"
}

/**
 * A flagged order with its reasons for and against; null when it is not flagged, or when no number on the page can
 * carry the claim: no insight without a reason that the seller can check.
 */
export function orderRisk(
  order: Order,
  comparison: Comparison,
  score: RiskScore,
  context: {
    basis: number
    modelVersion: string
    now: number
    decisive?: ReasonCode
    instead?: Alternative[]
    similar?: string[]
  }
): OrderRisk | null {
  if (!score.flagged) return null
  const found = findReasons(order, comparison, score.surprises)
  if (found.length === 0) return null
  return {
    id: `order-risk:${order.id}`,
    kind: "order-risk",
    subject: { type: "order", id: order.id },
    severity: severityOf(score.percentile),
    percentile: score.percentile,
    probability: score.probability,
    risk: likeliestKind(score.kinds),
    reasons: found.map(({ reason }) => reason),
    against: reasonsAgainst(order, comparison),
    basis: context.basis,
    modelVersion: context.modelVersion,
    createdAt: context.now,
    ...(context.decisive && { decisive: context.decisive }),
    ...(context.instead && context.instead.length > 0 && { instead: context.instead }),
    ...(context.similar && { similar: context.similar }),
    state: "open"
  }
}

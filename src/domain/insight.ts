import type { Money } from "./money"
import type { RiskKind } from "./risk"
import type { ShopDay, ShopMetric } from "./shop-change"

export const severities = ["high", "medium"] as const
export type Severity = (typeof severities)[number]

/** A number or name in a reason, typed so that each face writes it in the seller's locale. */
export type Fact =
  | { kind: "money"; value: Money }
  | { kind: "count"; value: number }
  | { kind: "ratio"; value: number }
  | { kind: "share"; value: number }
  | { kind: "hours"; value: number }
  | { kind: "time"; value: number }
  | { kind: "country"; value: string }
  | { kind: "text"; value: string }
  /** A fact of an order by its name in the record: "billCountry". */
  | { kind: "field"; value: string }

/**
 * Why, in a form that a seller can check: `code` picks the sentence in `locales/`, `facts` are the numbers in it.
 * `weight` in (0, 1] is the reason's share of the score; reasons come sorted by it.
 */
export type Reason = { code: ReasonCode; facts: Record<string, Fact>; weight: number }

/** One sentence each in `locales/*.ts`; a new reason starts there. */
export const reasonCodes = [
  "amount-vs-shop",
  "amount-vs-country",
  "amount-vs-buyer",
  "quantity-vs-sku",
  "quantity-vs-shop",
  "price-vs-sku",
  "buyer-velocity",
  "address-velocity",
  "sku-velocity",
  "shop-velocity",
  "new-buyer-high-value",
  "country-mismatch",
  "payment-attempts",
  "rush-shipping-high-value",
  "rush-shipping",
  "retries-in-shop",
  "unusual-hour",
  "many-skus",
  "unusual-mix",
  "address-shared-by-buyers",
  "contact-shared-by-buyers",
  "repeat-order",
  "buyer-month",
  "repeat-month",
  "units-month",
  "many-addresses",
  "new-address",
  "new-contact",
  "returns-before",
  "not-received-before",
  "declined-before",
  "linked-to-confirmed",
  "product-of-confirmed",
  "disposable-email",
  "name-mismatch",
  "odd-email",
  "po-box",
  "forwarder",
  "odd-address",
  "new-buyer-quantity",
  "marketplace-high",
  "marketplace-medium",
  "wrong-sum",
  "missing-fact",
  "for-good-past",
  "for-usual-of-buyer",
  "for-usual-amount",
  "for-same-country",
  "for-paid-at-once",
  "for-usual-country",
  "for-marketplace-low"
] as const
export type ReasonCode = (typeof reasonCodes)[number]

/** One other value with which an order would not be flagged. */
export type Alternative = {
  field: "shipCountry" | "billCountry" | "shippingMethod" | "paymentAttempts" | "quantity" | "total"
  value: Fact
}

/** What every insight says. No insight without reasons that a seller can check against numbers on the page. */
type InsightBase = {
  /** "<kind>:<subject id>": one insight of a kind per subject, so that a second reading never doubles it. */
  id: string
  severity: Severity
  reasons: Reason[]
  /** How many past orders the claim rests on. */
  basis: number
  modelVersion: string
  createdAt: number
  state: "open" | "dismissed"
}

/** An order that should not ship unread. */
export type OrderRisk = InsightBase & {
  kind: "order-risk"
  subject: { type: "order"; id: string }
  /** Rank of the score in the seller's own history, 0..1 (0.998: above 99.8 % of past orders). */
  percentile: number
  /** Calibrated, 0..1; moved by the seller's verdicts. */
  probability: number
  /** What it most likely is, if it is anything. */
  risk: RiskKind
  /** What speaks for the order. */
  against: Reason[]
  /** The one reason without which it would not be flagged. */
  decisive?: ReasonCode
  /** Single other values with which it would not be flagged. */
  instead?: Alternative[]
  /** Past orders that are most alike, nearest first. */
  similar?: string[]
  /** The seller never wants to see this buyer flagged. */
  allowed?: true
  /** Hidden until then, epoch ms. */
  snoozedUntil?: number
}

/** Days on which a shop left its usual band; its reasons are those days. */
export type ShopChange = InsightBase & {
  kind: "shop-change"
  /** "<marketplace>:<account>" */
  subject: { type: "shop"; id: string }
  metric: ShopMetric
  /** The last eight weeks, oldest first. */
  days: ShopDay[]
  /** Of `revenue`. */
  currency?: string
}

/** Every kind of insight, a line each. */
export type Insight = OrderRisk | ShopChange

export const isOrderRisk = (insight: Insight): insight is OrderRisk => insight.kind === "order-risk"

/** Shown as something to look at: not dismissed, and not asleep until later. */
export function isOpen(insight: Insight, now: number): boolean {
  if (insight.state !== "open") return false
  return !isOrderRisk(insight) || (!insight.allowed && (insight.snoozedUntil ?? 0) <= now)
}

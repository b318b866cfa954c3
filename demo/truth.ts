import type { RiskKind } from "../src/domain/risk"
import type { DemoOrder, DemoShop } from "./shop"

export const anomalyKinds = [
  "bulk-quantity",
  "value-spike",
  "card-testing",
  "buyer-velocity",
  "shared-address",
  "country-mismatch",
  "price-error",
  "night-rush",
  "odd-mix",
  "repeat-order",
  "account-takeover",
  "throwaway-buyer",
  "forwarder-value",
  "slow-repeat",
  "serial-refunds",
  "serial-not-received",
  "wrong-sum"
] as const
export type AnomalyKind = (typeof anomalyKinds)[number]

/** What a seller would call each kind. */
export const riskOf = {
  "bulk-quantity": "reseller",
  "value-spike": "payment-fraud",
  "card-testing": "payment-fraud",
  "buyer-velocity": "reseller",
  "shared-address": "address-risk",
  "country-mismatch": "payment-fraud",
  "price-error": "pricing-error",
  "night-rush": "payment-fraud",
  "odd-mix": "reseller",
  "repeat-order": "data-oddity",
  "account-takeover": "account-takeover",
  "throwaway-buyer": "payment-fraud",
  "forwarder-value": "address-risk",
  "slow-repeat": "reseller",
  "serial-refunds": "refund-abuse",
  "serial-not-received": "not-received-abuse",
  "wrong-sum": "data-oddity"
} as const satisfies Record<AnomalyKind, RiskKind>

/** Kept beside the orders, never in them: what pages and server send cannot contain it. */
const kinds = new WeakMap<DemoOrder, AnomalyKind>()

export function markAnomaly(order: DemoOrder, kind: AnomalyKind): void {
  kinds.set(order, kind)
}

/** Which orders are planted anomalies, by order id; for training and evaluation only. */
export function truthOf(shop: DemoShop): ReadonlyMap<string, AnomalyKind> {
  return new Map(
    shop.orders.flatMap((order) => {
      const kind = kinds.get(order)
      return kind ? [[order.id, kind] as const] : []
    })
  )
}

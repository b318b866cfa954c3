import type { ReasonCode } from "./insight"

/** Where on the marketplace's page the numbers of a reason stand. */
export type ReasonPlace =
  | "total"
  | "items"
  | "buyer"
  | "address"
  | "billing"
  | "payment"
  | "shipping"
  | "placed"
  | "history"

const places: Partial<Record<ReasonCode, ReasonPlace>> = {
  "amount-vs-shop": "total",
  "amount-vs-country": "total",
  "amount-vs-buyer": "total",
  "new-buyer-high-value": "total",
  "wrong-sum": "total",
  "for-usual-amount": "total",
  "for-usual-of-buyer": "total",
  "quantity-vs-sku": "items",
  "quantity-vs-shop": "items",
  "new-buyer-quantity": "items",
  "price-vs-sku": "items",
  "many-skus": "items",
  "unusual-mix": "items",
  "buyer-velocity": "buyer",
  "buyer-month": "buyer",
  "new-contact": "buyer",
  "disposable-email": "buyer",
  "name-mismatch": "buyer",
  "odd-email": "buyer",
  "address-velocity": "address",
  "address-shared-by-buyers": "address",
  "contact-shared-by-buyers": "buyer",
  "many-addresses": "address",
  "new-address": "address",
  "po-box": "address",
  forwarder: "address",
  "odd-address": "address",
  "for-usual-country": "address",
  "country-mismatch": "billing",
  "for-same-country": "billing",
  "payment-attempts": "payment",
  "for-paid-at-once": "payment",
  "marketplace-high": "payment",
  "marketplace-medium": "payment",
  "for-marketplace-low": "payment",
  "rush-shipping-high-value": "shipping",
  "rush-shipping": "shipping",
  "retries-in-shop": "payment",
  "product-of-confirmed": "items",
  "unusual-hour": "placed"
}

/** Everything else is counted over the seller's earlier orders. */
export const placeOf = (code: ReasonCode): ReasonPlace => places[code] ?? "history"

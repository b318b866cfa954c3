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
  "repeat-order"
] as const
export type AnomalyKind = (typeof anomalyKinds)[number]

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

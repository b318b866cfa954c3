import type { Order } from "../domain/order"
import { addCount, type Frequencies, rarity } from "./frequency"

/** Facts whose absence tells something where the shop's orders usually show them. */
export const factNames = [
  "total",
  "items",
  "buyer",
  "shipCountry",
  "billCountry",
  "shippingMethod",
  "paymentMethod",
  "email",
  "phone",
  "shipAddress"
] as const
export type FactName = (typeof factNames)[number]

const groupOf = (fact: FactName) => `shown:${fact}`

/** Notes which facts a page showed; a file that cannot hold a fact says nothing of it. */
export function addFacts(counts: Frequencies, order: Order): void {
  for (const fact of factNames) addCount(counts, groupOf(fact), String(order[fact] !== undefined))
}

/**
 * The missing fact that is hardest to explain: an order cannot become less suspicious by leaving out what others
 * show. Null when nothing is missing that is usually there.
 */
export function missingFact(
  counts: Frequencies,
  order: Order
): { fact: FactName; surprise: number; share: number; n: number } | null {
  let worst: { fact: FactName; surprise: number; share: number; n: number } | null = null
  for (const fact of factNames) {
    if (order[fact] !== undefined) continue
    const { surprise, share, n } = rarity(counts, groupOf(fact), "false", 0.5)
    if (n > 0 && (!worst || surprise > worst.surprise)) worst = { fact, surprise, share, n }
  }
  return worst && worst.share < 0.5 ? worst : null
}

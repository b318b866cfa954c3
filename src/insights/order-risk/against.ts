import type { Reason } from "../../domain/insight"
import type { Order } from "../../domain/order"
import type { Comparison } from "../../features/order-features"
import { count, country, type Sentence, share } from "./sentences"

const most = 3
/** An amount between these parts of the usual is a usual one. */
const usualBetween = [0.5, 1.5] as const
/** A destination that one order in twenty has is an ordinary one. */
const commonFrom = 0.05

const isUsual = (times: number) => times >= usualBetween[0] && times <= usualBetween[1]

/** What speaks for an order, most telling first: each a fact that the page or the history shows. */
const checks: ((order: Order, c: Comparison) => Sentence)[] = [
  (_, { past }) =>
    past.orders > 1 && past.returned + past.notReceived + past.declined === 0
      ? { code: "for-good-past", facts: { n: count(past.orders) } }
      : null,
  (_, { amountVsBuyer: a }) =>
    a && a.n > 1 && isUsual(a.times)
      ? { code: "for-usual-of-buyer", facts: { n: count(a.n) } }
      : null,
  (order, { amountVsCountry: a }) =>
    a && a.n > 0 && isUsual(a.times) && order.total && order.shipCountry
      ? {
          code: "for-usual-amount",
          facts: {
            amount: { kind: "money", value: order.total },
            country: country(order.shipCountry),
            n: count(a.n)
          }
        }
      : null,
  ({ shipCountry, billCountry }) =>
    shipCountry && shipCountry === billCountry
      ? { code: "for-same-country", facts: { country: country(shipCountry) } }
      : null,
  ({ paymentAttempts }) => (paymentAttempts === 1 ? { code: "for-paid-at-once", facts: {} } : null),
  ({ shipCountry }, c) =>
    shipCountry && c.country.share >= commonFrom
      ? {
          code: "for-usual-country",
          facts: {
            country: country(shipCountry),
            share: share(c.country.share),
            n: count(c.country.n)
          }
        }
      : null,
  ({ marketplaceRisk }) =>
    marketplaceRisk === "low" ? { code: "for-marketplace-low", facts: {} } : null
]

export function reasonsAgainst(order: Order, comparison: Comparison): Reason[] {
  return checks
    .flatMap((check) => check(order, comparison) ?? [])
    .slice(0, most)
    .map((sentence) => ({ ...sentence, weight: 1 / checks.length }))
}

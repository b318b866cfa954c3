import { type Order, skuOf } from "../domain/order"
import { type Frequencies, rarity } from "./frequency"
import { identityKeys } from "./outcomes"
import { worst } from "./worst"

/** How often each fact and product stands in the orders that the seller confirmed as bad. */
export type Confirmed = Map<string, number>

/** Where their number is kept: no key of a fact is empty. */
const total = ""
/** One bad order makes no bad product. */
const ordersFrom = 2
/** Confirmed orders that a product's usual share counts as. */
const priorWeight = 10

const productsOf = ({ items = [] }: Order) => [
  ...new Set(items.flatMap((item) => skuOf(item) ?? []))
]

/** Starts again from all orders that the seller calls bad. */
export function confirmOrders(confirmed: Confirmed, bad: readonly (Order | undefined)[]): void {
  confirmed.clear()
  const add = (key: string) => confirmed.set(key, (confirmed.get(key) ?? 0) + 1)
  for (const order of bad) {
    if (!order) continue
    add(total)
    for (const key of identityKeys(order)) add(key)
    for (const sku of productsOf(order)) add(`sku:${sku}`)
  }
}

/**
 * How often a fact of the buyer stands in confirmed orders, and the product that they have most beyond its usual
 * share: what this seller's own bad buyers are after, as a log-likelihood ratio.
 */
export function confirmedSignals(confirmed: Confirmed, counts: Frequencies, order: Order) {
  const all = confirmed.get(total) ?? 0
  const products = productsOf(order).flatMap((sku) => {
    const orders = confirmed.get(`sku:${sku}`) ?? 0
    if (orders < ordersFrom) return []
    const usual = Math.max(rarity(counts, "sku", sku, 0.01).share, 0.002)
    const share = (orders + priorWeight * usual) / (all + priorWeight)
    return [{ sku, orders, all, evidence: Math.max(0, Math.log(share / usual)) }]
  })
  return {
    linked: identityKeys(order).reduce((most, key) => Math.max(most, confirmed.get(key) ?? 0), 0),
    product: worst(products, ({ evidence }) => evidence) ?? null
  }
}

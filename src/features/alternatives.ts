import { currencyDigits } from "../domain/currency-digits"
import type { Alternative } from "../domain/insight"
import { majorUnits } from "../domain/money"
import { type Order, skuOf } from "../domain/order"
import { commonestValue } from "./frequency"
import { itemSignals } from "./item-signals"
import type { HistoryState } from "./order-history"

/** An order as it would be with one usual value in place of its own. */
export type AlternativeOrder = Alternative & { order: Order }

type Change = (state: HistoryState, order: Order) => AlternativeOrder | null

const billCountry: Change = (_, order) => {
  const { shipCountry, billCountry: billed } = order
  if (!shipCountry || !billed || shipCountry === billed) return null
  return {
    field: "billCountry",
    value: { kind: "country", value: shipCountry },
    order: { ...order, billCountry: shipCountry }
  }
}

/** The country that is billed, where it is another; else the shop's commonest destination. */
const shipCountry: Change = ({ counts }, order) => {
  const { shipCountry: own, billCountry: billed } = order
  const other = billed && billed !== own ? billed : commonestValue(counts, "country")
  if (!own || !other || other === own) return null
  return {
    field: "shipCountry",
    value: { kind: "country", value: other },
    order: { ...order, shipCountry: other, ...(billed && { billCountry: other }) }
  }
}

/** The product that stands out, as often as usual; the total follows. */
const quantity: Change = ({ stats }, order) => {
  const found = itemSignals(stats, order).quantity
  const usual = Math.max(1, Math.round(found?.usual ?? 0))
  if (!found || found.quantity <= usual) return null
  const { items = [], total } = order
  const price = items.find((item) => skuOf(item) === found.sku)?.unitPrice?.minor ?? 0
  const less = price * (found.quantity - usual)
  return {
    field: "quantity",
    value: { kind: "count", value: usual },
    order: {
      ...order,
      items: items.map((item) => (skuOf(item) === found.sku ? { ...item, quantity: usual } : item)),
      ...(total && { total: { ...total, minor: Math.max(1, total.minor - less) } })
    }
  }
}

const total: Change = ({ stats }, order) => {
  const { total: own, shippingPrice: _, ...rest } = order
  const known = own && stats.get(`amount:${own.currency}`)
  if (!own || !known || known.n === 0) return null
  const usual = Math.exp(known.mean)
  if (majorUnits(own) <= usual * 1.5) return null
  const value = {
    minor: Math.round(usual * 10 ** currencyDigits(own.currency)),
    currency: own.currency
  }
  return { field: "total", value: { kind: "money", value }, order: { ...rest, total: value } }
}

const shippingMethod: Change = ({ counts }, order) => {
  const usual = commonestValue(counts, "method")
  if (!order.shippingMethod || !usual || usual === order.shippingMethod) return null
  return {
    field: "shippingMethod",
    value: { kind: "text", value: usual },
    order: { ...order, shippingMethod: usual }
  }
}

const paymentAttempts: Change = (_, order) =>
  (order.paymentAttempts ?? 1) > 1
    ? {
        field: "paymentAttempts",
        value: { kind: "count", value: 1 },
        order: { ...order, paymentAttempts: 1 }
      }
    : null

const changes = [billCountry, shipCountry, shippingMethod, paymentAttempts, quantity, total]

/** What could be otherwise about an order, each by itself. */
export const alternativesOf = (state: HistoryState, order: Order): AlternativeOrder[] =>
  changes.flatMap((change) => change(state, order) ?? [])

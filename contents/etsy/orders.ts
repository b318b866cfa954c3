import { currencyDigits } from "../../src/domain/currency-digits"
import type { OrderItem, PageOrder } from "../../src/domain/order"
import { embeddedState, listAt, textAt, valueAt } from "../../src/marketplace/embedded-state"
import type { Reading } from "../../src/marketplace/find-records"
import { scaledMoney } from "../../src/marketplace/scaled-money"

/** Etsy's own state prints amounts in hundredths; for currencies without hundredths no fact is known. */
function money(value: unknown, ...path: string[]) {
  const currency = valueAt(value, ...path, "currency_code")
  const hasCents =
    typeof currency === "string" && /^[A-Z]{3}$/.test(currency) && currencyDigits(currency) === 2
  return hasCents ? scaledMoney(valueAt(value, ...path, "value"), 100, currency) : null
}

function itemOf(transaction: unknown): OrderItem[] {
  const quantity = valueAt(transaction, "quantity")
  if (typeof quantity !== "number" || !Number.isInteger(quantity) || quantity < 0) return []
  const [title, sku] = [
    textAt(transaction, "product", "title"),
    textAt(transaction, "product", "product_identifier")
  ]
  const unitPrice = money(transaction, "cost")
  return [
    { quantity, ...(title && { title }), ...(sku && { sku }), ...(unitPrice && { unitPrice }) }
  ]
}

function orderOf(order: unknown): PageOrder[] {
  const nativeId = textAt(order, "order_id")
  if (!nativeId) return []
  const seconds = valueAt(order, "order_date")
  const placedAt =
    typeof seconds === "number" && seconds > 946_684_800 && seconds < 4_102_444_800
      ? Math.round(seconds * 1_000)
      : undefined
  const [total, shippingPrice] = [
    money(order, "payment", "cost_breakdown", "total_cost"),
    money(order, "payment", "cost_breakdown", "shipping_cost")
  ]
  const items = listAt(order, "transactions").flatMap(itemOf)
  const [buyer, paymentMethod] = [
    textAt(order, "buyer_id"),
    textAt(order, "payment", "payment_method")
  ]
  return [
    {
      nativeId,
      // the numbers of Etsy's states are not public; a full refund is said in a field of its own
      status: valueAt(order, "payment", "is_fully_refunded") === true ? "refunded" : "unknown",
      ...(placedAt !== undefined && { placedAt }),
      ...(total && { total }),
      ...(shippingPrice && { shippingPrice }),
      ...(items.length > 0 && { items }),
      ...(paymentMethod && { paymentMethod }),
      ...(buyer && { buyer: { ref: `buyer:${buyer}` } })
    }
  ]
}

/** The orders that Shop Manager embeds in its page (/your/orders/sold). Names, e-mails and addresses beside them are not read. */
export function readOrders(doc: Document): Reading<PageOrder> | null {
  const search = valueAt(
    embeddedState(doc, /Etsy\.Context\s*=/),
    "data",
    "initial_data",
    "orders",
    "orders_search"
  )
  const rows = listAt(search, "orders").flatMap(orderOf)
  if (rows.length === 0) return null
  const total = valueAt(search, "total_count")
  return {
    rows,
    strategy: "embedded-state",
    ...(typeof total === "number" && total >= rows.length && { total }),
    anchors: rows.flatMap(({ nativeId }) => {
      const link = doc.querySelector(
        `a[href*="order_id=${nativeId}"], a[href*="/sold/${nativeId}"]`
      )
      return link ? [{ kind: "order" as const, nativeId, element: link.parentElement ?? link }] : []
    })
  }
}

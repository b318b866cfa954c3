import { postalCheckDigit } from "../src/domain/postal-number"
import { type DemoOrder, type DemoShop, priceIn } from "./shop"

const mostPerPage = 500
const hour = 3_600_000
const handedOverAfter = 20 * hour

/** What the list shows of an order: nothing that its page would not show too. */
const orderSummary = (order: DemoOrder) => ({
  id: order.id,
  placedAt: order.placedAt,
  status: order.status,
  ...(order.claim && { claim: order.claim }),
  items: order.items,
  totalMinor: order.totalMinor,
  currency: order.currency,
  shipCountry: order.shipCountry,
  shippingMethod: order.shippingMethod,
  buyer: { id: order.buyer.id, name: order.buyer.name }
})

/** What happened to an order, as far as its status says. */
function timelineOf({ placedAt, status }: DemoOrder): { at: number; text: string }[] {
  const placed = { at: placedAt, text: "Order placed" }
  if (status === "pending") return [placed]
  const paid = { at: placedAt + 60_000, text: "payment" }
  if (status === "paid") return [placed, paid]
  if (status === "cancelled") return [placed, { at: placedAt + 5 * hour, text: "Cancelled" }]
  const shipped = { at: placedAt + handedOverAfter, text: "Handed to the carrier" }
  if (status === "shipped") return [placed, paid, shipped]
  const delivered = { at: placedAt + 92 * hour, text: "Delivered" }
  const refunded = { at: placedAt + 95 * hour, text: "Refunded" }
  return [placed, paid, shipped, status === "refunded" ? refunded : delivered]
}

/** Who carries an order that was sent, and a postal number with its check digit (UPU S10) made from the order's id. */
function shipmentOf({ id, placedAt, status, shippingMethod }: DemoOrder) {
  if (!/^(?:shipped|delivered|refunded)$/.test(status)) return {}
  const serial = id.replace(/\D/g, "").padStart(8, "0").slice(-8)
  const carrier = { Standard: "Deutsche Post", Tracked: "DHL", Express: "UPS" }[shippingMethod]
  return {
    carrier,
    trackingNumber: `RR${serial}${postalCheckDigit(serial)}DE`,
    shippedAt: placedAt + handedOverAfter
  }
}

const orderDetail = (order: DemoOrder) => ({
  ...orderSummary(order),
  ...shipmentOf(order),
  shippingMinor: order.shippingMinor,
  shipAddress: order.shipAddress,
  billAddress: order.billAddress,
  billCountry: order.billCountry,
  paymentMethod: order.paymentMethod,
  paymentAttempts: order.paymentAttempts,
  timeline: timelineOf(order),
  buyer: {
    id: order.buyer.id,
    name: order.buyer.name,
    email: order.buyer.email,
    phone: order.buyer.phone
  }
})

function paged<T, Row>(found: T[], query: URLSearchParams, rowOf: (one: T) => Row) {
  const perPage = Math.min(mostPerPage, Math.max(1, Math.floor(Number(query.get("perPage"))) || 20))
  const page = Math.max(1, Math.floor(Number(query.get("page"))) || 1)
  const rows = found.slice((page - 1) * perPage, page * perPage).map(rowOf)
  return { total: found.length, page, perPage, rows }
}

function findOrders(shop: DemoShop, query: URLSearchParams): DemoOrder[] {
  const status = query.get("status")
  const country = query.get("country")
  const search = query.get("search")?.trim().toLowerCase()
  const matches = (order: DemoOrder) =>
    (!status || order.status === status) &&
    (!country || order.shipCountry === country) &&
    (!search || `${order.id} ${order.buyer.id} ${order.buyer.name}`.toLowerCase().includes(search))
  return shop.orders.filter(matches).toReversed()
}

/** The admin's own JSON, newest first; undefined where there is nothing at that path. */
export function answerApi(shop: DemoShop, path: string, query: URLSearchParams): unknown {
  if (path === "orders") return paged(findOrders(shop, query), query, orderSummary)
  if (path === "messages") return paged(shop.messages.toReversed(), query, (message) => message)
  if (path === "products") {
    return paged(shop.products, query, (product) => ({
      sku: product.sku,
      title: product.title,
      priceMinor: priceIn(product, "EUR"),
      currency: "EUR",
      onHand: product.onHand,
      reserved: product.reserved,
      available: product.onHand - product.reserved
    }))
  }
  const order = shop.orders.find(({ id }) => path === `orders/${id}`)
  return order && orderDetail(order)
}

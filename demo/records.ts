import { createHash } from "node:crypto"
import { contactFacts } from "../src/domain/contact-facts"
import type { Listing } from "../src/domain/listing"
import { type Order, orderId } from "../src/domain/order"
import { throwawayDomain } from "./buyers"
import { type DemoOrder, type DemoShop, priceIn } from "./shop"

const pseudonym = (kind: string, text: string) =>
  createHash("sha256").update(`${kind}\n${text}`).digest("base64url").slice(0, 22)

function toOrder(order: DemoOrder, account: string, readAt: number): Order {
  const { currency } = order
  return {
    id: orderId("demo", account, order.id),
    marketplace: "demo",
    account,
    nativeId: order.id,
    status: order.status,
    placedAt: order.placedAt,
    total: { minor: order.totalMinor, currency },
    shippingPrice: { minor: order.shippingMinor, currency },
    items: order.items.map(({ sku, title, quantity, unitMinor }) => ({
      sku,
      title,
      quantity,
      unitPrice: { minor: unitMinor, currency }
    })),
    shipCountry: order.shipCountry,
    billCountry: order.billCountry,
    shippingMethod: order.shippingMethod,
    paymentMethod: order.paymentMethod,
    paymentAttempts: order.paymentAttempts,
    buyer: pseudonym("buyer", order.buyer.id),
    email: pseudonym("email", order.buyer.email),
    phone: pseudonym("phone", order.buyer.phone),
    shipAddress: pseudonym("address", order.shipAddress),
    contact: contactFacts(
      { name: order.buyer.name, email: order.buyer.email, shipAddress: order.shipAddress },
      (domain) => domain === throwawayDomain
    ),
    ...(order.claim && { claim: order.claim }),
    firstReadAt: readAt,
    readAt
  }
}

/** The shop's orders as the store would hold them once list and detail pages were read; pseudonyms are stand-ins. */
export function toOrders(shop: DemoShop, account = "127.0.0.1"): Order[] {
  return shop.orders.map((order) => toOrder(order, account, shop.end))
}

/** The shop's products as the store would hold them once the products page was read; prices in euros as shown there. */
export function toListings(shop: DemoShop, account = "127.0.0.1"): Listing[] {
  return shop.products.map((product) => ({
    id: orderId("demo", account, product.sku),
    marketplace: "demo",
    account,
    nativeId: product.sku,
    sku: product.sku,
    title: product.title,
    price: { minor: priceIn(product, "EUR"), currency: "EUR" },
    onHand: product.onHand,
    available: product.onHand - product.reserved,
    readAt: shop.end
  }))
}

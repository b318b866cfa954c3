import * as v from "valibot"
import { contactFactsSchema } from "./contact-facts"
import { limits } from "./limit-values"
import { countrySchema, epochMsSchema, nameSchema, textSchema } from "./limits"
import { moneySchema } from "./money"
import { orderStatuses } from "./order-status"

/** What the buyer claimed after the sale, as the page shows it. */
export const claims = ["returned", "not-received", "not-as-described", "chargeback"] as const
export type Claim = (typeof claims)[number]

/** The marketplace's own opinion, where it shows one. */
export const marketplaceRisks = ["low", "medium", "high"] as const

export const orderItemSchema = v.strictObject({
  sku: v.optional(textSchema),
  title: v.optional(textSchema),
  quantity: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1_000_000)),
  unitPrice: v.optional(moneySchema)
})
export type OrderItem = v.InferOutput<typeof orderItemSchema>

/** What a product is called in counts: its SKU, else its title. */
export const skuOf = (item: OrderItem): string | undefined => item.sku ?? item.title

/** What both a page and the store know of an order. A field that a page does not show is absent, never guessed. */
const sharedFields = {
  nativeId: textSchema,
  status: v.picklist(orderStatuses),
  /** The status in the page's own words. */
  statusText: v.optional(textSchema),
  placedAt: v.optional(epochMsSchema),
  /** When the marketplace last changed the order, where it says so. */
  updatedAt: v.optional(epochMsSchema),
  total: v.optional(moneySchema),
  shippingPrice: v.optional(moneySchema),
  items: v.optional(v.pipe(v.array(orderItemSchema), v.maxLength(limits.itemsPerOrder))),
  shipCountry: v.optional(countrySchema),
  billCountry: v.optional(countrySchema),
  shippingMethod: v.optional(textSchema),
  /** Who carries the parcel, the number to follow it by and when it was handed over, where the order's page says so. */
  carrier: v.optional(textSchema),
  trackingNumber: v.optional(textSchema),
  shippedAt: v.optional(epochMsSchema),
  paymentMethod: v.optional(textSchema),
  /** Payment attempts that the page shows, the successful one included. */
  paymentAttempts: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1_000))),
  claim: v.optional(v.picklist(claims)),
  marketplaceRisk: v.optional(v.picklist(marketplaceRisks))
} as const

/** Buyer facts as a page shows them. They live only in the message to the worker; the store keeps pseudonyms. */
export const buyerTextSchema = v.strictObject({
  /** The most stable thing the page shows: an account id, else an e-mail, else the name. */
  ref: textSchema,
  name: v.optional(textSchema),
  email: v.optional(textSchema),
  phone: v.optional(textSchema),
  shipAddress: v.optional(textSchema),
  /** The IP address that the order came from, where the page shows it. */
  ip: v.optional(textSchema)
})
export type BuyerText = v.InferOutput<typeof buyerTextSchema>

/** An order as one page shows it. */
export const pageOrderSchema = v.strictObject({
  ...sharedFields,
  buyer: v.optional(buyerTextSchema)
})
export type PageOrder = v.InferOutput<typeof pageOrderSchema>

/** HMAC-SHA-256 under the installation's secret, base64url, cut to 22 characters (132 bits). */
export const pseudonymSchema = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{22}$/))
export type Pseudonym = v.InferOutput<typeof pseudonymSchema>

/** An order as it is stored: merged from every page that showed it. */
export const orderSchema = v.strictObject({
  ...sharedFields,
  /** "<marketplace>:<account>:<native id>" */
  id: textSchema,
  marketplace: nameSchema,
  account: textSchema,
  buyer: v.optional(pseudonymSchema),
  email: v.optional(pseudonymSchema),
  phone: v.optional(pseudonymSchema),
  shipAddress: v.optional(pseudonymSchema),
  ip: v.optional(pseudonymSchema),
  contact: v.optional(contactFactsSchema),
  firstReadAt: epochMsSchema,
  readAt: epochMsSchema
})
export type Order = v.InferOutput<typeof orderSchema>

/** The native id is the last part and may itself hold colons; account and marketplace may not. */
export function orderId(marketplace: string, account: string, nativeId: string): string {
  return `${marketplace}:${account.replaceAll(":", "_")}:${nativeId}`
}

/** When the order counts in time: placed, else last changed, else first read by us. */
export function orderTime(order: Order): number {
  return order.placedAt ?? order.updatedAt ?? order.firstReadAt
}

/** How many pieces an order has, of all its products together. */
export const orderUnits = ({ items = [] }: Pick<Order, "items">): number =>
  items.reduce((sum, { quantity }) => sum + quantity, 0)

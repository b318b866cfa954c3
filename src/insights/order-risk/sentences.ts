import { currencyDigits } from "../../domain/currency-digits"
import type { Fact, ReasonCode } from "../../domain/insight"
import type { Money } from "../../domain/money"
import type { Order } from "../../domain/order"
import type { Comparison, OrderFeature } from "../../features/order-features"

/** A seller would not call rare what more than one order in ten has. */
const rareBelow = 0.1
/** A way of shipping that most orders take is no haste. */
const uncommonBelow = 0.5
/** Half of what an hour would have if orders came evenly around the clock. */
const rareHourBelow = 1 / 48

export const count = (value: number): Fact => ({ kind: "count", value: Math.round(value) })
export const share = (value: number): Fact => ({ kind: "share", value })
const text = (value: string): Fact => ({ kind: "text", value })
export const country = (value: string): Fact => ({ kind: "country", value })
const times = (value: number): Fact => ({ kind: "ratio", value })

function money(major: number, like: Money): Fact {
  const minor = Math.round(major * 10 ** currencyDigits(like.currency))
  return { kind: "money", value: { minor, currency: like.currency } }
}

export type Sentence = { code: ReasonCode; facts: Record<string, Fact> } | null

function amountFacts(order: Order, found: { usual: number; times: number; n: number } | undefined) {
  if (!order.total || !found || found.n === 0 || found.times < 1.5) return null
  return {
    amount: { kind: "money", value: order.total } as const,
    usual: money(found.usual, order.total),
    times: times(found.times),
    n: count(found.n)
  }
}

/** A feature in words with its numbers; null where the numbers do not carry a sentence. */
export const sentences: Record<OrderFeature, (order: Order, c: Comparison) => Sentence> = {
  amountVsShop: (order, c) => {
    const facts = amountFacts(order, c.amountVsShop)
    return facts && { code: "amount-vs-shop", facts }
  },
  amountVsCountry: (order, c) => {
    const facts = amountFacts(order, c.amountVsCountry)
    return facts && order.shipCountry
      ? { code: "amount-vs-country", facts: { ...facts, country: country(order.shipCountry) } }
      : null
  },
  amountVsBuyer: (order, c) => {
    const facts = amountFacts(order, c.amountVsBuyer)
    return facts && { code: "amount-vs-buyer", facts }
  },
  priceHighVsSku: (order, c) => priceSentence(order, c, (ratio) => ratio > 1.2),
  priceLowVsSku: (order, c) => priceSentence(order, c, (ratio) => ratio < 0.83),
  quantityVsSku: (_, { quantityVsSku: q }) =>
    q && q.quantity > q.usual * 1.5
      ? {
          code: "quantity-vs-sku",
          facts: {
            product: text(q.sku),
            quantity: count(q.quantity),
            usualQuantity: count(q.usual),
            n: count(q.n)
          }
        }
      : null,
  quantityVsShop: (_, { quantityVsShop: q }) =>
    q.quantity > q.usual * 1.5
      ? {
          code: "quantity-vs-shop",
          facts: {
            quantity: count(q.quantity),
            usualQuantity: count(Math.max(1, q.usual)),
            n: count(q.n)
          }
        }
      : null,
  linesVsShop: (_, { lines }) =>
    lines.count > lines.usual * 1.5 && lines.count > 2
      ? {
          code: "many-skus",
          facts: { lines: count(lines.count), usualQuantity: count(Math.max(1, lines.usual)) }
        }
      : null,
  buyerOrdersHour: (_, { buyer }) => velocity("buyer-velocity", buyer.hour, 1),
  buyerOrdersDay: (_, { buyer }) => velocity("buyer-velocity", buyer.day, 24),
  buyerOrdersWeek: (_, { buyer }) => velocity("buyer-velocity", buyer.week, 168),
  contactOrdersDay: (_, c) => velocity("buyer-velocity", c.contactDay, 24),
  addressOrdersDay: (_, { address }) => velocity("address-velocity", address.day, 24),
  addressBuyersWeek: (order, c) => sentences.addressBuyersMonth(order, c),
  addressBuyersMonth: (_, { address }) =>
    address.buyers > 0
      ? { code: "address-shared-by-buyers", facts: { buyers: count(address.buyers + 1) } }
      : null,
  contactBuyersMonth: (_, { contactBuyers }) =>
    contactBuyers > 0
      ? { code: "contact-shared-by-buyers", facts: { buyers: count(contactBuyers + 1) } }
      : null,
  skuOrdersHour: (_, { sku }) =>
    sku.hour > 1
      ? {
          code: "sku-velocity",
          facts: {
            product: text(sku.sku),
            orders: count(sku.hour + 1),
            hours: { kind: "hours", value: 1 }
          }
        }
      : null,
  shopOrdersHour: (_, { shop }) => velocity("shop-velocity", shop.hour, 1),
  repeatedItemsDay: (_, { repeatedDay }) =>
    repeatedDay > 0
      ? {
          code: "repeat-order",
          facts: { orders: count(repeatedDay + 1), hours: { kind: "hours", value: 24 } }
        }
      : null,
  newBuyerHighValue: (order, c) => {
    const facts = c.buyer.known === 0 ? amountFacts(order, c.amountVsShop) : null
    return facts && { code: "new-buyer-high-value", facts }
  },
  countryMismatch: (order, c) =>
    order.shipCountry &&
    order.billCountry &&
    order.shipCountry !== order.billCountry &&
    c.mismatch.share < rareBelow
      ? {
          code: "country-mismatch",
          facts: {
            country: country(order.shipCountry),
            other: country(order.billCountry),
            share: share(c.mismatch.share),
            n: count(c.mismatch.n)
          }
        }
      : null,
  mixRarity: (order, { mix }) =>
    order.shipCountry && mix.sku && mix.share < rareBelow
      ? {
          code: "unusual-mix",
          facts: {
            product: text(mix.sku),
            country: country(order.shipCountry),
            share: share(mix.share),
            n: count(mix.n)
          }
        }
      : null,
  hourRarity: (order, { hour }) =>
    hour.n > 0 && hour.share < rareHourBelow && order.placedAt !== undefined
      ? {
          code: "unusual-hour",
          facts: {
            time: { kind: "time", value: order.placedAt },
            share: share(hour.share),
            n: count(hour.n)
          }
        }
      : null,
  rushShipping: ({ shippingMethod }, { method }) =>
    shippingMethod && method.share < uncommonBelow
      ? {
          code: "rush-shipping",
          facts: { method: text(shippingMethod), share: share(method.share), n: count(method.n) }
        }
      : null,
  rushHighValue: (order, c) => {
    const facts = c.method.share < uncommonBelow ? amountFacts(order, c.amountVsShop) : null
    return facts && order.shippingMethod
      ? {
          code: "rush-shipping-high-value",
          facts: { ...facts, method: text(order.shippingMethod), share: share(c.method.share) }
        }
      : null
  },
  paymentAttempts: (order) =>
    (order.paymentAttempts ?? 1) > 1
      ? { code: "payment-attempts", facts: { attempts: count(order.paymentAttempts ?? 1) } }
      : null,
  retriesHour: ({ paymentAttempts = 1 }, { retriesHour }) =>
    retriesHour > 0
      ? {
          code: "retries-in-shop",
          facts: { orders: count(retriesHour + 1), attempts: count(paymentAttempts) }
        }
      : null,
  buyerOrdersMonth: (_, { month }) =>
    month.orders > 0 ? { code: "buyer-month", facts: { orders: count(month.orders + 1) } } : null,
  repeatedItemsMonth: (_, { month }) =>
    month.repeated > 0
      ? { code: "repeat-month", facts: { orders: count(month.repeated + 1) } }
      : null,
  buyerUnitsMonth: (_, { units }) =>
    units.sku && units.units > 1.5 * units.usual
      ? {
          code: "units-month",
          facts: {
            product: text(units.sku),
            quantity: count(units.units),
            usualQuantity: count(Math.max(1, units.usual))
          }
        }
      : null,
  buyerAddressesMonth: (_, { month }) =>
    month.addresses > 0
      ? { code: "many-addresses", facts: { addresses: count(month.addresses + 1) } }
      : null,
  newAddressKnownBuyer: (_, { changed }) =>
    changed.address ? { code: "new-address", facts: { n: count(changed.orders) } } : null,
  newContactKnownBuyer: (_, { changed }) =>
    changed.contact ? { code: "new-contact", facts: { n: count(changed.orders) } } : null,
  buyerReturns: (_, { past }) => pastSentence("returns-before", past.returned, past.orders),
  buyerNotReceived: (_, { past }) =>
    pastSentence("not-received-before", past.notReceived, past.orders),
  buyerDeclined: (_, { past }) => pastSentence("declined-before", past.declined, past.orders),
  linkedToConfirmed: (_, { linked }) =>
    linked > 0 ? { code: "linked-to-confirmed", facts: { orders: count(linked) } } : null,
  productOfConfirmed: (_, { confirmedProduct: p }) =>
    p && {
      code: "product-of-confirmed",
      facts: { product: text(p.sku), orders: count(p.orders), n: count(p.all) }
    },
  disposableEmail: (_, c) => contactSentence("disposable-email", c.contact.disposableEmail),
  nameMismatch: (_, c) => contactSentence("name-mismatch", c.contact.nameMismatch),
  oddEmail: (_, c) => contactSentence("odd-email", c.contact.oddEmail),
  poBox: (_, c) => contactSentence("po-box", c.contact.poBox),
  forwarder: (_, c) => contactSentence("forwarder", c.contact.forwarder),
  oddAddress: (_, c) => contactSentence("odd-address", c.contact.oddAddress),
  newBuyerQuantity: (_, { quantityVsSku: q, buyer }) =>
    q && buyer.known === 0 && q.quantity > q.usual * 1.5
      ? {
          code: "new-buyer-quantity",
          facts: {
            product: text(q.sku),
            quantity: count(q.quantity),
            usualQuantity: count(Math.max(1, q.usual))
          }
        }
      : null,
  oneProductBulk: (order, c) => sentences.quantityVsSku(order, c),
  mismatchHighValue: (order, c) => sentences.countryMismatch(order, c),
  nightHighValue: (order, c) => sentences.hourRarity(order, c),
  marketplaceRisk: ({ marketplaceRisk }) =>
    marketplaceRisk === "medium" || marketplaceRisk === "high"
      ? { code: marketplaceRisk === "high" ? "marketplace-high" : "marketplace-medium", facts: {} }
      : null,
  totalMismatch: ({ total }, { sum }) =>
    sum && total
      ? {
          code: "wrong-sum",
          facts: {
            amount: { kind: "money", value: total },
            lines: { kind: "money", value: { minor: sum.lines, currency: total.currency } }
          }
        }
      : null,
  missingFacts: (_, { missing }) =>
    missing
      ? {
          code: "missing-fact",
          facts: {
            field: { kind: "field", value: missing.fact },
            share: share(missing.share),
            n: count(missing.n)
          }
        }
      : null
}

function pastSentence(code: ReasonCode, claims: number, orders: number): Sentence {
  return claims > 0 ? { code, facts: { claims: count(claims), n: count(orders) } } : null
}

/** A contact oddity with its share among the orders to the same country. */
function contactSentence(code: ReasonCode, found: { share: number; n: number } | null): Sentence {
  return found && found.share < rareBelow
    ? { code, facts: { share: share(found.share), n: count(found.n) } }
    : null
}

function velocity(code: ReasonCode, others: number, hours: number): Sentence {
  return others > 0
    ? { code, facts: { orders: count(others + 1), hours: { kind: "hours", value: hours } } }
    : null
}

function priceSentence(
  order: Order,
  { priceVsSku: p }: Comparison,
  tells: (ratio: number) => boolean
): Sentence {
  const like = order.items?.find((item) => item.unitPrice)?.unitPrice ?? order.total
  if (!p || !like || !tells(p.times)) return null
  const facts = {
    product: text(p.sku),
    price: money(p.price, like),
    usualPrice: money(p.usual, like),
    times: times(p.times),
    n: count(p.n)
  }
  return { code: "price-vs-sku", facts }
}

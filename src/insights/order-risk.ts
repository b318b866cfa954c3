import { currencyDigits } from "../domain/currency-digits"
import type { Fact, OrderRisk, Reason, ReasonCode } from "../domain/insight"
import type { Money } from "../domain/money"
import type { Order } from "../domain/order"
import { type Comparison, featureIndex, type OrderFeature } from "../features/order-features"

export type RiskScore = { percentile: number; flagged: boolean; surprises: Float32Array }

const mostReasons = 5
/** Below one in twenty a difference is not worth a sentence. */
const leastSurprise = 3
const highFrom = 0.998
/** A seller would not call rare what more than one order in ten has. */
const rareBelow = 0.1
/** A way of shipping that most orders take is no haste. */
const uncommonBelow = 0.5
/** Half of what an hour would have if orders came evenly around the clock. */
const rareHourBelow = 1 / 48

const count = (value: number): Fact => ({ kind: "count", value: Math.round(value) })
const share = (value: number): Fact => ({ kind: "share", value })
const text = (value: string): Fact => ({ kind: "text", value })
const country = (value: string): Fact => ({ kind: "country", value })
const times = (value: number): Fact => ({ kind: "ratio", value })

function money(major: number, like: Money): Fact {
  const minor = Math.round(major * 10 ** currencyDigits(like.currency))
  return { kind: "money", value: { minor, currency: like.currency } }
}

type Sentence = { code: ReasonCode; facts: Record<string, Fact> } | null

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
const sentences: Record<OrderFeature, (order: Order, c: Comparison) => Sentence> = {
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
  addressBuyersMonth: (_, { address }) =>
    address.buyers > 0
      ? { code: "address-shared-by-buyers", facts: { buyers: count(address.buyers + 1) } }
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
  countryRarity: (order, c) =>
    order.shipCountry && c.country.n > 0 && c.country.share < rareBelow
      ? {
          code: "rare-country",
          facts: {
            country: country(order.shipCountry),
            share: share(c.country.share),
            n: count(c.country.n)
          }
        }
      : null,
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

/** Sentences by surprise, one per code; at least one even when no difference is great by itself. */
function reasonsOf(order: Order, comparison: Comparison, surprises: Float32Array): Reason[] {
  const total = surprises.reduce((sum, value) => sum + value, 0) || 1
  const ranked = (Object.keys(featureIndex) as OrderFeature[])
    .map((feature) => ({ feature, surprise: surprises[featureIndex[feature]] ?? 0 }))
    .sort((a, b) => b.surprise - a.surprise)
  const reasons = new Map<ReasonCode, Reason>()
  for (const { feature, surprise } of ranked) {
    if (reasons.size >= mostReasons || (surprise < leastSurprise && reasons.size > 0)) break
    const sentence = sentences[feature](order, comparison)
    if (sentence && !reasons.has(sentence.code)) {
      reasons.set(sentence.code, { ...sentence, weight: Math.max(1e-6, surprise / total) })
    }
  }
  return [...reasons.values()]
}

/**
 * A flagged order with its reasons; null when it is not flagged, or when no number on the page can carry the
 * claim: no insight without a reason that the seller can check.
 */
export function orderRisk(
  order: Order,
  comparison: Comparison,
  score: RiskScore,
  context: { basis: number; modelVersion: string; now: number }
): OrderRisk | null {
  if (!score.flagged) return null
  const reasons = reasonsOf(order, comparison, score.surprises)
  if (reasons.length === 0) return null
  return {
    id: `order-risk:${order.id}`,
    kind: "order-risk",
    subject: { type: "order", id: order.id },
    severity: score.percentile >= highFrom ? "high" : "medium",
    percentile: score.percentile,
    reasons,
    basis: context.basis,
    modelVersion: context.modelVersion,
    createdAt: context.now,
    state: "open"
  }
}

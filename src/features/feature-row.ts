import type { Order } from "../domain/order"
import { orderUnits } from "../domain/order"
import { amountSignals, ownUsual } from "./amount-signals"
import { buyerSignals } from "./buyer-signals"
import { confirmedSignals } from "./confirmed-signals"
import { contactFlags, contactRarities } from "./contact-rarity"
import { itemSignals, sumOf } from "./item-signals"
import { missingFact } from "./missing-facts"
import {
  type Comparison,
  type FeatureRow,
  featureIndex,
  type OrderFeature,
  orderFeatures
} from "./order-features"
import type { HistoryState } from "./order-history"
import { hourOf, placeSignals } from "./place-signals"
import { velocitySignals } from "./velocity-signals"

/** Everything that a history says of an order, by subject. */
function signalsOf(state: HistoryState, order: Order) {
  const { stats, counts, events } = state
  return {
    amount: amountSignals(stats, order),
    own: ownUsual(stats, order),
    items: itemSignals(stats, order),
    sum: sumOf(order),
    velocity: velocitySignals(events, order, state.lastTime),
    places: placeSignals(counts, order),
    buyer: buyerSignals(state, order),
    confirmed: confirmedSignals(state.confirmed, counts, order),
    contact: contactRarities(counts, order),
    missing: missingFact(counts, order)
  }
}
type Signals = ReturnType<typeof signalsOf>

/** The signals as numbers, by `orderFeatures`; what is not known is a neutral 0. */
function valuesOf(order: Order, signals: Signals): Float32Array {
  const { amount, own, items, sum, velocity, places, buyer, confirmed, contact, missing } = signals
  const values = new Float32Array(orderFeatures.length)
  const set = (name: OrderFeature, value: number) => {
    values[featureIndex[name]] = value
  }
  // what this buyer usually takes is nothing unusual, however much it is
  const forBuyer = (z: number | undefined, usual: number) => Math.min(z ?? 0, usual)
  const highValue = Math.max(0, forBuyer(amount.shop?.z, own.amount))

  set("amountVsShop", forBuyer(amount.shop?.z, own.amount))
  set("amountVsCountry", forBuyer(amount.country?.z, own.amount))
  // a first order has no usual of its buyer to differ from
  set("amountVsBuyer", amount.buyer && amount.buyer.n > 0 ? amount.buyer.z : 0)
  set("priceHighVsSku", Math.max(0, items.price?.z ?? 0))
  set("priceLowVsSku", Math.max(0, -(items.price?.z ?? 0)))
  set("quantityVsSku", forBuyer(items.quantity?.z, own.units))
  set("quantityVsShop", forBuyer(items.units.z, own.units))
  set("linesVsShop", forBuyer(items.lines.z, own.lines))
  set("buyerOrdersHour", Math.log1p(velocity.buyer.hour))
  set("buyerOrdersDay", Math.log1p(velocity.buyer.day))
  set("buyerOrdersWeek", Math.log1p(velocity.buyer.week))
  set("contactOrdersDay", Math.log1p(velocity.contactDay))
  set("addressOrdersDay", Math.log1p(velocity.address.day))
  set("addressBuyersWeek", Math.log1p(velocity.address.buyersWeek))
  set("addressBuyersMonth", Math.log1p(velocity.address.buyers))
  set("contactBuyersMonth", Math.log1p(velocity.contactBuyers))
  set("skuOrdersHour", Math.log((velocity.sku.hour + 1) / (velocity.sku.usual + 1)))
  set("shopOrdersHour", Math.log((velocity.shop.hour + 1) / (velocity.shop.usual + 1)))
  set("repeatedItemsDay", Math.log1p(velocity.repeatedDay))
  const isNew = order.buyer !== undefined && velocity.buyer.known === 0
  set("newBuyerHighValue", isNew ? highValue : 0)
  set("newBuyerQuantity", isNew ? Math.max(0, items.quantity?.z ?? 0) : 0)
  set("oneProductBulk", Math.max(0, forBuyer(items.quantity?.z, own.units)) * items.focus)
  set("mismatchHighValue", places.mismatch.surprise * highValue)
  set("nightHighValue", Math.max(0, places.hour.surprise - Math.log(24)) * highValue)
  set("countryMismatch", places.mismatch.surprise)
  set("mixRarity", places.mixLift)
  set("hourRarity", places.hour.surprise)
  set("rushShipping", places.method.surprise)
  set("rushHighValue", places.method.surprise * highValue)
  set("paymentAttempts", Math.log1p(Math.max(0, (order.paymentAttempts ?? 1) - 1)))

  set("retriesHour", Math.log1p(velocity.retriesHour))
  set("buyerOrdersMonth", Math.log1p(buyer.month.orders))
  set("repeatedItemsMonth", Math.log1p(buyer.month.repeated))
  set("buyerUnitsMonth", Math.log(Math.max(1, buyer.units.units / buyer.units.usual)))
  set("buyerAddressesMonth", Math.log1p(buyer.month.addresses))
  set("newAddressKnownBuyer", buyer.changed.address ? 1 + highValue : 0)
  set("newContactKnownBuyer", buyer.changed.contact ? 1 + highValue : 0)
  set("buyerReturns", buyer.past.evidence.returned)
  set("buyerNotReceived", buyer.past.evidence.notReceived)
  set("buyerDeclined", buyer.past.evidence.declined)
  set("linkedToConfirmed", Math.log1p(confirmed.linked))
  set("productOfConfirmed", confirmed.product?.evidence ?? 0)
  for (const flag of contactFlags) set(flag, contact[flag]?.surprise ?? 0)
  set("marketplaceRisk", { low: 0, medium: 1, high: 3 }[order.marketplaceRisk ?? "low"])
  set("totalMismatch", sum ? Math.min(5, 20 * Math.abs(Math.log(sum.total / sum.lines))) : 0)
  set("missingFacts", missing?.surprise ?? 0)
  return values
}

/** The numbers behind the signals, for the reasons. */
function comparisonOf(order: Order, signals: Signals): Comparison {
  const { amount, items, sum, velocity, places, buyer, confirmed, contact, missing } = signals
  return {
    ...(amount.shop && { amountVsShop: amount.shop }),
    ...(amount.country && { amountVsCountry: amount.country }),
    ...(amount.buyer && amount.buyer.n > 0 && { amountVsBuyer: amount.buyer }),
    ...(items.price && { priceVsSku: items.price }),
    ...(items.quantity && { quantityVsSku: items.quantity }),
    quantityVsShop: { quantity: orderUnits(order), usual: items.units.usual - 1, n: items.units.n },
    lines: { count: order.items?.length ?? 0, usual: items.lines.usual - 1 },
    ...velocity,
    country: places.country,
    mismatch: places.mismatch,
    mix: { sku: places.mix?.sku ?? "", share: places.mix?.share ?? 0, n: places.mix?.n ?? 0 },
    hour: { ...places.hour, hour: hourOf(order) },
    method: places.method,
    month: buyer.month,
    units: buyer.units,
    changed: buyer.changed,
    past: buyer.past,
    linked: confirmed.linked,
    confirmedProduct: confirmed.product,
    contact,
    sum,
    missing
  }
}

/** How an order differs from what a history knows, and the numbers behind each difference. */
export function featureRow(state: HistoryState, order: Order): FeatureRow {
  const signals = signalsOf(state, order)
  return { values: valuesOf(order, signals), comparison: comparisonOf(order, signals) }
}

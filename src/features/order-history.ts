import { majorUnits } from "../domain/money"
import { type Order, type OrderItem, orderTime, skuOf } from "../domain/order"
import { type BuyerState, buyerSignals, rememberBuyer } from "./buyer-signals"
import { addContact, contactFlags, contactRarities } from "./contact-rarity"
import { addEvent, countActors, eventsWithin, windows } from "./event-windows"
import { addCount, type Frequencies, leastSurprise, rarity } from "./frequency"
import { addValue, type Deviation, deviation } from "./group-stats"
import { addFacts, missingFact } from "./missing-facts"
import {
  type Comparison,
  type FeatureRow,
  featureIndex,
  type OrderFeature,
  orderFeatures
} from "./order-features"
import { addOutcome, identityKeys } from "./outcomes"

/** Everything that a history knows; structured-cloneable, so the store can keep it. */
export type HistoryState = {
  /** Ids of the orders in it: a second reading of an order adds nothing. */
  orders: Set<string>
  lastTime: number
  counts: Frequencies
} & BuyerState

const emptyState = (): HistoryState => ({
  orders: new Set(),
  lastTime: 0,
  stats: new Map(),
  counts: new Map(),
  events: new Map(),
  outcomes: new Map(),
  seen: new Set(),
  confirmed: new Map()
})

const itemsOf = (order: Order) => order.items ?? []
const unitsOf = (order: Order) => itemsOf(order).reduce((sum, { quantity }) => sum + quantity, 0)
const worst = <T>(all: T[], by: (one: T) => number): T | undefined =>
  all.reduce<T | undefined>(
    (best, one) => (best === undefined || by(one) > by(best) ? one : best),
    undefined
  )

/**
 * The seller's orders as a running memory: an order is compared with what was added before it, within its own
 * currency, country, products and buyer. Missing facts give a neutral 0, never a guess.
 */
export class OrderHistory {
  private constructor(private readonly state: HistoryState) {}

  static empty(): OrderHistory {
    return new OrderHistory(emptyState())
  }
  static restore(state: HistoryState): OrderHistory {
    return new OrderHistory(state)
  }
  snapshot(): HistoryState {
    return this.state
  }
  get size(): number {
    return this.state.orders.size
  }

  /** Adds an order to the memory, once. */
  add(order: Order): void {
    const { state } = this
    if (state.orders.has(order.id)) return
    state.orders.add(order.id)
    const time = orderTime(order)
    state.lastTime = Math.max(state.lastTime, time)
    const by = order.buyer ?? order.id
    const event = { time, id: order.id, by }
    for (const key of this.eventKeys(order)) addEvent(state.events, key, event)
    const told = {
      ...event,
      ...(order.shipAddress && { to: order.shipAddress }),
      items: itemsOf(order).map((item) => [skuOf(item) ?? "", item.quantity] as const)
    }
    for (const key of identityKeys(order)) addEvent(state.events, key, told)
    addOutcome(state.outcomes, order)
    rememberBuyer(state, order)
    addContact(state.counts, order)
    addFacts(state.counts, order)
    if (order.total && order.total.minor > 0) {
      const log = Math.log(majorUnits(order.total))
      const { currency } = order.total
      addValue(state.stats, `amount:${currency}`, log)
      if (order.shipCountry) addValue(state.stats, `amount:${currency}:${order.shipCountry}`, log)
      if (order.buyer) addValue(state.stats, `amount:${currency}:${order.buyer}`, log)
    }
    for (const item of itemsOf(order)) this.addItem(order, item)
    if (order.items) {
      addValue(state.stats, "units", Math.log1p(unitsOf(order)))
      addValue(state.stats, "lines", Math.log1p(order.items.length))
      if (order.buyer) {
        addValue(state.stats, `units:${order.buyer}`, Math.log1p(unitsOf(order)))
        addValue(state.stats, `lines:${order.buyer}`, Math.log1p(order.items.length))
      }
    }
    if (order.placedAt !== undefined)
      addCount(state.counts, this.hourGroup(order), this.hourOf(order))
    if (order.shipCountry) {
      addCount(state.counts, "country", order.shipCountry)
      if (order.billCountry)
        addCount(state.counts, `bill:${order.shipCountry}`, this.billing(order))
    }
    if (order.shippingMethod) addCount(state.counts, "method", order.shippingMethod)
  }

  /** Links every fact of these orders, all that the seller calls bad, to what comes later. */
  confirm(bad: readonly (Order | undefined)[]): void {
    const { confirmed } = this.state
    confirmed.clear()
    for (const order of bad) {
      if (!order) continue
      for (const key of identityKeys(order)) confirmed.set(key, (confirmed.get(key) ?? 0) + 1)
    }
  }

  /** How an order differs from what was added before it, and the numbers behind each difference. */
  features(order: Order): FeatureRow {
    const values = new Float32Array(orderFeatures.length)
    const set = (name: OrderFeature, value: number) => {
      values[featureIndex[name]] = value
    }
    const amount = this.amount(order)
    const items = this.items(order)
    const velocity = this.velocities(order)
    const places = this.places(order)
    const buyer = buyerSignals(this.state, order)
    const contact = contactRarities(this.state.counts, order)
    const missing = missingFact(this.state.counts, order)
    const sum = sumOf(order)
    const own = this.ownUsual(order)
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
    set("addressBuyersMonth", Math.log1p(velocity.address.buyers))
    set("skuOrdersHour", Math.log((velocity.sku.hour + 1) / (velocity.sku.usual + 1)))
    set("shopOrdersHour", Math.log((velocity.shop.hour + 1) / (velocity.shop.usual + 1)))
    set("repeatedItemsDay", Math.log1p(velocity.repeatedDay))
    const isNew = order.buyer !== undefined && velocity.buyer.known === 0
    set("newBuyerHighValue", isNew ? highValue : 0)
    set("newBuyerQuantity", isNew ? Math.max(0, items.quantity?.z ?? 0) : 0)
    set("mismatchHighValue", places.mismatch.surprise * highValue)
    set("nightHighValue", Math.max(0, places.hour.surprise - Math.log(24)) * highValue)
    set("countryMismatch", places.mismatch.surprise)
    set("mixRarity", places.mixLift)
    set("hourRarity", places.hour.surprise)
    set("rushHighValue", places.method.surprise * highValue)
    set("paymentAttempts", Math.log1p(Math.max(0, (order.paymentAttempts ?? 1) - 1)))

    set("buyerOrdersMonth", Math.log1p(buyer.month.orders))
    set("repeatedItemsMonth", Math.log1p(buyer.month.repeated))
    set("buyerUnitsMonth", Math.log(Math.max(1, buyer.units.units / buyer.units.usual)))
    set("buyerAddressesMonth", Math.log1p(buyer.month.addresses))
    set("newAddressKnownBuyer", buyer.changed.address ? 1 + highValue : 0)
    set("newContactKnownBuyer", buyer.changed.contact ? 1 + highValue : 0)
    set("buyerReturns", excess(buyer.past.returned, buyer.past.orders))
    set("buyerNotReceived", excess(buyer.past.notReceived, buyer.past.orders))
    set("buyerDeclined", excess(buyer.past.declined, buyer.past.orders))
    set("linkedToConfirmed", Math.log1p(buyer.linked))
    for (const flag of contactFlags) set(flag, contact[flag]?.surprise ?? 0)
    set("marketplaceRisk", { low: 0, medium: 1, high: 3 }[order.marketplaceRisk ?? "low"])
    set("totalMismatch", sum ? Math.min(5, 20 * Math.abs(Math.log(sum.total / sum.lines))) : 0)
    set("missingFacts", missing?.surprise ?? 0)

    const comparison: Comparison = {
      ...(amount.shop && { amountVsShop: amount.shop }),
      ...(amount.country && { amountVsCountry: amount.country }),
      ...(amount.buyer && amount.buyer.n > 0 && { amountVsBuyer: amount.buyer }),
      ...(items.price && { priceVsSku: items.price }),
      ...(items.quantity && { quantityVsSku: items.quantity }),
      quantityVsShop: { quantity: unitsOf(order), usual: items.units.usual - 1, n: items.units.n },
      lines: { count: itemsOf(order).length, usual: items.lines.usual - 1 },
      ...velocity,
      country: places.country,
      mismatch: places.mismatch,
      mix: { sku: places.mix?.sku ?? "", share: places.mix?.share ?? 0, n: places.mix?.n ?? 0 },
      hour: { ...places.hour, hour: Number(this.hourOf(order)) },
      method: places.method,
      month: buyer.month,
      units: buyer.units,
      changed: buyer.changed,
      past: buyer.past,
      linked: buyer.linked,
      contact,
      sum,
      missing
    }
    return { values, comparison }
  }

  private addItem(order: Order, item: OrderItem): void {
    const sku = skuOf(item)
    if (!sku) return
    const { stats, counts } = this.state
    addValue(stats, `quantity:${sku}`, Math.log(Math.max(1, item.quantity)))
    addValue(stats, "quantity", Math.log(Math.max(1, item.quantity)))
    if (item.unitPrice && item.unitPrice.minor > 0) {
      addValue(
        stats,
        `price:${item.unitPrice.currency}:${sku}`,
        Math.log(majorUnits(item.unitPrice))
      )
    }
    addCount(counts, `sku:${order.shipCountry ?? ""}`, sku)
    addCount(counts, "sku", sku)
  }

  private amount(order: Order): { shop?: Deviation; country?: Deviation; buyer?: Deviation } {
    if (!order.total || order.total.minor <= 0) return {}
    const { stats } = this.state
    const log = Math.log(majorUnits(order.total))
    const base = `amount:${order.total.currency}`
    const shop = stats.get(base)
    return {
      shop: deviation(log, shop),
      ...(order.shipCountry && {
        country: deviation(log, stats.get(`${base}:${order.shipCountry}`), shop)
      }),
      ...(order.buyer && { buyer: deviation(log, stats.get(`${base}:${order.buyer}`), shop) })
    }
  }

  /** Spreads from what this buyer took before; endless for a buyer who is not known, who has no usual. */
  private ownUsual(order: Order): { amount: number; units: number; lines: number } {
    const { stats } = this.state
    const z = (key: string, log: number) => {
      const known = order.buyer ? stats.get(`${key}:${order.buyer}`) : undefined
      return known && known.n >= ownFrom
        ? deviation(log, known, stats.get(key), ownAssumed).z
        : Number.POSITIVE_INFINITY
    }
    return {
      amount: order.total
        ? z(`amount:${order.total.currency}`, Math.log(Math.max(1e-6, majorUnits(order.total))))
        : Number.POSITIVE_INFINITY,
      units: z("units", Math.log1p(unitsOf(order))),
      lines: z("lines", Math.log1p(itemsOf(order).length))
    }
  }

  private items(order: Order) {
    const { stats } = this.state
    const quantities = itemsOf(order).flatMap((item) => {
      const sku = skuOf(item)
      if (!sku) return []
      const found = deviation(
        Math.log(Math.max(1, item.quantity)),
        stats.get(`quantity:${sku}`),
        stats.get("quantity")
      )
      return [{ ...found, sku, quantity: item.quantity }]
    })
    const prices = itemsOf(order).flatMap((item) => {
      const sku = skuOf(item)
      if (!sku || !item.unitPrice || item.unitPrice.minor <= 0) return []
      const price = majorUnits(item.unitPrice)
      const known = stats.get(`price:${item.unitPrice.currency}:${sku}`)
      // a product's first sale has no usual price to differ from
      return known && known.n >= 3
        ? [{ ...deviation(Math.log(price), known, undefined, priceAssumed), sku, price }]
        : []
    })
    return {
      quantity: worst(quantities, ({ z }) => z),
      price: worst(prices, ({ z }) => Math.abs(z)),
      units: order.items ? deviation(Math.log1p(unitsOf(order)), stats.get("units")) : neutral,
      lines: order.items ? deviation(Math.log1p(order.items.length), stats.get("lines")) : neutral
    }
  }

  private velocities(order: Order) {
    const { events } = this.state
    const time = orderTime(order)
    const within = (key: string, span: number) => eventsWithin(events, key, time, span, order.id)
    const buyerKey = order.buyer ? `buyer:${order.buyer}` : ""
    const addressKey = order.shipAddress ? `address:${order.shipAddress}` : ""
    const by = order.buyer ?? order.id
    const others = within(addressKey, windows.month).filter((event) => event.by !== by)
    const skus = itemsOf(order).flatMap((item) => {
      const sku = skuOf(item)
      return sku
        ? [
            {
              sku,
              hour: within(`sku:${sku}`, windows.hour).length,
              usual: this.usualPerHour(`sku:${sku}`)
            }
          ]
        : []
    })
    const repeated = itemsOf(order).map(
      (item) =>
        within(`sku:${skuOf(item) ?? ""}`, windows.day).filter((event) => event.by === by).length
    )
    const contact = [order.email && `email:${order.email}`, order.phone && `phone:${order.phone}`]
    return {
      buyer: {
        hour: within(buyerKey, windows.hour).length,
        day: within(buyerKey, windows.day).length,
        week: within(buyerKey, windows.week).length,
        known: events.get(buyerKey)?.filter((event) => event.id !== order.id).length ?? 0
      },
      address: { day: within(addressKey, windows.day).length, buyers: countActors(others) },
      contactDay: Math.max(0, ...contact.map((key) => (key ? within(key, windows.day).length : 0))),
      sku: worst(skus, ({ hour, usual }) => (hour + 1) / (usual + 1)) ?? {
        sku: "",
        hour: 0,
        usual: 0
      },
      shop: { hour: within("shop", windows.hour).length, usual: this.usualPerHour("shop") },
      repeatedDay: Math.max(0, ...repeated)
    }
  }

  private places(order: Order) {
    const { counts } = this.state
    const country = order.shipCountry ? rarity(counts, "country", order.shipCountry, 0.02) : certain
    const mismatch =
      order.shipCountry && order.billCountry
        ? rarity(
            counts,
            `bill:${order.shipCountry}`,
            this.billing(order),
            this.billing(order) === "same" ? 0.95 : 0.05
          )
        : certain
    const mixes = itemsOf(order).flatMap((item) => {
      const sku = skuOf(item)
      if (!sku || !order.shipCountry) return []
      const overall = Math.max(rarity(counts, "sku", sku, 0.01).share, 0.002)
      const here = rarity(counts, `sku:${order.shipCountry}`, sku, overall, 20)
      // how much rarer here than in the whole shop: a slow product is no oddity of a country
      return [{ ...here, sku, lift: Math.max(0, here.surprise + Math.log(overall)) }]
    })
    return {
      country,
      mismatch,
      mix: worst(mixes, ({ lift }) => lift),
      mixLift: mixes.reduce((sum, { lift }) => sum + lift, 0),
      hour:
        order.placedAt === undefined
          ? certain
          : rarity(counts, this.hourGroup(order), this.hourOf(order), 1 / 24, 24),
      method: order.shippingMethod ? this.method(order.shippingMethod) : certain
    }
  }

  /** How much rarer a way of shipping is than the shop's commonest: where there is only one, it tells nothing. */
  private method(name: string) {
    const { counts } = this.state
    const found = rarity(counts, "method", name, 0.2)
    return { ...found, surprise: found.surprise - leastSurprise(counts, "method", 0.2) }
  }

  private eventKeys(order: Order): string[] {
    const keys = ["shop"]
    for (const item of itemsOf(order)) {
      const sku = skuOf(item)
      if (sku) keys.push(`sku:${sku}`)
    }
    return keys
  }

  /** Mean events an hour over what is kept of a key: at most the last month of it. */
  private usualPerHour(key: string): number {
    const events = this.state.events.get(key)
    const first = events?.[0]?.time
    if (!events || first === undefined) return 0
    const hours = Math.max(24, (this.state.lastTime - first) / windows.hour)
    return events.length / hours
  }

  /** Hours are compared within a destination: its buyers' night is not ours. */
  private hourGroup(order: Order): string {
    return `hour:${order.shipCountry ?? ""}`
  }
  private hourOf(order: Order): string {
    return String(new Date(orderTime(order)).getUTCHours())
  }
  private billing(order: Order): "same" | "other" {
    return order.billCountry === order.shipCountry ? "same" : "other"
  }
}

/** Claims beyond one in ten of what is known: ln(1 + claims − tenth), so that one return of many orders is nothing. */
const excess = (claims: number, orders: number) => Math.log1p(Math.max(0, claims - orders / 10))

/** Lines and shipping added up against the total, minor units; null where they agree or the page does not show enough. */
function sumOf({ total, items, shippingPrice }: Order): { lines: number; total: number } | null {
  if (!total || !items || items.length === 0 || !shippingPrice) return null
  const lines = items.reduce(
    (sum, { quantity, unitPrice }) => sum + quantity * (unitPrice?.minor ?? Number.NaN),
    shippingPrice.minor
  )
  if (!(lines > 0) || total.minor <= 0) return null
  // taxes and discounts explain a fifth; beyond that the lines do not make the total
  const apart = Math.abs(Math.log(total.minor / lines)) > Math.log(1.25)
  return apart ? { lines, total: total.minor } : null
}

/** A buyer has a usual of its own from the second order on, and it soon counts more than the shop's. */
const ownFrom = 2
const ownAssumed = { spread: 0.7, weight: 1 }
/** A product's price hardly varies: a fifth either way. */
const priceAssumed = { spread: 0.2, weight: 5 }

const neutral: Deviation = { z: 0, usual: 1, times: 1, n: 0 }
const certain = { surprise: 0, share: 1, seen: 0, n: 0 }

import type { Claim } from "../src/domain/order"
import { type DemoBuyer, makeBuyer, throwawayDomain } from "./buyers"
import { type Market, markets } from "./markets"
import type { Random } from "./random"
import { type DemoItem, type DemoOrder, type DemoShop, drawMoment, priceIn, totalOf } from "./shop"
import { type AnomalyKind, anomalyKinds, markAnomaly } from "./truth"

type MakeOrder = (buyer: DemoBuyer, at: number) => DemoOrder
type Scene = {
  random: Random
  shop: DemoShop
  /** A fresh person, in a market drawn by weight unless one is named. */
  stranger: (market?: Market) => DemoBuyer
  /** Somebody who has ordered before that share of the period. */
  known: (at: number) => DemoBuyer
  make: MakeOrder
  at: number
  /** 0 = hard to see, 1 = plain. */
  strength: number
}

const minute = 60_000

function setItems(order: DemoOrder, items: DemoItem[]): void {
  order.items = items
  order.totalMinor = totalOf(items, order.shippingMinor)
}

function scaleQuantities(order: DemoOrder, factor: number): void {
  setItems(
    order,
    order.items.map((item) => ({
      ...item,
      quantity: Math.max(1, Math.round(item.quantity * factor))
    }))
  )
}

/** Moves an order to an hour of the buyer's own night. */
function moveToNight(order: DemoOrder, random: Random): void {
  const dayStart = Math.floor(order.placedAt / 86_400_000) * 86_400_000
  order.placedAt =
    dayStart +
    (random.int(1, 4) - order.buyer.market.utcOffset) * 3_600_000 +
    random.int(0, 3_599) * 1_000
}

/** The orders of one incident; several kinds come in bursts. */
const scenes: Record<AnomalyKind, (scene: Scene) => DemoOrder[]> = {
  "bulk-quantity": ({ make, stranger, at, random, strength }) => {
    const order = make(stranger(), at)
    const [item] = order.items
    if (item)
      setItems(order, [{ ...item, quantity: Math.round(6 + strength * random.int(10, 90)) }])
    return [order]
  },
  "value-spike": ({ make, stranger, at, shop, random, strength }) => {
    const order = make(stranger(), at)
    const dear = shop.products.toSorted((a, b) => b.cents - a.cents).slice(0, 12)
    const from = random.int(0, Math.max(0, dear.length - 3))
    setItems(
      order,
      dear.slice(from, from + 3).map((product) => ({
        sku: product.sku,
        title: product.title,
        quantity: Math.round(1 + strength * random.int(2, 6)),
        unitMinor: priceIn(product, order.currency)
      }))
    )
    order.shippingMethod = "Express"
    return [order]
  },
  "card-testing": ({ make, stranger, at, shop, random, strength }) => {
    const cheap = shop.products.toSorted((a, b) => a.cents - b.cents).slice(0, 8)
    const product = random.pick(cheap)
    const first = make(stranger(), at)
    return Array.from({ length: 3 + Math.round(strength * 9) }, (_, i) => {
      const order = make(stranger(first.buyer.market), at)
      order.placedAt = first.placedAt + i * random.int(1, 4) * minute
      setItems(order, [
        {
          sku: product.sku,
          title: product.title,
          quantity: 1,
          unitMinor: priceIn(product, order.currency)
        }
      ])
      order.paymentAttempts = random.int(2, 2 + Math.round(strength * 6))
      return order
    })
  },
  "buyer-velocity": ({ make, stranger, at, random, strength }) => {
    const buyer = stranger()
    const first = make(buyer, at)
    const more = Array.from({ length: 3 + Math.round(strength * 5) }, (_, i) => {
      const order = make(buyer, at)
      order.placedAt = first.placedAt + (i + 1) * random.int(8, 50) * minute
      return order
    })
    return [first, ...more]
  },
  "shared-address": ({ make, stranger, at, random, strength }) => {
    const target = stranger()
    return Array.from({ length: 4 + Math.round(strength * 5) }, (_, i) => {
      const order = make({ ...stranger(target.market), address: target.address }, at)
      order.placedAt += i * random.int(2, 30) * 60 * minute
      return order
    })
  },
  "country-mismatch": ({ make, stranger, at, random, strength }) => {
    const order = make(stranger(), at)
    const others = markets.filter(({ country }) => country !== order.shipCountry)
    order.billCountry = random.pick(others).country
    order.billAddress = `${random.int(1, 99)} Example Street, ${order.billCountry}`
    order.shippingMethod = "Express"
    scaleQuantities(order, 2 + strength * 5)
    return [order]
  },
  "price-error": ({ make, stranger, at, random, strength }) => {
    const first = make(stranger(), at)
    const [item] = first.items
    const divisor = strength > 0.4 ? 10 : random.int(3, 5)
    return Array.from({ length: 1 + Math.round(strength * 4) }, (_, i) => {
      const order = i === 0 ? first : make(stranger(first.buyer.market), at)
      if (item)
        setItems(order, [
          {
            ...item,
            quantity: random.int(1, 6),
            unitMinor: Math.max(1, Math.round(item.unitMinor / divisor))
          }
        ])
      order.placedAt = first.placedAt + i * random.int(3, 40) * minute
      return order
    })
  },
  "night-rush": ({ make, stranger, at, random, strength }) => {
    const order = make(stranger(), at)
    moveToNight(order, random)
    order.shippingMethod = "Express"
    scaleQuantities(order, 2 + strength * 6)
    order.paymentAttempts = random.int(1, 1 + Math.round(strength * 3))
    return [order]
  },
  "odd-mix": ({ make, stranger, at, shop, random, strength }) => {
    const order = make(stranger(), at)
    const unusual = shop.products
      .toSorted((a, b) => (a.tilt[order.shipCountry] ?? 1) - (b.tilt[order.shipCountry] ?? 1))
      .slice(0, 15)
    const count = 4 + Math.round(strength * 7)
    setItems(
      order,
      unusual.slice(0, count).map((product) => ({
        sku: product.sku,
        title: product.title,
        quantity: random.int(1, 3),
        unitMinor: priceIn(product, order.currency)
      }))
    )
    return [order]
  },
  "repeat-order": ({ make, stranger, at, random, strength }) => {
    const first = make(stranger(), at)
    return Array.from({ length: 2 + Math.round(strength * 3) }, (_, i) => {
      if (i === 0) return first
      const order = make(first.buyer, at)
      setItems(order, first.items)
      order.placedAt = first.placedAt + i * random.int(1, 5) * 60 * minute
      return order
    })
  },
  "account-takeover": ({ known, make, stranger, at, strength }) => {
    const owner = known(at)
    const thief = stranger(owner.market)
    const order = make({ ...owner, address: thief.address, phone: thief.phone }, at)
    order.billCountry = owner.market.country
    order.billAddress = owner.address
    order.shippingMethod = "Express"
    scaleQuantities(order, 2 + strength * 5)
    return [order]
  },
  "throwaway-buyer": ({ make, stranger, at, random, strength }) => {
    const buyer = stranger()
    const noise = Array.from(
      { length: 5 },
      () => `${random.pick([..."xkqzvwtb"])}${random.int(0, 9)}`
    )
    const order = make({ ...buyer, email: `${noise.join("")}@${throwawayDomain}` }, at)
    order.shippingMethod = "Express"
    order.paymentAttempts = random.int(1, 2 + Math.round(strength * 2))
    scaleQuantities(order, 1 + strength * 5)
    return [order]
  },
  "forwarder-value": ({ make, stranger, at, random, strength }) => {
    const buyer = stranger()
    const code = `${random.pick(["QX", "ZB", "TRK"])}-${random.int(10_000, 99_999)}`
    const { country, cities } = buyer.market
    const address = `${random.int(1, 900)} Cargo Road, Suite ${code}, ${random.pick(cities)}, ${country}`
    const order = make({ ...buyer, address }, at)
    order.billAddress = buyer.address
    order.shippingMethod = "Express"
    scaleQuantities(order, 3 + strength * 8)
    return [order]
  },
  "slow-repeat": ({ make, stranger, at, random, strength, shop }) => {
    const buyer = stranger()
    const product = random.pick(shop.products)
    const first = make(buyer, at)
    return Array.from({ length: 4 + Math.round(strength * 4) }, (_, i) => {
      const { address, phone } = buyer
      const order = make({ ...stranger(buyer.market), address, phone }, at)
      order.placedAt = first.placedAt + i * random.int(3, 5) * 1_440 * minute
      setItems(order, [
        {
          sku: product.sku,
          title: product.title,
          quantity: random.int(2, 4 + Math.round(strength * 4)),
          unitMinor: priceIn(product, order.currency)
        }
      ])
      return order
    })
  },
  "serial-refunds": (scene) => claimSeries(scene, "returned"),
  "serial-not-received": (scene) => claimSeries(scene, "not-received"),
  "wrong-sum": ({ make, stranger, at, random, strength }) => {
    const order = make(stranger(), at)
    order.totalMinor = Math.max(
      1,
      Math.round(order.totalMinor * (random.chance(0.5) ? 0.6 - strength * 0.5 : 1.5 + strength))
    )
    return [order]
  }
}

/** A buyer who claims again and again: the first two are just orders, what comes after them could be known. */
function claimSeries({ make, stranger, at, random, strength }: Scene, claim: Claim): DemoOrder[] {
  const buyer = stranger()
  const first = make(buyer, at)
  return Array.from({ length: 5 + Math.round(strength * 3) }, (_, i) => {
    const order = make(buyer, at)
    order.placedAt = first.placedAt + i * random.int(20, 40) * 1_440 * minute
    order.status = "refunded"
    order.claim = claim
    return order
  })
}

/** Kinds whose first orders are ordinary ones until more is known: these are planted, but nobody could tell. */
const unknowable: Partial<Record<AnomalyKind, number>> = {
  "card-testing": 1,
  "buyer-velocity": 1,
  "shared-address": 1,
  "repeat-order": 1,
  "slow-repeat": 1,
  "serial-refunds": 2,
  "serial-not-received": 2
}

/** Adds `count` orders of planted incidents, each kind in turn, and marks them in the truth. */
export function plantAnomalies(
  random: Random,
  shop: DemoShop,
  count: number,
  make: MakeOrder,
  firstBuyer: number
): void {
  let buyers = firstBuyer
  const stranger = (market?: Market) => makeBuyer(random, buyers++, market)
  const usual = shop.orders.slice()
  const known = (at: number): DemoBuyer => {
    const moment = shop.start + at * (shop.end - shop.start) - 30 * 1_440 * minute
    const before = usual.filter(({ placedAt }) => placedAt < moment)
    return (before.length > 0 ? random.pick(before) : random.pick(usual)).buyer
  }
  const perKind = new Map<AnomalyKind, number>(anomalyKinds.map((kind) => [kind, 0]))
  for (let planted = 0; planted < count; ) {
    // the kind with the fewest orders so far: bursts would crowd out the single ones
    const [kind] = [...perKind].reduce((least, one) => (one[1] < least[1] ? one : least))
    const scene = {
      random,
      shop,
      stranger,
      known,
      make,
      at: drawMoment(random, shop),
      strength: random.next()
    }
    const orders = scenes[kind](scene).slice(0, count - planted)
    for (const [i, order] of orders.entries()) {
      order.placedAt = Math.min(shop.end, Math.max(shop.start, order.placedAt))
      if (i >= (unknowable[kind] ?? 0)) markAnomaly(order, kind)
    }
    shop.orders.push(...orders)
    perKind.set(kind, (perKind.get(kind) ?? 0) + orders.length)
    planted += orders.length
  }
}

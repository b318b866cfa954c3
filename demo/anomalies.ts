import { type DemoBuyer, makeBuyer } from "./buyers"
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
  }
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
  const perKind = new Map<AnomalyKind, number>(anomalyKinds.map((kind) => [kind, 0]))
  for (let planted = 0; planted < count; ) {
    // the kind with the fewest orders so far: bursts would crowd out the single ones
    const [kind] = [...perKind].reduce((least, one) => (one[1] < least[1] ? one : least))
    const scene = {
      random,
      shop,
      stranger,
      make,
      at: drawMoment(random, shop),
      strength: random.next()
    }
    const orders = scenes[kind](scene).slice(0, count - planted)
    for (const order of orders) {
      order.placedAt = Math.min(shop.end, Math.max(shop.start, order.placedAt))
      markAnomaly(order, kind)
    }
    shop.orders.push(...orders)
    perKind.set(kind, (perKind.get(kind) ?? 0) + orders.length)
    planted += orders.length
  }
}

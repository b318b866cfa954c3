import type { Claim } from "../src/domain/order"
import { plantAnomalies } from "./anomalies"
import { type DemoBuyer, makeBuyer } from "./buyers"
import { type DemoProduct, demandAt, isPromoted, makeCatalog } from "./catalog"
import { addHonestOddities } from "./honest"
import { markets, minorPerDollar } from "./markets"
import { type DemoMessage, makeMessages } from "./messages"
import { Random } from "./random"

export type DemoItem = { sku: string; title: string; quantity: number; unitMinor: number }
export type DemoStatus = "pending" | "paid" | "shipped" | "delivered" | "cancelled" | "refunded"

export type DemoOrder = {
  id: string
  placedAt: number
  status: DemoStatus
  items: DemoItem[]
  shippingMinor: number
  totalMinor: number
  currency: keyof typeof minorPerDollar
  buyer: DemoBuyer
  shipAddress: string
  shipCountry: string
  billAddress: string
  billCountry: string
  shippingMethod: "Standard" | "Tracked" | "Express"
  paymentMethod: "Card" | "Wallet" | "Bank transfer"
  paymentAttempts: number
  /** What the buyer claimed later. */
  claim?: Claim
}

export type DemoShop = {
  name: string
  start: number
  end: number
  orders: DemoOrder[]
  products: DemoProduct[]
  messages: DemoMessage[]
}

export type ShopOptions = {
  seed?: number
  orders?: number
  days?: number
  /** The last moment, epoch ms. */
  end?: number
  skus?: number
  /** Share of orders that are planted anomalies. */
  anomalyShare?: number
  messages?: number
}

/** The seed of the shop that demo, tests and evaluations share. */
export const demoSeed = 20_261_123
const day = 86_400_000
const lastMoment = Date.UTC(2026, 10, 22, 23, 59)

type Period = Pick<DemoShop, "start" | "end">

/** Hours of the buyer's own day and how much is bought in them. */
const hourWeights = [
  2, 1, 0.6, 0.4, 0.4, 0.6, 1.5, 3, 4, 5, 6, 6, 6.5, 6, 5.5, 5.5, 6, 7, 8, 9, 9.5, 8, 6, 4
]

/** The price of a product in minor units of a currency; whole yen, else rounded to five cents. */
export function priceIn(product: DemoProduct, currency: DemoOrder["currency"], factor = 1): number {
  const minor = (product.cents * factor * minorPerDollar[currency]) / 100
  return currency === "JPY"
    ? Math.max(1, Math.round(minor))
    : Math.max(5, Math.round(minor / 5) * 5)
}

/** The sum of an order's lines and shipping, in minor units. */
export const totalOf = (items: DemoItem[], shippingMinor: number) =>
  items.reduce((sum, { quantity, unitMinor }) => sum + quantity * unitMinor, shippingMinor)

/** A share of the period, 0..1: the shop grows a little and sells more before the holidays. */
export function drawMoment(random: Random, { start, end }: Period): number {
  for (;;) {
    const at = random.next()
    const month = new Date(start + at * (end - start)).getUTCMonth()
    if (random.chance((0.6 + 0.4 * at) * (month >= 10 ? 1 : 0.7))) return at
  }
}

function placedAt(random: Random, { start, end }: Period, at: number, utcOffset: number): number {
  const date = start + Math.floor((at * (end - start)) / day) * day
  const local = random.weighted(hourWeights) * 3_600_000 + random.int(0, 3_599) * 1_000
  const time = date + local - utcOffset * 3_600_000
  // a day earlier rather than cut off: many orders at one last moment would look like a burst
  return time > end ? time - day : Math.max(start, time)
}

function statusAt(random: Random, end: number, time: number): DemoStatus {
  const age = (end - time) / day
  if (random.chance(0.025)) return "cancelled"
  if (age < 1) return random.chance(0.15) ? "pending" : "paid"
  if (age < 4) return random.chance(0.5) ? "paid" : "shipped"
  if (random.chance(0.02)) return "refunded"
  return age < 14 ? "shipped" : "delivered"
}

function makeOrder(
  random: Random,
  shop: Period & Pick<DemoShop, "products">,
  buyer: DemoBuyer,
  at: number
): DemoOrder {
  const time = placedAt(random, shop, at, buyer.market.utcOffset)
  const month = new Date(time).getUTCMonth()
  const { currency, country } = buyer.market
  const weights = shop.products.map(
    (product) => demandAt(product, at, month) * (product.tilt[country] ?? 1)
  )
  const lines = buyer.business
    ? random.int(2, 6)
    : 1 + Math.min(5, Math.floor(-Math.log(1 - random.next()) * 0.9))
  const items = new Map<string, DemoItem>()
  for (let i = 0; i < lines; i++) {
    const product = shop.products[random.weighted(weights)]
    if (!product) continue
    const quantity = buyer.business ? random.int(4, 24) : random.chance(0.78) ? 1 : random.int(2, 4)
    const factor = isPromoted(product, at) ? 0.75 : 1
    items.set(product.sku, {
      sku: product.sku,
      title: product.title,
      quantity,
      unitMinor: priceIn(product, currency, factor)
    })
  }
  const shippingMethod = random.chance(0.68)
    ? "Standard"
    : random.chance(0.75)
      ? "Tracked"
      : "Express"
  const shippingMinor = Math.round(
    ({ Standard: 4.9, Tracked: 7.9, Express: 18.9 }[shippingMethod] ?? 4.9) *
      minorPerDollar[currency]
  )
  // a gift goes to somebody else, now and then abroad: that alone is no anomaly
  const gift = random.chance(0.05)
  const abroad = gift && random.chance(0.3)
  const billCountry = abroad ? random.pick(markets).country : country
  const lineItems = [...items.values()]
  return {
    id: "",
    placedAt: time,
    status: statusAt(random, shop.end, time),
    items: lineItems,
    shippingMinor,
    totalMinor: totalOf(lineItems, shippingMinor),
    currency,
    buyer,
    shipAddress: buyer.address,
    shipCountry: country,
    billAddress: gift
      ? `${random.int(1, 99)} ${random.pick(buyer.market.streets)}, ${billCountry}`
      : buyer.address,
    billCountry,
    shippingMethod,
    paymentMethod: random.chance(0.7) ? "Card" : random.chance(0.8) ? "Wallet" : "Bank transfer",
    paymentAttempts: random.chance(0.96) ? 1 : random.int(2, 3)
  }
}

/**
 * An invented shop, the same for the same options: 150 products in six demand patterns, 20,000 orders over 760 days
 * from twelve countries in four currencies, 600 messages in six languages. About one order in 80 is a planted
 * anomaly; which ones is known to `truthOf` only.
 */
export function generateShop(options: ShopOptions = {}): DemoShop {
  const {
    seed = demoSeed,
    orders: count = 20_000,
    days = 760,
    end = lastMoment,
    skus = 150,
    anomalyShare = 0.012,
    messages = 600
  } = options
  const random = new Random(seed)
  const start = end - days * day
  const products = makeCatalog(
    random,
    skus,
    markets.map(({ country }) => country)
  )
  const buyers: DemoBuyer[] = []
  const businesses: DemoBuyer[] = []
  const orders: DemoOrder[] = []
  const planted = Math.round(count * anomalyShare)
  for (let i = 0; i < count - planted; i++) {
    const again = buyers.length > 20 && random.chance(0.34)
    // businesses come back often: their large orders are ordinary ones
    const from = businesses.length > 0 && random.chance(0.03) ? businesses : buyers
    const known = again ? random.pick(from) : undefined
    const at = drawMoment(random, { start, end })
    const buyer = known ?? makeBuyer(random, buyers.length)
    if (!known) {
      buyers.push(buyer)
      if (buyer.business) businesses.push(buyer)
    }
    orders.push(makeOrder(random, { products, start, end }, buyer, at))
  }
  const shop: DemoShop = { name: "Harbour & Home", start, end, orders, products, messages: [] }
  addHonestOddities(new Random(seed + 1), buyers, orders)
  plantAnomalies(
    random,
    shop,
    planted,
    (buyer, at) => makeOrder(random, shop, buyer, at),
    buyers.length
  )
  orders.sort((a, b) => a.placedAt - b.placedAt)
  orders.forEach((order, i) => {
    order.id = `DP-${100_000 + i}`
  })
  shop.messages = makeMessages(random, shop, messages)
  return shop
}

import type { OrderLines } from "../domain/history"
import type { Money } from "../domain/money"
import { orderStatuses } from "../domain/order-status"
import { type Baskets, basketCount, itemsOf } from "./baskets"

const dayMs = 86_400_000

/** What is known of a product besides its sales. */
export type ProductInfo = {
  title?: string
  category?: string
  /** Listed price, major units, for the text model's price steps only. */
  price?: number
  available?: number
  /** What one piece costs the seller, by the seller's own word; marketplace fees are not in it. */
  cost?: Money
}

/** One product of the seller's range with what it sold. Money in minor units of the shop's main currency. */
export type Product = Omit<ProductInfo, "cost"> & {
  sku: string
  /** Minor units; absent when the seller said none in the main currency. */
  cost?: number
  title: string
  /** Median price paid lately; NaN when unknown. */
  unitPrice: number
  units: number
  /** Units and revenue of the last 90 days. */
  units90: number
  revenue90: number
  orders: number
  firstAt: number
  lastAt: number
}

/** The history as the recommender sees it: products numbered as in `baskets`, buyers as in `buyers`. */
export type Range = {
  baskets: Baskets
  products: Product[]
  buyers: string[]
  currency: string
  /** The end of the history, days since 1970. */
  now: number
  /** Amount of each basket in the main currency (0 in another). */
  amounts: Float64Array
}

const notSold = new Set(
  ["draft", "cancelled", "failed"].map((one) => orderStatuses.indexOf(one as never))
)
const recentPrices = 20
const recentDays = 90

function commonest(values: Uint8Array, texts: string[]): number {
  const counts = new Float64Array(texts.length)
  for (const value of values) if (value > 0) counts[value] = (counts[value] ?? 0) + 1
  return counts.indexOf(Math.max(...counts))
}

const median = (values: number[]) =>
  values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN

/** Sold lines as baskets and products. `known` numbers come first, so that a fit of an earlier life still fits. */
export function toRange(
  lines: OrderLines,
  info: (sku: string) => ProductInfo | undefined,
  known: string[] = []
): Range {
  const skus = [...known]
  const numbers = new Map(known.map((sku, item) => [sku, item]))
  const itemOf = new Int32Array(lines.skus.length).fill(-1)
  const main = commonest(lines.currency, lines.currencies)
  const start = [0]
  const item: number[] = []
  const buyer: number[] = []
  const at: number[] = []
  const amounts: number[] = []
  const prices: number[][] = known.map(() => [])
  const units: number[] = known.map(() => 0)
  const units90: number[] = known.map(() => 0)
  const revenue90: number[] = known.map(() => 0)
  const end = (lines.at[lines.rows - 1] ?? 0) / dayMs
  let order = -1
  for (let row = 0; row < lines.rows; row++) {
    const sku = lines.sku[row] ?? 0
    if (sku === 0 || notSold.has(lines.status[row] ?? 0)) continue
    let id = itemOf[sku] ?? -1
    if (id < 0) {
      const text = lines.skus[sku] ?? ""
      id = numbers.get(text) ?? skus.push(text) - 1
      numbers.set(text, id)
      itemOf[sku] = id
      prices[id] ??= []
    }
    if (lines.order[row] !== order) {
      if (item.length > (start.at(-1) ?? 0)) start.push(item.length)
      order = lines.order[row] ?? 0
      const place = start.length - 1
      buyer[place] = lines.buyer[row] ?? 0
      at[place] = (lines.at[row] ?? 0) / dayMs
      amounts[place] = 0
    }
    const place = start.length - 1
    if (!item.slice(start[place]).includes(id)) item.push(id)
    const quantity = lines.quantity[row] ?? 0
    const price = lines.currency[row] === main ? (lines.unitPrice[row] ?? Number.NaN) : Number.NaN
    units[id] = (units[id] ?? 0) + quantity
    if ((at[place] ?? 0) > end - recentDays) units90[id] = (units90[id] ?? 0) + quantity
    if (!Number.isFinite(price)) continue
    prices[id]?.push(price)
    amounts[place] = (amounts[place] ?? 0) + price * quantity
    if ((at[place] ?? 0) > end - recentDays) revenue90[id] = (revenue90[id] ?? 0) + price * quantity
  }
  if (item.length > (start.at(-1) ?? 0)) start.push(item.length)
  const count = start.length - 1
  const baskets: Baskets = {
    items: skus.length,
    start: Uint32Array.from(start),
    item: Uint32Array.from(item),
    buyer: Uint32Array.from(buyer.slice(0, count)),
    at: Float64Array.from(at.slice(0, count))
  }
  const firstAt = new Float64Array(skus.length).fill(Number.NaN)
  const lastAt = new Float64Array(skus.length).fill(Number.NaN)
  const orders = new Uint32Array(skus.length)
  for (let b = 0; b < basketCount(baskets); b++) {
    for (const id of itemsOf(baskets, b)) {
      if (Number.isNaN(firstAt[id])) firstAt[id] = baskets.at[b] ?? 0
      lastAt[id] = baskets.at[b] ?? 0
      orders[id] = (orders[id] ?? 0) + 1
    }
  }
  const currency = lines.currencies[main] ?? ""
  const products = skus.map((sku, id): Product => {
    const { cost, ...more } = info(sku) ?? {}
    return {
      ...more,
      ...(cost?.currency === currency ? { cost: cost.minor } : {}),
      sku,
      title: more.title ?? sku,
      unitPrice: median((prices[id] ?? []).slice(-recentPrices)),
      units: units[id] ?? 0,
      units90: units90[id] ?? 0,
      revenue90: revenue90[id] ?? 0,
      orders: orders[id] ?? 0,
      firstAt: firstAt[id] ?? Number.NaN,
      lastAt: lastAt[id] ?? Number.NaN
    }
  })
  return {
    baskets,
    products,
    buyers: lines.buyers,
    currency,
    now: end,
    amounts: Float64Array.from(amounts.slice(0, count))
  }
}

import type { OrderLines } from "../domain/history"
import type { OwnSales } from "../domain/listing-analysis"
import type { Money } from "../domain/money"
import type { Baskets } from "./baskets"
import { gatherBaskets } from "./sold-baskets"
import { gatherSales } from "./sold-products"

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
  /** What the seller's own price changes went with. */
  elasticity?: NonNullable<OwnSales["elasticity"]>
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

function commonest(values: Uint8Array, texts: string[]): number {
  const counts = new Float64Array(texts.length)
  for (const value of values) if (value > 0) counts[value] = (counts[value] ?? 0) + 1
  return counts.indexOf(Math.max(...counts))
}

/** Sold lines as baskets and products. `known` numbers come first, so that a fit of an earlier life still fits. */
export function toRange(
  lines: OrderLines,
  info: (sku: string) => ProductInfo | undefined,
  known: string[] = []
): Range {
  const main = commonest(lines.currency, lines.currencies)
  const now = (lines.at[lines.rows - 1] ?? 0) / dayMs
  const sold = gatherBaskets(lines, main, known)
  const sales = gatherSales(lines, main, sold, now)
  const currency = lines.currencies[main] ?? ""
  const products = sold.skus.map((sku, item): Product => {
    const { cost, ...more } = info(sku) ?? {}
    return {
      ...more,
      ...(cost?.currency === currency ? { cost: cost.minor } : {}),
      sku,
      title: more.title ?? sku,
      ...sales(item)
    }
  })
  return {
    baskets: sold.baskets,
    products,
    buyers: lines.buyers,
    currency,
    now,
    amounts: sold.amounts
  }
}

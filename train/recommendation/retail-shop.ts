import type { ProductText } from "../../models/recommendation/text-tower"
import { type Basket, type Baskets, toBaskets } from "../../src/features/baskets"
import { retailLines } from "./data"

/**
 * What is reported on Online Retail lies after this day (days since 1970): nothing that ships has seen it, neither
 * baskets nor titles.
 */
export const retailReportFrom = Date.UTC(2011, 8, 1) / 86_400_000

export type Shop = { baskets: Baskets; products: ProductText[] }

/** The shop as the model sees it: baskets before `until` (days), with title and first price of every product. */
export function retailShop(until = Number.POSITIVE_INFINITY): Shop {
  const skus = new Map<string, number>()
  const customers = new Map([["", 0]])
  const invoices = new Map<string, Basket>()
  const products: ProductText[] = []
  const number = (map: Map<string, number>, key: string) => {
    const known = map.get(key)
    if (known !== undefined) return known
    map.set(key, map.size)
    return map.size - 1
  }
  for (const { invoice, sku, title, at, price, customer } of retailLines()) {
    if (at >= until) break
    const item = number(skus, sku)
    products[item] ??= { title, price }
    const basket = invoices.get(invoice) ?? { buyer: number(customers, customer), at, items: [] }
    basket.items.push(item)
    invoices.set(invoice, basket)
  }
  return { baskets: toBaskets([...invoices.values()], skus.size), products }
}

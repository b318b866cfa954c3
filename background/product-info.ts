import { type Money, majorUnits } from "../src/domain/money"
import type { SellingCosts } from "../src/domain/selling-costs"
import type { ProductInfo } from "../src/features/range"
import type { Database } from "../src/store/database"

/** Product, shipping and other cost of one piece; the form holds all amounts in one currency. */
const unitCost = ({ productCost, shippingCost, otherCost }: SellingCosts): Money => ({
  minor: productCost.minor + shippingCost.minor + otherCost.minor,
  currency: productCost.currency
})

/** What listings, orders and the seller tell of each product: title, price, stock, cost, what price changes did. */
export async function productInfo(db: Database): Promise<(sku: string) => ProductInfo | undefined> {
  const info = new Map<string, ProductInfo>()
  await db.orders.each(({ items = [] }) => {
    for (const { sku, title } of items) if (sku && title) info.set(sku, { title })
  })
  const costs = new Map((await db.sellingCosts.toArray()).map((one) => [one.listingId, one]))
  await db.listings.each(({ id, sku, nativeId, title, price, available, onHand, category }) => {
    const key = sku ?? nativeId
    const own = costs.get(id)
    const stock = available ?? onHand
    info.set(key, {
      ...info.get(key),
      ...(title ? { title } : {}),
      ...(category ? { category: category.join(" ") } : {}),
      ...(price ? { price: majorUnits(price) } : {}),
      ...(stock === undefined ? {} : { available: stock }),
      ...(own ? { cost: unitCost(own) } : {})
    })
  })
  await db.ownSales.each(({ product, elasticity }) => {
    const known = info.get(product)
    if (known && elasticity) info.set(product, { ...known, elasticity })
  })
  return (sku) => info.get(sku)
}

import { majorUnits } from "../domain/money"
import { type Order, orderUnits, skuOf } from "../domain/order"
import { addValue, type Deviation, deviation, type GroupStats } from "./group-stats"
import { worst } from "./worst"

/** A product's price hardly varies: a fifth either way. */
const priceAssumed = { spread: 0.2, weight: 5 }
/** A product's first sales have no usual price to differ from. */
const pricesFrom = 3
const neutral: Deviation = { z: 0, usual: 1, times: 1, n: 0 }

/** Notes what each product was sold at, and how many of it. */
export function addItems(stats: GroupStats, { items = [] }: Order): void {
  for (const item of items) {
    const sku = skuOf(item)
    if (!sku) continue
    const quantity = Math.log(Math.max(1, item.quantity))
    addValue(stats, `quantity:${sku}`, quantity)
    addValue(stats, "quantity", quantity)
    const { unitPrice } = item
    if (unitPrice && unitPrice.minor > 0)
      addValue(stats, `price:${unitPrice.currency}:${sku}`, Math.log(majorUnits(unitPrice)))
  }
}

/** The quantity and the price that are farthest from their product's usual, and the order's units and lines. */
export function itemSignals(stats: GroupStats, order: Order) {
  const items = order.items ?? []
  const quantities = items.flatMap((item) => {
    const sku = skuOf(item)
    if (!sku) return []
    const log = Math.log(Math.max(1, item.quantity))
    const found = deviation(log, stats.get(`quantity:${sku}`), stats.get("quantity"))
    return [{ ...found, sku, quantity: item.quantity }]
  })
  const prices = items.flatMap((item) => {
    const sku = skuOf(item)
    if (!sku || !item.unitPrice || item.unitPrice.minor <= 0) return []
    const price = majorUnits(item.unitPrice)
    const known = stats.get(`price:${item.unitPrice.currency}:${sku}`)
    return known && known.n >= pricesFrom
      ? [{ ...deviation(Math.log(price), known, undefined, priceAssumed), sku, price }]
      : []
  })
  const ofOrder = (key: string, count: number) =>
    order.items ? deviation(Math.log1p(count), stats.get(key)) : neutral
  const units = orderUnits(order)
  const quantity = worst(quantities, ({ z }) => z)
  return {
    quantity,
    /** Share of the order that is that one product: a shop buys many, a reseller one. */
    focus: quantity && units > 0 ? quantity.quantity / units : 0,
    price: worst(prices, ({ z }) => Math.abs(z)),
    units: ofOrder("units", units),
    lines: ofOrder("lines", items.length)
  }
}

/** Lines and shipping added up against the total, minor units; null where they agree or the page does not show enough. */
export function sumOf({
  total,
  items,
  shippingPrice
}: Order): { lines: number; total: number } | null {
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

import { createHash } from "node:crypto"
import * as v from "valibot"
import { describe, expect, it } from "vitest"
import { toListings, toOrders } from "../../demo/records"
import { type DemoOrder, generateShop, priceIn, totalOf } from "../../demo/shop"
import { anomalyKinds, truthOf } from "../../demo/truth"
import { listingSchema } from "../../src/domain/listing"
import { orderSchema } from "../../src/domain/order"

const small = { orders: 1_500, messages: 60 }
const hashOf = (value: unknown) => createHash("sha256").update(JSON.stringify(value)).digest("hex")
const shop = generateShop()
const truth = truthOf(shop)
const distinct = <T>(values: T[]) => new Set(values).size
function groupBy<T>(values: T[], key: (value: T) => string): T[][] {
  const groups = new Map<string, T[]>()
  for (const value of values) groups.set(key(value), [...(groups.get(key(value)) ?? []), value])
  return [...groups.values()]
}
const of = (kind: string) => shop.orders.filter(({ id }) => truth.get(id) === kind)
const ordinary = shop.orders.filter(({ id }) => !truth.has(id))

describe("the demo shop", () => {
  it("is the same for the same seed and another for another", () => {
    const again = generateShop(small)
    expect(hashOf(generateShop(small))).toBe(hashOf(again))
    expect([...truthOf(generateShop(small))]).toEqual([...truthOf(again)])
    expect(hashOf(generateShop({ ...small, seed: 7 }))).not.toBe(hashOf(again))
  })

  it("has the size that it is announced with", () => {
    expect(shop.orders).toHaveLength(20_000)
    expect(distinct(shop.orders.map(({ id }) => id))).toBe(20_000)
    expect(shop.products).toHaveLength(150)
    expect(distinct(shop.products.map(({ pattern }) => pattern))).toBe(6)
    expect(distinct(shop.products.map(({ title }) => title))).toBe(150)
    expect(distinct(shop.orders.map(({ shipCountry }) => shipCountry))).toBe(12)
    expect(distinct(shop.orders.map(({ currency }) => currency))).toBe(4)
    expect(shop.messages).toHaveLength(600)
    expect(distinct(shop.messages.map(({ language }) => language))).toBe(6)
    const times = shop.orders.map(({ placedAt }) => placedAt)
    expect((times.at(-1) ?? 0) - (times[0] ?? 0)).toBeGreaterThanOrEqual(2 * 365 * 86_400_000)
    expect(times).toEqual(times.toSorted((a, b) => a - b))
  })

  it("ends when it is told to", () => {
    const end = Date.UTC(2025, 2, 1)
    const other = generateShop({ ...small, end, days: 90 })
    const times = [...other.orders.map((o) => o.placedAt), ...other.messages.map((m) => m.at)]
    expect(Math.max(...times)).toBeLessThanOrEqual(end)
    expect(Math.min(...times)).toBeGreaterThanOrEqual(end - 90 * 86_400_000)
  })

  it("adds up in minor units except where a wrong sum is planted, in one currency an order, with each product on one line", () => {
    const currencyOf = new Map(shop.orders.map((order) => [order.shipCountry, order.currency]))
    const faults: Record<string, (order: DemoOrder) => boolean> = {
      sum: (o) =>
        truth.get(o.id) !== "wrong-sum" && o.totalMinor !== totalOf(o.items, o.shippingMinor),
      "no whole number": (o) => !Number.isSafeInteger(o.totalMinor) || o.totalMinor <= 0,
      "no items": (o) => o.items.length === 0,
      "product twice": (o) => distinct(o.items.map(({ sku }) => sku)) !== o.items.length,
      "ship address": (o) => !o.shipAddress.endsWith(o.shipCountry),
      "bill address": (o) => !o.billAddress.endsWith(o.billCountry),
      currency: (o) => currencyOf.get(o.shipCountry) !== o.currency
    }
    for (const [fault, has] of Object.entries(faults)) {
      expect([fault, shop.orders.filter(has).map(({ id }) => id)]).toEqual([fault, []])
    }
  })

  it("sells as its patterns say", () => {
    const middle = (shop.start + shop.end) / 2
    const soldIn = (pattern: string, orders: DemoOrder[]) => {
      const skus = new Set(shop.products.filter((p) => p.pattern === pattern).map((p) => p.sku))
      return orders.flatMap(({ items }) => items).filter(({ sku }) => skus.has(sku))
    }
    const early = ordinary.filter(({ placedAt }) => placedAt < middle)
    const late = ordinary.filter(({ placedAt }) => placedAt >= middle)
    expect(soldIn("new", early)).toHaveLength(0)
    expect(soldIn("new", late).length).toBeGreaterThan(50)
    expect(soldIn("dying", early).length).toBeGreaterThan(2 * soldIn("dying", late).length)
    expect(soldIn("intermittent", late).length).toBeLessThan(soldIn("steady", late).length / 2)
    const euros = ordinary.filter(({ currency }) => currency === "EUR")
    const pricesOf = (pattern: string) => {
      const items = groupBy(soldIn(pattern, euros), ({ sku }) => sku)
      return items.map((group) => distinct(group.map(({ unitMinor }) => unitMinor)))
    }
    expect(Math.max(...pricesOf("promoted"))).toBe(2)
    expect(Math.max(...pricesOf("steady"))).toBe(1)
  })

  it("has ordinary orders that look odd: gifts abroad, repeat businesses, declined cards", () => {
    const abroad = ordinary.filter(({ billCountry, shipCountry }) => billCountry !== shipCountry)
    expect(abroad.length).toBeGreaterThan(100)
    expect(ordinary.filter(({ paymentAttempts }) => paymentAttempts > 1).length).toBeGreaterThan(
      300
    )
    const businesses = ordinary.filter(({ buyer }) => buyer.business)
    expect(businesses.length / distinct(businesses.map(({ buyer }) => buyer.id))).toBeGreaterThan(3)
  })
})

describe("the planted anomalies", () => {
  it("are about 1 % and of every kind, none of them rare", () => {
    expect(truth.size / shop.orders.length).toBeGreaterThan(0.009)
    expect(truth.size / shop.orders.length).toBeLessThan(0.013)
    for (const kind of anomalyKinds) expect(of(kind).length).toBeGreaterThanOrEqual(7)
  })

  it("cost a third to a tenth of the price, never less, where a price is wrong", () => {
    const bySku = new Map(shop.products.map((product) => [product.sku, product]))
    for (const order of of("price-error")) {
      const [item] = order.items
      const product = bySku.get(item?.sku ?? "")
      if (!item || !product) throw new Error("an order without a product")
      const share = item.unitMinor / priceIn(product, order.currency)
      expect(share).toBeGreaterThan(0.06)
      expect(share).toBeLessThan(0.35)
    }
  })

  it("share an address between buyers, and try cards within minutes", () => {
    const addresses = groupBy(of("shared-address"), ({ shipAddress }) => shipAddress)
    for (const orders of addresses) {
      expect(distinct(orders.map(({ buyer }) => buyer.id))).toBe(orders.length)
    }
    expect(addresses.length).toBeLessThan(of("shared-address").length / 2)
    const tries = of("card-testing")
    for (const { id, placedAt, paymentAttempts } of tries) {
      const near = tries.filter((o) => o.id !== id && Math.abs(o.placedAt - placedAt) < 3_600_000)
      expect(near.length).toBeGreaterThan(0)
      expect(paymentAttempts).toBeGreaterThan(1)
    }
  })

  it("cannot be told by the buyer's number", () => {
    const numberOf = ({ buyer }: DemoOrder) => Number(buyer.id.slice(2))
    const numbers = ordinary.map(numberOf).toSorted((a, b) => a - b)
    const middle = numbers[Math.floor(numbers.length / 2)] ?? 0
    const planted = shop.orders.filter(({ id }) => truth.has(id))
    const above = planted.filter((order) => numberOf(order) > middle).length / planted.length
    expect(above).toBeGreaterThan(0.3)
    expect(above).toBeLessThan(0.7)
    expect(distinct(shop.orders.map(({ buyer }) => buyer.id))).toBe(
      distinct(shop.orders.map(({ buyer }) => buyer.email))
    )
  })
})

describe("the records", () => {
  const tiny = generateShop({ orders: 300, messages: 12 })

  it("are orders and listings as the store keeps them, without a buyer's text", () => {
    const orders = toOrders(tiny)
    expect(orders.map((order) => v.parse(orderSchema, order))).toEqual(orders)
    const listings = toListings(tiny)
    expect(listings.map((listing) => v.parse(listingSchema, listing))).toEqual(listings)
    const text = JSON.stringify(orders)
    for (const { buyer, shipAddress } of tiny.orders) {
      for (const secret of [buyer.email, buyer.phone, shipAddress])
        expect(text).not.toContain(secret)
    }
    expect(distinct(orders.map(({ buyer }) => buyer))).toBe(
      distinct(tiny.orders.map(({ buyer }) => buyer.id))
    )
  })
})

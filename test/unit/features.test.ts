import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { toOrders } from "../../demo/records"
import { generateShop } from "../../demo/shop"
import type { Order } from "../../src/domain/order"
import { featureIndex, type OrderFeature, orderFeatures } from "../../src/features/order-features"
import { OrderHistory } from "../../src/features/order-history"
import { makeOrder, orderMoment } from "../make-order"

const t0 = orderMoment
const hour = 3_600_000

const order = (nativeId: string, more: Partial<Order> = {}) =>
  makeOrder(nativeId, {
    readAt: t0,
    total: { minor: 5_000, currency: "EUR" },
    items: [{ sku: "MUG", quantity: 1, unitPrice: { minor: 5_000, currency: "EUR" } }],
    shipCountry: "DE",
    billCountry: "DE",
    ...more
  })

/** A hundred alike orders, six hours apart, each of another buyer. */
function usualHistory(): OrderHistory {
  const history = OrderHistory.empty()
  for (let i = 0; i < 100; i++) {
    history.add(order(`u${i}`, { placedAt: t0 - (100 - i) * 6 * hour, buyer: `buyer${i}` }))
  }
  return history
}

const featureOf = (history: OrderHistory, one: Order, name: OrderFeature) =>
  history.features(one).values[featureIndex[name]] ?? Number.NaN

describe("OrderHistory", () => {
  it("gives neutral values before it knows anything", () => {
    const { values } = OrderHistory.empty().features(order("1"))
    expect(values).toHaveLength(orderFeatures.length)
    for (const name of ["amountVsShop", "quantityVsSku", "priceHighVsSku"] as const) {
      expect(values[featureIndex[name]]).toBe(0)
    }
  })

  it("compares with what came before, in numbers that a seller can check", () => {
    const big = order("big", { total: { minor: 50_000, currency: "EUR" } })
    const { values, comparison } = usualHistory().features(big)
    expect(values[featureIndex.amountVsShop]).toBeGreaterThan(3)
    expect(comparison.amountVsShop?.usual).toBeCloseTo(50, 5)
    expect(comparison.amountVsShop?.times).toBeCloseTo(10, 5)
    expect(comparison.amountVsShop?.n).toBe(100)
  })

  it("never compares amounts across currencies", () => {
    const yen = order("yen", { total: { minor: 9_000, currency: "JPY" } })
    expect(featureOf(usualHistory(), yen, "amountVsShop")).toBe(0)
  })

  it("sees a price below and above the product's usual one", () => {
    const priced = (minor: number) =>
      order("p", { items: [{ sku: "MUG", quantity: 1, unitPrice: { minor, currency: "EUR" } }] })
    expect(featureOf(usualHistory(), priced(500), "priceLowVsSku")).toBeGreaterThan(3)
    expect(featureOf(usualHistory(), priced(500), "priceHighVsSku")).toBe(0)
    expect(featureOf(usualHistory(), priced(50_000), "priceHighVsSku")).toBeGreaterThan(3)
  })

  it("counts a buyer's orders in windows and not the order itself", () => {
    const history = usualHistory()
    const at = (id: string, hoursAgo: number) =>
      order(id, { buyer: "b", placedAt: t0 - hoursAgo * hour })
    for (const one of [at("a", 100), at("b", 5), at("c", 0.5)]) history.add(one)
    const now = order("d", { buyer: "b" })
    history.add(now)
    expect(history.features(now).comparison.buyer).toEqual({ hour: 1, day: 2, week: 3, known: 3 })
  })

  it("counts distinct other buyers behind one address", () => {
    const history = usualHistory()
    const shared = (id: string, buyer: string) => order(id, { buyer, shipAddress: "lane" })
    for (const [i, buyer] of ["x", "y", "y"].entries()) history.add(shared(`s${i}`, buyer))
    expect(history.features(shared("s9", "z")).comparison.address).toEqual({
      day: 3,
      buyers: 2,
      buyersWeek: 2
    })
  })

  it("holds no destination against an order: abroad is where a cross-border shop sells", () => {
    const history = usualHistory()
    const home = history.features(order("1"))
    const abroad = history.features(order("2", { shipCountry: "BR", billCountry: "BR" }))
    const amounts = [featureIndex.amountVsCountry, featureIndex.hourRarity]
    home.values.forEach((value, i) => {
      if (!amounts.includes(i)) expect(Math.abs((abroad.values[i] ?? 9) - value)).toBeLessThan(0.1)
    })
  })

  it("takes a buyer's own large orders as usual, and only a buyer's own", () => {
    const history = usualHistory()
    const large = (id: string, buyer: string) =>
      order(id, { buyer, total: { minor: 200_000, currency: "EUR" } })
    for (let i = 0; i < 6; i++) history.add(large(`l${i}`, "business"))
    expect(featureOf(history, large("1", "business"), "amountVsShop")).toBeLessThan(2)
    expect(featureOf(history, large("2", "stranger"), "amountVsShop")).toBeGreaterThan(3)
  })

  it("never becomes less suspicious by leaving out what the shop's orders show", () => {
    const history = OrderHistory.empty()
    const full = (id: string) => order(id, { buyer: `b${id}`, email: `e${id}`, shipCountry: "DE" })
    for (let i = 0; i < 60; i++) history.add(full(`${i}`))
    const { email: _, ...without } = full("x")
    expect(featureOf(history, full("y"), "missingFacts")).toBe(0)
    expect(featureOf(history, without, "missingFacts")).toBeGreaterThan(3)
  })

  it("sees a pattern that is repeated slowly under new names", () => {
    const history = usualHistory()
    const slow = (i: number) =>
      order(`s${i}`, {
        buyer: `name${i}`,
        shipAddress: "one address",
        placedAt: t0 + i * 5 * 86_400_000,
        items: [{ sku: "LAMP", quantity: 3 }]
      })
    for (let i = 0; i < 4; i++) history.add(slow(i))
    const { comparison } = history.features(slow(4))
    expect(comparison.month).toMatchObject({ orders: 4, repeated: 4 })
    expect(comparison.units).toMatchObject({ sku: "LAMP", units: 15 })
  })

  it("knows returns and claims of a buyer two weeks after the order, under any of its facts", () => {
    const history = usualHistory()
    const day = 86_400_000
    const claimed = order("c", {
      buyer: "b",
      phone: "p",
      status: "refunded",
      claim: "not-received"
    })
    history.add(claimed)
    const past = (placedAt: number) =>
      history.features(order("n", { buyer: "new", phone: "p", placedAt })).comparison.past
    expect(past(t0 + 5 * day).notReceived).toBe(0)
    expect(past(t0 + 20 * day)).toMatchObject({ orders: 1, notReceived: 1 })
  })

  it("links later orders to those that the seller confirmed, and lets go again", () => {
    const history = usualHistory()
    const bad = order("bad", { buyer: "b", shipAddress: "lane" })
    history.add(bad)
    const next = order("n", { buyer: "other", shipAddress: "lane" })
    history.confirm([bad])
    expect(history.features(next).comparison.linked).toBe(1)
    history.confirm([])
    expect(history.features(next).comparison.linked).toBe(0)
  })

  it("does not change by being asked", () => {
    const history = usualHistory()
    const one = order("1", { total: { minor: 99_000, currency: "EUR" } })
    expect(history.features(one)).toEqual(history.features(one))
    expect(history.size).toBe(100)
  })

  it("goes on from a cloned snapshot as if it had never stopped", () => {
    const orders = toOrders(generateShop({ seed: 5, orders: 400 }))
    const [before, after] = [orders.slice(0, 300), orders.slice(300)]
    const whole = OrderHistory.empty()
    for (const one of before) whole.add(one)
    const restored = OrderHistory.restore(structuredClone(whole.snapshot()))
    for (const one of after) {
      expect(restored.features(one)).toEqual(whole.features(one))
      restored.add(one)
      whole.add(one)
    }
  })

  it("gives finite rows whatever a page leaves out", () => {
    const fields = fc.record(
      {
        total: fc.record({
          minor: fc.integer({ min: -1e9, max: 1e12 }),
          currency: fc.constantFrom("EUR", "JPY", "KWD")
        }),
        items: fc.array(
          fc.record(
            { sku: fc.string(), quantity: fc.nat(1_000_000) },
            { requiredKeys: ["quantity"] }
          ),
          { maxLength: 4 }
        ),
        shipCountry: fc.constantFrom("DE", "US", "JP"),
        billCountry: fc.constantFrom("DE", "US", "JP"),
        buyer: fc.constantFrom("a", "b"),
        shipAddress: fc.constantFrom("x", "y"),
        shippingMethod: fc.constantFrom("Standard", "Express"),
        paymentAttempts: fc.nat(1_000),
        placedAt: fc.integer({ min: 0, max: 4_102_444_800_000 })
      },
      { requiredKeys: [] }
    )
    fc.assert(
      fc.property(fc.array(fields, { maxLength: 12 }), (all) => {
        const history = OrderHistory.empty()
        all.forEach((more, i) => {
          const bare: Order = {
            id: `demo:shop:${i}`,
            marketplace: "demo",
            account: "shop",
            nativeId: `${i}`,
            status: "unknown",
            firstReadAt: t0,
            readAt: t0,
            ...more
          }
          expect([...history.features(bare).values].every(Number.isFinite)).toBe(true)
          history.add(bare)
        })
      })
    )
  })

  it("takes no longer for an order the longer the history is", () => {
    const orders = toOrders(generateShop({ seed: 6, orders: 4_000 }))
    const history = OrderHistory.empty()
    const replay = (part: Order[]) => {
      const start = performance.now()
      for (const one of part) {
        history.features(one)
        history.add(one)
      }
      return performance.now() - start
    }
    const first = replay(orders.slice(0, 2_000))
    expect(replay(orders.slice(2_000))).toBeLessThan(4 * first + 500)
  })
})

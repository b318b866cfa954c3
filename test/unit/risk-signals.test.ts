import { describe, expect, it } from "vitest"
import type { Order } from "../../src/domain/order"
import { featureIndex, type OrderFeature } from "../../src/features/order-features"
import { OrderHistory } from "../../src/features/order-history"
import { addOutcome, emptyOutcomes, evidenceOf, outcomesOf } from "../../src/features/outcomes"

const day = 86_400_000
const t0 = Date.UTC(2026, 8, 1, 12)

const order = (nativeId: string, more: Partial<Order> = {}): Order => ({
  id: `demo:shop:${nativeId}`,
  marketplace: "demo",
  account: "shop",
  nativeId,
  status: "paid",
  placedAt: t0,
  firstReadAt: t0,
  readAt: t0,
  total: { minor: 5_000, currency: "EUR" },
  items: [{ sku: "MUG", quantity: 1, unitPrice: { minor: 5_000, currency: "EUR" } }],
  shipCountry: "DE",
  billCountry: "DE",
  shippingMethod: "Standard",
  ...more
})

function usualHistory(): OrderHistory {
  const history = OrderHistory.empty()
  for (let i = 0; i < 100; i++) {
    history.add(order(`u${i}`, { placedAt: t0 - (200 - i) * day, buyer: `buyer${i}` }))
  }
  return history
}
const featureOf = (history: OrderHistory, one: Order, name: OrderFeature) =>
  history.features(one).values[featureIndex[name]] ?? Number.NaN

describe("the past of a buyer", () => {
  const evidence = (returned: number, good: number) => {
    const outcomes = emptyOutcomes()
    for (let i = 0; i < 500; i++) addOutcome(outcomes, order(`o${i}`, { placedAt: t0 - 90 * day }))
    const past = (id: string, status: Order["status"]) =>
      addOutcome(outcomes, order(id, { buyer: "b", status, placedAt: t0 - 60 * day }))
    for (let i = 0; i < returned; i++) past(`r${i}`, "refunded")
    for (let i = 0; i < good; i++) past(`g${i}`, "paid")
    const next = order("next", { buyer: "b" })
    return evidenceOf(outcomes, outcomesOf(outcomes, "buyer:b", next), "returned")
  }

  it("counts returns again and again more than one by one, and little among many good orders", () => {
    expect(evidence(0, 5)).toBe(0)
    expect(evidence(1, 0)).toBeGreaterThan(2)
    expect(evidence(3, 0)).toBeGreaterThan(2 * evidence(1, 0))
    expect(evidence(1, 9)).toBeLessThan(evidence(1, 0) / 3)
  })
})

describe("what repeats under other names", () => {
  it("sees several buyers behind one phone, however slowly they come", () => {
    const history = usualHistory()
    for (let i = 0; i < 3; i++) {
      history.add(
        order(`p${i}`, { buyer: `new${i}`, phone: "p", placedAt: t0 - (3 - i) * 8 * day })
      )
    }
    const next = order("next", { buyer: "new3", phone: "p" })
    expect(history.features(next).comparison.contactBuyers).toBe(3)
    expect(
      featureOf(history, order("same", { buyer: "new0", phone: "x" }), "contactBuyersMonth")
    ).toBe(0)
  })

  it("sees retries of others within the hour, but only for an order that was retried too", () => {
    const history = usualHistory()
    for (let i = 0; i < 3; i++) {
      history.add(order(`t${i}`, { paymentAttempts: 3, placedAt: t0 - i * 60_000 }))
    }
    expect(featureOf(history, order("n", { paymentAttempts: 2 }), "retriesHour")).toBeCloseTo(
      Math.log(4)
    )
    expect(featureOf(history, order("n", { paymentAttempts: 1 }), "retriesHour")).toBe(0)
  })
})

describe("what the seller confirmed", () => {
  it("marks a product that bad orders have far beyond its share, not one that all have", () => {
    const history = usualHistory()
    const rare = { items: [{ sku: "PHONE", quantity: 1 }] }
    for (let i = 0; i < 2; i++) history.add(order(`x${i}`, rare))
    history.confirm([order("b1", rare), order("b2", rare), order("b3")])
    expect(featureOf(history, order("n", rare), "productOfConfirmed")).toBeGreaterThan(1)
    expect(featureOf(history, order("n"), "productOfConfirmed")).toBe(0)
    expect(history.features(order("n", rare)).comparison.confirmedProduct).toMatchObject({
      sku: "PHONE",
      orders: 2,
      all: 3
    })
  })
})

describe("alternatives", () => {
  const fields = (one: Order) =>
    usualHistory()
      .alternatives(one)
      .map(({ field }) => field)

  it("offers nothing for a usual order", () => {
    expect(fields(order("n"))).toEqual([])
  })

  it("puts one usual value in place of each that differs, and keeps the sum right", () => {
    const odd = order("n", {
      billCountry: "NG",
      shippingMethod: "Express",
      paymentAttempts: 4,
      items: [{ sku: "MUG", quantity: 20, unitPrice: { minor: 5_000, currency: "EUR" } }],
      total: { minor: 100_500, currency: "EUR" }
    })
    const found = usualHistory().alternatives(odd)
    expect(found.map(({ field }) => field)).toEqual([
      "billCountry",
      "shipCountry",
      "shippingMethod",
      "paymentAttempts",
      "quantity",
      "total"
    ])
    const fewer = found.find(({ field }) => field === "quantity")
    expect(fewer?.value).toEqual({ kind: "count", value: 1 })
    expect(fewer?.order.total?.minor).toBe(5_500)
    expect(found[0]?.order.billCountry).toBe("DE")
  })
})

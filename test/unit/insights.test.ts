import { describe, expect, it } from "vitest"
import { toOrders } from "../../demo/records"
import { generateShop } from "../../demo/shop"
import { reasonCodes } from "../../src/domain/insight"
import type { Order } from "../../src/domain/order"
import { riskKinds } from "../../src/domain/risk"
import { featureIndex, type OrderFeature, orderFeatures } from "../../src/features/order-features"
import { OrderHistory } from "../../src/features/order-history"
import { orderRisk } from "../../src/insights/order-risk"
import { makeOrder, orderMoment } from "../make-order"

const t0 = orderMoment
const context = { basis: 100, modelVersion: "anomaly@0.1.0+00000000", now: t0 }

const order = (nativeId: string, more: Partial<Order> = {}) =>
  makeOrder(nativeId, {
    readAt: t0,
    total: { minor: 5_000, currency: "EUR" },
    shipCountry: "DE",
    buyer: `buyer of ${nativeId}`,
    ...more
  })

const surprises = (high: Partial<Record<OrderFeature, number>>) => {
  const values = new Float32Array(orderFeatures.length)
  for (const [name, value] of Object.entries(high))
    values[featureIndex[name as OrderFeature]] = value
  return values
}

const history = OrderHistory.empty()
for (let i = 0; i < 100; i++) {
  history.add(order(`u${i}`, { placedAt: t0 - (100 - i) * 7_200_000, buyer: `buyer${i}` }))
}

const likely = {
  percentile: 1,
  probability: 0.8,
  flagged: true,
  kinds: Float32Array.from(riskKinds, (kind) => Number(kind === "reseller"))
}

const judge = (one: Order, high: Partial<Record<OrderFeature, number>>, percentile = 0.999) =>
  orderRisk(
    one,
    history.features(one).comparison,
    { ...likely, percentile, surprises: surprises(high) },
    context
  )

const big = order("big", { total: { minor: 50_000, currency: "EUR" } })

describe("orderRisk", () => {
  it("says nothing of an order that is not flagged", () => {
    const score = { ...likely, flagged: false, surprises: surprises({ amountVsShop: 9 }) }
    expect(orderRisk(big, history.features(big).comparison, score, context)).toBeNull()
  })

  it("gives the numbers behind a reason as the page shows them", () => {
    const insight = judge(big, { amountVsShop: 5 })
    expect(insight?.reasons).toEqual([
      {
        code: "amount-vs-shop",
        facts: {
          amount: { kind: "money", value: { minor: 50_000, currency: "EUR" } },
          usual: { kind: "money", value: { minor: 5_000, currency: "EUR" } },
          times: { kind: "ratio", value: expect.closeTo(10, 5) },
          n: { kind: "count", value: 100 }
        },
        weight: 1
      }
    ])
    expect(insight).toMatchObject({ id: `order-risk:${big.id}`, basis: 100, state: "open" })
  })

  it("is high from the 99.8th percentile and medium below", () => {
    expect(judge(big, { amountVsShop: 5 }, 0.998)?.severity).toBe("high")
    expect(judge(big, { amountVsShop: 5 }, 0.9979)?.severity).toBe("medium")
  })

  it("never claims a difference that its own numbers deny", () => {
    expect(
      judge(order("same"), { amountVsShop: 9, quantityVsShop: 9, priceLowVsSku: 9 })
    ).toBeNull()
  })

  it("names the likeliest kind, and what speaks for the order", () => {
    const flagged = judge(
      order("big", { total: { minor: 50_000, currency: "EUR" }, billCountry: "DE" }),
      { amountVsShop: 5 }
    )
    expect(flagged?.risk).toBe("reseller")
    expect(flagged?.against.map(({ code }) => code)).toEqual([
      "for-same-country",
      "for-usual-country"
    ])
  })

  it("writes each currency in its own minor units", () => {
    const yen = OrderHistory.empty()
    const priced = (id: string, minor: number) => order(id, { total: { minor, currency: "JPY" } })
    for (let i = 0; i < 60; i++) yen.add(priced(`y${i}`, 8_000))
    const one = priced("y", 80_000)
    const insight = orderRisk(
      one,
      yen.features(one).comparison,
      { ...likely, surprises: surprises({ amountVsShop: 5 }) },
      context
    )
    expect(insight?.reasons[0]?.facts.usual).toEqual({
      kind: "money",
      value: { minor: 8_000, currency: "JPY" }
    })
  })

  it("keeps at most five reasons, one per code, heaviest first, with weights in (0, 1]", {
    timeout: 20_000
  }, () => {
    const shop = generateShop({ seed: 12, orders: 1_500, anomalyShare: 0.05 })
    const seen = OrderHistory.empty()
    let judged = 0
    for (const one of toOrders(shop)) {
      const { values, comparison } = seen.features(one)
      const score = { ...likely, surprises: values.map(Math.abs) }
      const insight = orderRisk(one, comparison, score, context)
      seen.add(one)
      if (!insight) continue
      judged += 1
      const { reasons } = insight
      expect(reasons.length).toBeLessThanOrEqual(5)
      expect(new Set(reasons.map(({ code }) => code)).size).toBe(reasons.length)
      const weights = reasons.map(({ weight }) => weight)
      expect(weights).toEqual(weights.toSorted((a, b) => b - a))
      expect(weights.every((weight) => weight > 0 && weight <= 1)).toBe(true)
      for (const { code, facts } of reasons) {
        expect(reasonCodes).toContain(code)
        for (const fact of Object.values(facts)) {
          const number = fact.kind === "money" ? fact.value.minor : fact.value
          if (typeof number === "number") expect(Number.isFinite(number)).toBe(true)
        }
      }
    }
    expect(judged).toBeGreaterThan(1_000)
  })
})

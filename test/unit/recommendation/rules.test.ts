import { describe, expect, it } from "vitest"
import { wordsFor } from "../../../locales"
import { suggestionCodes } from "../../../src/domain/suggestion"
import type { Basket } from "../../../src/features/baskets"
import type { Product } from "../../../src/features/range"
import { suggestionRules } from "../../../src/insights"
import { bundle } from "../../../src/insights/bundle"
import { comeback } from "../../../src/insights/comeback"
import { drop } from "../../../src/insights/drop"
import { duplicate } from "../../../src/insights/duplicate"
import { listNext } from "../../../src/insights/list-next"
import { pricePosition } from "../../../src/insights/price-position"
import { substitute } from "../../../src/insights/substitute"
import { winBack } from "../../../src/insights/win-back"
import { done, view } from "./made-view"

/** 30 orders of both, 30 of one alone, 300 of others, all lately. */
const paired = [
  ...Array.from({ length: 30 }, (_, i): Basket => ({ buyer: 0, at: 950 + i, items: [0, 1] })),
  ...Array.from({ length: 30 }, (_, i): Basket => ({ buyer: 0, at: 950 + i, items: [0] })),
  ...Array.from(
    { length: 300 },
    (_, i): Basket => ({ buyer: 0, at: 920 + i / 4, items: [3 + (i % 2) * 2] })
  )
]

describe("bundle", () => {
  it("comes with support, lift, price, margin and an interval", () => {
    const [found] = bundle(view(paired))
    expect(found).toMatchObject({
      id: "bundle:S0+S1",
      basis: 30,
      price: { minor: 3_799, currency: "EUR" }
    })
    expect(found?.reasons.map(({ code }) => code)).toEqual([
      "bought-together",
      "often-with",
      "bundle-price",
      "bundle-margin"
    ])
    expect(found?.effect?.low).toBeLessThan(found?.effect?.expected ?? 0)
  })

  it("takes the seller's own costs where they are known", () => {
    const [found] = bundle(view(paired, { 0: { cost: 700 }, 1: { cost: 800 } }))
    expect(found?.reasons.at(-1)).toMatchObject({
      code: "bundle-profit",
      facts: { margin: { value: { minor: 3_799 - 1_500 } } }
    })
  })

  it("is not said of a few orders, or of what chance explains", () => {
    expect(bundle(view(paired.slice(26)))).toEqual([])
    const everywhere = paired.map((one) => ({ ...one, items: [...new Set([...one.items, 1])] }))
    expect(bundle(view(everywhere))).toEqual([])
  })
})

describe("comeback", () => {
  it("says after how many days buyers come again", () => {
    const list = Array.from({ length: 20 }, (_, i): Basket[] => [
      { buyer: i + 1, at: 900, items: [5] },
      { buyer: i + 1, at: 930 + (i % 9), items: [5] }
    ]).flat()
    const [found] = comeback(view(list))
    expect(found).toMatchObject({ id: "comeback:S5+S5", basis: 20 })
    expect(found?.reasons[0]?.facts.days).toEqual({ kind: "count", value: 34 })
  })
})

describe("win-back", () => {
  const list = Array.from({ length: 30 }, (_, i): Basket[] =>
    [0, 30, 60, 90].map((day) => ({
      buyer: i + 1,
      at: (i < 3 ? 840 : 905) + day * (i < 3 ? 1 : 1),
      items: [5]
    }))
  ).flat()

  it("names late buyers by pseudonym with what they may want", () => {
    const found = winBack(view(list))
    expect(found.map(({ buyer }) => buyer)).toEqual([1, 2].map((i) => `buyer-pseudonym-00000${i}`))
    // one in five is left alone, to measure against
    expect(found[0]?.control).toEqual(["buyer-pseudonym-000000"])
    expect(found[0]?.reasons.map(({ code }) => code)).toEqual([
      "overdue",
      "may-return",
      "likely-wants"
    ])
    expect(found[0]?.skus).toEqual(["S5"])
  })
})

describe("range", () => {
  const sold = (item: number, count: number): Basket[] =>
    Array.from({ length: count }, (_, i) => ({ buyer: 0, at: 990 - i, items: [item] }))

  it("shows a look-alike where a product runs out", () => {
    const found = substitute(view(sold(0, 45), { 0: { available: 2 }, 2: { available: 50 } }))
    expect(found[0]).toMatchObject({ kind: "substitute", skus: ["S0", "S2"] })
    expect(substitute(view(sold(0, 45), { 0: { available: 200 }, 2: { available: 50 } }))).toEqual(
      []
    )
  })

  it("tells a price far from similar ones, seen elsewhere too", () => {
    const dear = view(sold(0, 5), { 0: { unitPrice: 4_000 } })
    const [found] = pricePosition(dear)
    expect(found?.id).toBe("price:S0")
    expect(found?.reasons[0]?.facts.usual).toMatchObject({ value: { minor: 2_000 } })
    // a step on the way there, not a leap
    expect(found?.price?.minor).toBeGreaterThanOrEqual(3_200)
    expect(found?.price?.minor).toBeLessThan(4_000)
    const seen = Array.from({ length: 4 }, () => ({ title: "x", price: 4_100, likeness: 0.8 }))
    expect(pricePosition({ ...dear, seen: new Map([[0, seen]]) })).toEqual([])
  })

  it("counts the profit of another price by the product's own past, else by usual reactions", () => {
    const priced = (change: Partial<Product>) =>
      pricePosition(view(sold(0, 45), { 0: { unitPrice: 4_000, cost: 1_000, ...change } }))[0]
    const usual = priced({})
    expect(usual?.effect).toMatchObject({ of: "profit", currency: "EUR" })
    expect(usual?.reasons.map(({ code }) => code)).toEqual([
      "price-above",
      "price-try",
      "price-assumed",
      "counted-with-cost"
    ])
    expect(usual?.effect?.low).toBeLessThan(0)
    expect(usual?.effect?.high).toBeGreaterThan(usual?.effect?.expected ?? 0)
    const elasticity = { low: -3.2, elasticity: -3, high: -2.8, weeks: 40, prices: 5 }
    const own = priced({ elasticity })
    // 15 pieces a month at 40: a fifth less at most, 32, sells 1.95 times as many, 22 apiece instead of 30
    expect(own?.price?.minor).toBe(3_200)
    expect(own?.effect?.expected).toBeCloseTo(15 * (0.8 ** -3 * 2_200 - 3_000), 0)
    // buyers who do not mind the price: a small step only, and the loss is said
    const firm = priced({ elasticity: { ...elasticity, low: -0.3, elasticity: -0.2, high: 0.4 } })
    expect(firm?.effect?.expected).toBeLessThan(0)
  })

  it("says what dropping frees and what it may cost", () => {
    const list = [...sold(3, 3), { buyer: 0, at: 500, items: [6] }]
    const [stocked] = drop(view(list, { 6: { available: 9 } }))
    expect(stocked?.effect).toMatchObject({ of: "freed", high: 9 * 2_000 * 0.7 })
    expect(stocked?.before).toEqual({ unitPrice: 2_000, available: 9 })
    expect(stocked?.control.length).toBeGreaterThan(0)
    const [unknown] = drop(view(list))
    expect(unknown?.effect).toMatchObject({ of: "profit", expected: 0, high: 0 })
    expect(unknown?.effect?.low).toBeLessThan(0)
  })

  it("says what joining near doubles may bring", () => {
    const [found] = duplicate(view([...sold(7, 30), ...sold(8, 30)]))
    expect(found?.effect?.expected).toBeCloseTo(40_000 * 0.05, 5)
    expect(found?.effect?.low).toBeLessThan(-40_000 * 0.05)
    expect(found?.effect?.high).toBeGreaterThan(40_000 * 0.15)
  })

  it("finds near doubles, and what no longer sells", () => {
    const list = [...sold(7, 3), ...sold(8, 3), { buyer: 0, at: 500, items: [6] }]
    expect(duplicate(view(list))[0]).toMatchObject({ id: "duplicate:S7+S8" })
    const found = drop(view(list, { 6: { available: 9 } }))
    expect(found.map(({ id }) => id)).toEqual(["drop:S6"])
  })

  it("names a gap that its neighbours fill, and no nonsense", () => {
    const shop = view(sold(0, 1))
    const product = (title: string, revenue90: number): Product => ({
      ...(shop.products[0] as Product),
      sku: title,
      title,
      revenue90
    })
    const things = ["tray", "lamp", "coaster set", "coat hook"]
    const range = ["oak", "brass", "teak", "cork", "steel"].flatMap((material) =>
      things.map((thing) => `${material} ${thing}`)
    )
    const listed = range.filter((title) => title !== "teak lamp")
    const products = [
      ...listed.map((title) => product(title, 50_000)),
      ...Array.from({ length: 40 }, (_, i) => product(`filler${i} alone${i}`, 1_000))
    ]
    const [gap, ...others] = listNext({ ...shop, products })
    expect(others).toEqual([])
    expect(gap).toMatchObject({ id: "list-next:lamp+teak" })
    expect(gap?.control.length).toBeGreaterThan(0)
    // every product with these words sells the same: no more, no less is expected of one
    expect(gap?.effect?.low).toBe(gap?.effect?.expected)
    const uneven = products.map((one) =>
      one.title.endsWith("tray") ? { ...one, revenue90: 5_000 } : one
    )
    const [unsure] = listNext({ ...shop, products: uneven })
    expect(unsure?.effect?.low).toBeLessThan((unsure?.effect?.expected ?? 0) / 2)
  })
})

describe("sentences", () => {
  it.each(["en-US", "zh-CN"])("stand for every reason and every kind in %s", (locale) => {
    const words = wordsFor(locale)
    const list = [...paired]
    const shop = view(list, {
      0: { available: 1 },
      2: { available: 99 },
      6: { available: 5, firstAt: 1, lastAt: 2 }
    })
    for (const rule of suggestionRules) {
      for (const proposal of rule(shop)) {
        const one = { ...done(), ...proposal }
        const text = [
          words.suggestion(one, one.skus),
          ...one.reasons.map(words.suggestionReason)
        ].join()
        expect(text).not.toMatch(/[{}[\]]|undefined|NaN/)
      }
    }
    for (const code of suggestionCodes) {
      expect(words.suggestionReason({ code, facts: {} })).not.toMatch(/[{}[\]]|^\s*$/)
    }
  })
})

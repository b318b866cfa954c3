import { describe, expect, it } from "vitest"
import { wordsFor } from "../../../locales"
import type { Suggestion } from "../../../src/domain/suggestion"
import { suggestionCodes } from "../../../src/domain/suggestion"
import { type Basket, toBaskets } from "../../../src/features/baskets"
import { outcomeOf } from "../../../src/features/outcome"
import type { Product } from "../../../src/features/range"
import { indexed, type SellerView } from "../../../src/features/seller-view"
import { experienceOf, rankOf } from "../../../src/features/suggestion-rank"
import { suggestionRules } from "../../../src/insights"
import { bundle } from "../../../src/insights/bundle"
import { comeback } from "../../../src/insights/comeback"
import { drop } from "../../../src/insights/drop"
import { duplicate } from "../../../src/insights/duplicate"
import { listNext } from "../../../src/insights/list-next"
import { pricePosition } from "../../../src/insights/price-position"
import { substitute } from "../../../src/insights/substitute"
import { winBack } from "../../../src/insights/win-back"

const now = 1_000
const titles = [
  "Oak tray",
  "Oak lamp",
  "Brass tray",
  "Brass lamp",
  "Teak tray",
  "Refill",
  "Dusty",
  "Twin",
  "Twin"
]

/** A shop in which the parts that a test needs stand by hand. */
function view(list: Basket[], change: Partial<Record<number, Partial<Product>>> = {}): SellerView {
  const baskets = toBaskets(list, titles.length)
  const products = titles.map((title, item): Product => {
    const own = list.filter(({ items }) => items.includes(item))
    return {
      sku: `S${item}`,
      title,
      unitPrice: 2_000,
      units: own.length,
      units90: own.filter(({ at }) => at > now - 90).length,
      revenue90: own.filter(({ at }) => at > now - 90).length * 2_000,
      orders: own.length,
      firstAt: Math.min(now, ...own.map(({ at }) => at)),
      lastAt: Math.max(0, ...own.map(({ at }) => at)),
      ...change[item]
    }
  })
  const range = {
    baskets,
    products,
    buyers: [
      "",
      ...Array.from({ length: 40 }, (_, i) => `buyer-pseudonym-${String(i).padStart(6, "0")}`)
    ],
    currency: "EUR",
    now,
    amounts: Float64Array.from(baskets.at, () => 4_000)
  }
  return {
    ...range,
    ...indexed(range),
    companions: (item) => (item === 0 ? [{ item: 1, value: 1 }] : []),
    later: () => [],
    alike: (item) =>
      item === 7
        ? [{ item: 8, value: 0.99 }]
        : item === 0
          ? [2, 4, 1].map((one) => ({ item: one, value: 0.8 }))
          : [],
    wants: new Map(Array.from({ length: 40 }, (_, i) => [i + 1, [{ item: 5, value: 0.3 }]])),
    seen: new Map(),
    margin: 0.3
  }
}

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
    expect(found.map(({ buyer }) => buyer)).toEqual(
      [0, 1, 2].map((i) => `buyer-pseudonym-00000${i}`)
    )
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
    expect(pricePosition(dear)[0]).toMatchObject({ id: "price:S0", price: { minor: 2_000 } })
    const seen = Array.from({ length: 4 }, () => ({ title: "x", price: 4_100, likeness: 0.8 }))
    expect(pricePosition({ ...dear, seen: new Map([[0, seen]]) })).toEqual([])
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
    expect(listNext({ ...shop, products }).map(({ id }) => id)).toEqual(["list-next:lamp+teak"])
  })
})

const done = (change: Partial<Suggestion> = {}): Suggestion => ({
  id: "substitute:S0+S2",
  kind: "substitute",
  skus: ["S0", "S2"],
  reasons: [],
  basis: 10,
  control: ["S3"],
  modelVersion: "",
  createdAt: 0,
  state: "done",
  decidedAt: 960 * 86_400_000,
  rank: 1,
  effect: { low: 1_000, expected: 20_000, high: 50_000, currency: "EUR" },
  ...change
})

describe("what came of it", () => {
  const steady = Array.from(
    { length: 80 },
    (_, i): Basket => ({ buyer: 0, at: 920.5 + i, items: [3] })
  )
  const before = Array.from(
    { length: 20 },
    (_, i): Basket => ({ buyer: 0, at: 920.5 + 2 * i, items: [2] })
  )
  const after = Array.from(
    { length: 60 },
    (_, i): Basket => ({ buyer: 0, at: 960.5 + i * 0.6, items: [2] })
  )

  it("is before and after against products left alone, with an interval", () => {
    const outcome = outcomeOf(view([...steady, ...before, ...after]), done())
    expect(outcome?.days).toBe(40)
    expect(outcome?.ratio).toBeGreaterThan(2)
    expect(outcome?.low).toBeGreaterThan(1)
    expect(outcome?.ofExpected).toBeGreaterThan(1)
  })

  it("is not said too early, without control, or of what was not done", () => {
    const shop = view([...steady, ...before])
    expect(outcomeOf(shop, done({ decidedAt: 995 * 86_400_000 }))).toBeUndefined()
    expect(outcomeOf(shop, done({ control: [] }))).toBeUndefined()
    expect(outcomeOf(shop, done({ state: "accepted" }))).toBeUndefined()
  })

  it("moves later suggestions of the kind up or down", () => {
    const good = { ratio: 2, low: 1.2, high: 3, days: 40, ofExpected: 3 }
    const rank = (past: Suggestion[]) => rankOf(done(), experienceOf(past))
    const plain = rank([])
    expect(rank([done({ outcome: good })])).toBeGreaterThan(plain)
    expect(
      rank([done({ outcome: { ...good, ofExpected: 0 } }), done({ state: "dismissed" })])
    ).toBeLessThan(plain)
    expect(rank(Array.from({ length: 8 }, () => done({ state: "dismissed" })))).toBeLessThan(
      plain / 2
    )
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

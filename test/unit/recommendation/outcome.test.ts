import { describe, expect, it } from "vitest"
import type { Suggestion, SuggestionKind } from "../../../src/domain/suggestion"
import type { Basket } from "../../../src/features/baskets"
import { outcomeOf } from "../../../src/features/outcome"
import { experienceOf, outcomesByKind, rankOf } from "../../../src/features/suggestion-rank"
import { done, view } from "./made-view"

/** `count` orders in each of the 40 days before and after it was done, on day 960. */
const around = (items: number[], before: number, after: number, buyer = 0): Basket[] => [
  ...Array.from({ length: before }, (_, i) => ({ buyer, at: 920.5 + (39 * i) / before, items })),
  ...Array.from({ length: after }, (_, i) => ({ buyer, at: 960.5 + (39 * i) / after, items }))
]
const steady = around([3], 40, 40)

describe("what came of it", () => {
  it("is before and after against products left alone, with an interval and in money", () => {
    const outcome = outcomeOf(view([...steady, ...around([2], 20, 60)]), done())
    expect(outcome?.days).toBe(40)
    expect(outcome?.ratio).toBeCloseTo(60.5 / 20.5, 5)
    expect(outcome?.low).toBeGreaterThan(1)
    expect(outcome?.gain?.expected).toBeCloseTo((60.5 - 20.5) * 2_000 * (30 / 40), 0)
    expect(outcome?.gain?.low).toBeGreaterThan(0)
    expect(outcome?.ofExpected).toBeCloseTo(3, 1)
  })

  it("takes out what the shop did as a whole", () => {
    const boom = [...around([3], 40, 120), ...around([2], 20, 60)]
    const outcome = outcomeOf(view(boom), done())
    expect(outcome?.ratio).toBeCloseTo(1, 1)
    expect(outcome?.low).toBeLessThan(1)
    expect(outcome?.high).toBeGreaterThan(1)
  })

  it("is not said too early, without control, or of what was not done", () => {
    const shop = view([...steady, ...around([2], 20, 20)])
    expect(outcomeOf(shop, done({ decidedAt: 995 * 86_400_000 }))).toBeUndefined()
    expect(outcomeOf(shop, done({ control: [] }))).toBeUndefined()
    expect(outcomeOf(shop, done({ state: "accepted" }))).toBeUndefined()
    // its only control was changed too
    expect(outcomeOf(shop, done(), new Set(["S3"]))).toBeUndefined()
  })

  const grown: [SuggestionKind, Partial<Suggestion>, Basket[]][] = [
    ["bundle", { skus: ["S0", "S1"] }, around([0, 1], 10, 40)],
    ["comeback", { skus: ["S0", "S2"] }, around([2], 10, 40)],
    ["substitute", { skus: ["S0", "S2"] }, around([2], 10, 40)],
    ["price", { skus: ["S0"], before: { unitPrice: 3_000 } }, around([0], 10, 40)],
    ["duplicate", { skus: ["S7", "S8"] }, [...around([7], 5, 35), ...around([8], 5, 5)]],
    ["drop", { skus: ["S6", "S7"] }, around([7], 10, 40)],
    // "Oak lamp" came, and trays sell as before
    ["list-next", { id: "list-next:oak+lamp", skus: ["S0"] }, around([1], 10, 40)]
  ]

  it.each(grown)("measures %s", (kind, change, list) => {
    const one = done({ kind, id: `${kind}:x+y`, ...change, control: ["S5", "S4"] })
    const outcome = outcomeOf(view([...around([5], 40, 40), ...list]), one)
    expect(outcome?.ratio).toBeCloseTo(40.5 / 10.5, 5)
    expect(outcome?.low).toBeGreaterThan(1)
    expect(outcome?.gain).toBeDefined()
  })

  it("measures win-back by buyers left alone", () => {
    const buyer = (n: number) => `buyer-pseudonym-${String(n).padStart(6, "0")}`
    const one = done({ kind: "win-back", buyer: buyer(0), control: [buyer(1)], skus: [] })
    const list = [...around([5], 2, 6, 1), ...around([5], 4, 4, 2)]
    const outcome = outcomeOf(view(list), one)
    expect(outcome?.ratio).toBeCloseTo(6.5 / 2.5, 5)
    // amounts of the buyer's own orders
    expect(outcome?.gain?.expected).toBeCloseTo(4 * 4_000 * (30 / 40), 0)
  })

  it("counts the profit of another price, not its sales alone", () => {
    const shop = view([...steady, ...around([0], 20, 40)], { 0: { unitPrice: 1_500 } })
    const one = done({ kind: "price", skus: ["S0"], before: { unitPrice: 4_000 } })
    const outcome = outcomeOf({ ...shop, margin: 0.2 }, one)
    expect(outcome?.ratio).toBeGreaterThan(1.5)
    expect(outcome?.gain?.of).toBe("profit")
    expect(outcome?.gain?.high).toBeLessThan(0)
  })

  it("holds the stock that is gone against the stock that was to go", () => {
    const one = done({
      kind: "drop",
      skus: ["S6", "S7"],
      before: { unitPrice: 2_000, available: 10 },
      effect: { low: 3_000, expected: 6_000, high: 10_000, currency: "EUR", of: "freed" }
    })
    const shop = view([...steady, ...around([7], 10, 10)], { 6: { available: 4 } })
    expect(outcomeOf(shop, one)?.ofExpected).toBeCloseTo(0.6, 5)
  })

  it("waits for the listing that fills a gap", () => {
    const one = done({ kind: "list-next", id: "list-next:steel+tray" })
    expect(outcomeOf(view([...steady, ...around([2], 9, 9)]), one)).toBeUndefined()
  })
})

describe("ranking", () => {
  const good = { ratio: 2, low: 1.2, high: 3, days: 40, ofExpected: 3 }
  const rank = (past: Suggestion[]) => rankOf(done(), experienceOf(past), 0.3)

  it("moves later suggestions of the kind up or down by what was measured and decided", () => {
    const plain = rank([])
    expect(rank([done({ outcome: good })])).toBeGreaterThan(plain)
    expect(
      rank([done({ outcome: { ...good, ofExpected: 0 } }), done({ state: "dismissed" })])
    ).toBeLessThan(plain)
    expect(rank(Array.from({ length: 8 }, () => done({ state: "dismissed" })))).toBeLessThan(
      plain / 2
    )
  })

  it("compares revenue, profit and freed money as profit a month", () => {
    const effect = { low: 1_200, expected: 1_200, high: 1_200, currency: "EUR" }
    const worth = (of: "revenue" | "profit" | "freed") =>
      rankOf(done({ effect: { ...effect, of } }), {}, 0.3)
    expect(worth("profit")).toBeCloseTo(1_200, 5)
    expect(worth("revenue")).toBeCloseTo(360, 5)
    expect(worth("freed")).toBeCloseTo(24, 5)
  })

  it("takes the outcomes of a kind together: surer than each alone", () => {
    const all = Array.from({ length: 4 }, () => done({ outcome: good }))
    const [together] = outcomesByKind([...all, done()])
    expect(together).toMatchObject({ kind: "substitute", measured: 4 })
    expect(together?.ratio).toBeCloseTo(2, 5)
    expect(together?.low).toBeGreaterThan(good.low)
    expect(together?.high).toBeLessThan(good.high)
    expect(outcomesByKind([done()])).toEqual([])
  })
})

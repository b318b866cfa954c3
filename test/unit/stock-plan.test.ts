import { describe, expect, it } from "vitest"
import { defaultSettings, type ForecastPath, forecastLevels } from "../../src/domain/forecast"
import {
  chanceOfReaching,
  cumulativeDemand,
  gammaQuantile
} from "../../src/features/cumulative-demand"
import { itemHistories } from "../../src/features/demand-history"
import { holidays } from "../../src/features/holidays"
import { moonDays } from "../../src/features/moon-calendar"
import { normalCdf, normalQuantile } from "../../src/features/normal"
import { notedStockouts, silentStockouts } from "../../src/features/stockouts"
import { withinBudget } from "../../src/insights/cash-limit"
import { demandFindings } from "../../src/insights/demand-findings"
import { stockPlan, toPacks } from "../../src/insights/stock-plan"

const dayMs = 86_400_000

/** The same every step: a mean and an 80 % range around it. */
function steady(stepDays: 1 | 7, steps: number, mean: number, spread: number): ForecastPath {
  const row = forecastLevels.map((level) => Math.max(0, mean + spread * normalQuantile(level)))
  return {
    stepDays,
    mean: new Float32Array(steps).fill(mean),
    quantiles: Float32Array.from({ length: steps * row.length }, (_, i) => row[i % row.length] ?? 0)
  }
}

const demand = () => cumulativeDemand(steady(1, 28, 2, 1), steady(7, 26, 14, 4), 182)
const today = 20_000

describe("demand over a time", () => {
  it("adds up means, and its spread grows faster than the root of time", () => {
    const { mean, variance } = demand()
    expect(mean[6]).toBeCloseTo(14, 5)
    expect(mean[181]).toBeCloseTo(364, 3)
    expect(Math.sqrt(variance[27] ?? 0)).toBeGreaterThan(2 * Math.sqrt(variance[6] ?? 0))
  })

  it("quantile and chance are inverse to each other", () => {
    for (const level of [0.1, 0.5, 0.9, 0.99]) {
      expect(chanceOfReaching(20, 60, gammaQuantile(20, 60, level))).toBeCloseTo(1 - level, 6)
      expect(normalCdf(normalQuantile(level))).toBeCloseTo(level, 6)
    }
  })
})

describe("stock plan", () => {
  const settings = { ...defaultSettings, leadDays: 20, leadSpread: 0, reviewDays: 10 }

  it("runs out when demand reaches the stock, early before late", () => {
    const { runsOut, daysOfCover } = stockPlan(demand(), 60, settings, today)
    expect(daysOfCover).toBe(29)
    expect(runsOut?.likely).toBeGreaterThan(today + 27)
    expect(runsOut?.early).toBeLessThan(runsOut?.likely ?? 0)
    expect(runsOut?.late).toBeGreaterThan(runsOut?.likely ?? 0)
  })

  it("orders when stock falls to the reorder point, and not before", () => {
    const { reorderPoint } = stockPlan(demand(), 1_000, settings, today)
    expect(reorderPoint).toBeGreaterThan(40)
    expect(stockPlan(demand(), reorderPoint + 1, settings, today).quantity).toBe(0)
    expect(stockPlan(demand(), reorderPoint, settings, today).quantity).toBeGreaterThan(0)
  })

  it("keeps more for a higher service level and a less certain lead time", () => {
    const point = (change: Partial<typeof settings>) =>
      stockPlan(demand(), 50, { ...settings, ...change }, today).reorderPoint
    expect(point({ serviceLevel: 0.99 })).toBeGreaterThan(point({ serviceLevel: 0.9 }))
    expect(point({ leadSpread: 10 })).toBeGreaterThan(point({ leadSpread: 0 }))
  })

  it("counts what is on its way", () => {
    const inbound = { inboundUnits: 200, inboundDay: today + 5 }
    expect(stockPlan(demand(), 30, { ...settings, ...inbound }, today).quantity).toBe(0)
  })

  it("sends what is short until the slow delivery the faster way, and no more", () => {
    const both = { ...settings, fastLeadDays: 5 }
    const { fast, quantity } = stockPlan(demand(), 20, both, today)
    expect(fast).toBeGreaterThan(10)
    expect(fast).toBeLessThan(quantity)
    expect(stockPlan(demand(), 20, settings, today).fast).toBe(0)
  })

  it("orders whole packs, at least the supplier's minimum", () => {
    expect(toPacks(13, { ...settings, packSize: 12 })).toBe(24)
    expect(toPacks(3, { ...settings, minimumOrder: 50, packSize: 12 })).toBe(60)
    expect(toPacks(0, settings)).toBe(0)
  })

  it("spends a budget where shortage is nearest", () => {
    const one = { quantity: 10, packSize: 1, unitCost: 100 }
    const bought = withinBudget(
      [
        { ...one, sku: "a", urgency: 0.9 },
        { ...one, sku: "b", urgency: 0.1 }
      ],
      1_000
    )
    expect((bought.get("a") ?? 0) + (bought.get("b") ?? 0)).toBe(10)
    expect(bought.get("a")).toBeGreaterThan(bought.get("b") ?? 0)
  })
})

describe("stock-outs", () => {
  it("are what notes say, but for days with a sale", () => {
    const notes = [
      { listingId: "l", day: 0, at: 2 * dayMs, onHand: 0 },
      { listingId: "l", day: 0, at: 6 * dayMs, onHand: 9 }
    ]
    const out = notedStockouts(notes, 0, Float64Array.of(1, 1, 0, 0, 2, 0, 1, 0))
    expect(out).toEqual([false, false, true, true, false, true, false, false])
  })

  it("are silences of an item that sold nearly every day, when sales come back", () => {
    const units = new Float64Array(60).fill(3)
    units.fill(0, 40, 50)
    expect(silentStockouts(units).filter(Boolean)).toHaveLength(10)
    units.fill(0, 50)
    expect(silentStockouts(units).filter(Boolean)).toHaveLength(0)
  })
})

describe("histories", () => {
  it("run from the first sale to yesterday, zeros between", () => {
    const [item] = itemHistories(
      {
        skus: ["A"],
        sku: Uint32Array.of(0, 0),
        day: Int32Array.of(today - 9, today - 3),
        units: Int32Array.of(2, 5)
      },
      () => [],
      today
    )
    expect([...(item?.daily.y ?? [])]).toEqual([2, 0, 0, 0, 0, 0, 5, 0, 0])
    expect([...(item?.weekly.y ?? [])]).toEqual([5])
  })
})

describe("findings", () => {
  const path = steady(1, 28, 2, 1)
  const base = {
    lastWeek: null,
    plan: null,
    stock: null,
    horizonDays: 182,
    now28: 56,
    before28: null,
    last28: 56,
    priceChange: 0,
    promoted: { lastWeek: 0, weekBefore: 0 },
    holiday: { past: null, ahead: null },
    daily: path
  }

  it("count what a stock-out cost at the usual pace", () => {
    const history = new Float64Array(100).fill(2)
    history.fill(Number.NaN, 90)
    expect(demandFindings({ ...base, history })).toEqual([
      { code: "stock-out-now", lostUnits: 20, days: 10 }
    ])
  })

  it("name a week outside the range that was forecast for it", () => {
    const history = new Float64Array(60).fill(2)
    history.fill(9, 53)
    const [finding] = demandFindings({ ...base, history, lastWeek: { low: 8, high: 22 } })
    expect(finding).toMatchObject({ code: "spike", sold: 63 })
  })

  const history = new Float64Array(60).fill(2)
  const grown = { ...base, history, before28: 56, now28: 80 }
  const still = { lastWeek: 0, weekBefore: 0 }
  it.each([
    ["a promotion that began", { promoted: { ...still, lastWeek: 4 } }, "promotion"],
    ["a promotion that ended", { promoted: { ...still, weekBefore: 4 } }, "promotion-over"],
    ["a price", { priceChange: -0.1 }, "price"],
    ["a holiday ahead", { holiday: { past: null, ahead: 20_782 } }, "holiday"],
    ["the time of year", {}, "season"],
    ["more sales", { last28: 80, history: history.map((y, t) => (t < 53 ? y : 4)) }, "sold-more"],
    [
      "a holiday last week",
      {
        last28: 80,
        history: history.map((y, t) => (t < 53 ? y : 4)),
        holiday: { past: 20_775, ahead: null }
      },
      "holiday"
    ],
    ["a stock-out", { history: history.map((y, t) => (t === 58 ? Number.NaN : y)) }, "stock"]
  ])("name %s as what moved a forecast", (_, known, because) => {
    const changed = demandFindings({ ...grown, ...known }).find(({ code }) => code === "changed")
    expect(changed).toMatchObject({ from: 56, to: 80, because })
  })
})

describe("holidays", () => {
  const day = (iso: string) => Date.parse(iso) / dayMs
  it.each([
    ["US", "2026-11-26"],
    ["GB", "2026-12-25"],
    ["DE", "2026-04-06"],
    ["GB", "2026-05-25"],
    ["BR", "2026-02-17"],
    ["CN", "2026-02-17"],
    ["CN", "2025-05-31"],
    ["KR", "2025-10-06"],
    ["AE", "2026-03-20"],
    ["IL", "2026-09-12"],
    ["IN", "2026-11-08"],
    ["GR", "2026-04-13"],
    ["GR", "2024-05-06"],
    ["RO", "2025-04-21"],
    ["HK", "2026-09-26"]
  ])("%s has one on %s", (country, iso) => {
    expect(holidays(country, Number(iso.slice(0, 4))).has(day(iso))).toBe(true)
  })

  it("fall on no day of a leap month", () => {
    // the 15th of the leap sixth month of 2025
    expect(moonDays("c6-15", 2025)).toEqual([day("2025-07-09")])
  })
})

import { describe, expect, it } from "vitest"
import { expertCount } from "../../models/demand/experts"
import { levelCount, normalAt } from "../../models/demand/levels"
import type { PastForecast } from "../../models/demand/past-forecast"
import type { Quantiled } from "../../models/demand/quantiled"
import { fitShop, noFit, seasoned } from "../../models/demand/shop-fit"
import { simplexWeights } from "../../models/demand/simplex"
import { applyStack, networkOnly } from "../../models/demand/stack"
import { salesRhythm } from "../../src/features/sales-rhythm"
import { shopActivity } from "../../src/features/shop-activity"
import { shopSeason } from "../../src/features/shop-season"

const steps = 6

/** A normal curve at every step. */
const curve = (mean: number, spread: number): Quantiled => ({
  mean: new Float32Array(steps).fill(mean),
  zero: new Float32Array(steps),
  quantiles: Float32Array.from(
    { length: steps * levelCount },
    (_, i) => mean + spread * (normalAt[i % levelCount] as number)
  )
})

/** Windows in which demand is about `actual`, the network says `network` and one other expert `other`. */
const pastOf = (actual: number, network: number, other: number, season = 0): PastForecast[] =>
  Array.from({ length: 30 }, (_, i) => ({
    class: "smooth",
    scale: 100,
    stepError: 100,
    actual: Float64Array.from({ length: steps }, (_, h) => actual + ((7 * i + 3 * h) % 11) - 5),
    season: new Float64Array(steps).fill(season),
    experts: Array.from({ length: expertCount }, (_, expert) =>
      curve(expert === 6 ? other : network, 4)
    )
  }))

describe("stacking on a shop's own past", () => {
  it("turns to a pool member that was right where the network was wrong", () => {
    const { stacks } = fitShop(pastOf(100, 60, 100))
    expect(stacks.smooth.quantiles[6]).toBeGreaterThan(0.8)
    expect(stacks.smooth.mean[6]).toBeGreaterThan(0.8)
    // a class without windows of its own follows the shop
    expect(stacks.lumpy.mean[6]).toBeGreaterThan(0.6)
  })

  it("stays with a network that was right", () => {
    const { stacks } = fitShop(pastOf(100, 100, 60))
    expect(stacks.smooth.quantiles[6]).toBe(0)
  })

  it("changes nothing without a past", () => {
    const { stacks, season } = noFit()
    expect(stacks.smooth).toEqual(networkOnly())
    expect(fitShop([]).stacks.smooth).toEqual(networkOnly())
    expect(season).toBeGreaterThan(0)
  })

  it("keeps a quantile at which the network sees no sale at zero", () => {
    const none = curve(0, 0)
    const half = {
      quantiles: new Float64Array(expertCount).fill(1 / expertCount),
      mean: networkOnly().mean
    }
    expect(
      applyStack(half, (e) => (e === 0 ? none : curve(5, 1))).quantiles.every((q) => q === 0)
    ).toBe(true)
  })

  it("leaves a season out that made past forecasts worse", () => {
    expect(fitShop(pastOf(100, 100, 60, 1)).season).toBe(0)
    expect(fitShop(pastOf(140, 100, 100, 0.67)).season).toBeGreaterThan(0)
  })

  it("weighs on the simplex whatever the loss", () => {
    const weights = simplexWeights(Float64Array.of(0.5, 0.3, 0.2), 0.01, (w) =>
      w.map((value, i) => (i === 2 ? -1 : value))
    )
    expect(weights.reduce((a, b) => a + b)).toBeCloseTo(1, 9)
    expect(weights[2]).toBeGreaterThan(0.9)
  })
})

describe("the shop's season", () => {
  // forty items over two years and a half, twice as many sales in the last ten weeks of a year
  const shop = Array.from({ length: 40 }, (_, i) =>
    Float64Array.from({ length: 135 }, (_, t) => (i + 1) * (t % 52 >= 42 ? 2 : 1))
  )

  it("is foreseen from the years before", () => {
    // 135 weeks: the next one is week 31 of its year, so the season starts eleven steps ahead
    const ratios = shopSeason(shop, 52, 20)
    expect(Math.abs(ratios[3] ?? 9)).toBeLessThan(0.02)
    expect(ratios[15]).toBeCloseTo(Math.log(2), 1)
    const cut = shopSeason(shop, 52, 20, 8)
    expect(Math.abs(cut[15] ?? 9)).toBeLessThan(0.02)
  })

  it("is unknown of few items or a short past", () => {
    expect([...shopSeason(shop.slice(0, 5), 52, 4)]).toEqual([0, 0, 0, 0])
    expect([
      ...shopSeason(
        shop.map((y) => y.subarray(80)),
        52,
        4
      )
    ]).toEqual([0, 0, 0, 0])
    expect([...shopSeason(shop, 1, 2)]).toEqual([0, 0])
  })

  it("multiplies every quantile of a step", () => {
    const { mean, quantiles } = seasoned(
      curve(10, 1),
      new Float64Array(steps).fill(Math.log(4)),
      0.5
    )
    expect(mean[0]).toBeCloseTo(20, 4)
    expect(quantiles[5]).toBeCloseTo(20, 4)
  })
})

describe("the rhythm of sales", () => {
  it("counts days with a sale by whole weeks up to the end, and days since the last", () => {
    const daily = Float64Array.of(9, 0, 0, 1, 0, 2, 0, 0, Number.NaN, 0, 3, 0, 0, 0, 0, 0)
    expect(salesRhythm(daily)).toEqual({ days: Uint8Array.of(2, 1), quiet: 5 })
  })

  it("says how busy the shop is now and was a year ago", () => {
    const weekly = Array.from({ length: 10 }, () => new Float64Array(60).fill(1))
    expect(shopActivity(weekly, 1)).toEqual({ season: 1, pace: 1 })
  })
})

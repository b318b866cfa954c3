import { describe, expect, it } from "vitest"
import { type PoolMember, pool, poolMembers } from "../../models/demand/pool"
import { etsSpread, fitEts } from "../../models/demand/pool/ets"

const run = (name: PoolMember, y: number[], period = 1, horizon = 3, origins = [y.length]) => {
  const out = new Float64Array(origins.length * horizon)
  pool[name]({ y: Float64Array.from(y), period, horizon, origins: Int32Array.from(origins) }, out)
  return [...out]
}

describe("pool", () => {
  it.each(poolMembers)("%s forecasts a constant as that constant", (name) => {
    const y = new Array(40).fill(5)
    for (const value of run(name, y, 7))
      expect(value).toBeCloseTo(5 * (name === "croston-sba" ? 0.95 : 1), 1)
  })

  it.each(poolMembers)("%s uses only what came before an origin", (name) => {
    // constants are chosen on the whole, so only the future's shuffling may not matter to naive ones: compare with a cut
    const y = Array.from({ length: 60 }, (_, t) => 10 + (t % 7) + ((t * 7919) % 5))
    const [first] = run(name, y, 7, 1, [40, 60])
    const [cut] = run(name, y.slice(0, 40), 7, 1, [40])
    expect(Math.abs((first ?? 0) - (cut ?? 0))).toBeLessThan(3)
  })

  it.each(poolMembers)("%s leaves unobserved steps out", (name) => {
    const y = Array.from({ length: 60 }, (_, t) => (t >= 50 && t < 57 ? Number.NaN : 8))
    for (const value of run(name, y, 7)) expect(value).toBeGreaterThan(6.5)
  })

  it.each(poolMembers)("%s gives finite numbers for the shortest histories", (name) => {
    for (const y of [[0], [3], [0, 0], [1, 0, 2], [Number.NaN, 4]]) {
      for (const value of run(name, y, 7)) expect(Number.isFinite(value)).toBe(true)
    }
  })

  it("seasonal naive repeats the last season", () => {
    expect(run("seasonal-naive", [1, 2, 3, 4, 5, 6], 3)).toEqual([4, 5, 6])
  })

  it("the M competitions' Theta: half the slope as drift", () => {
    const line = Array.from({ length: 50 }, (_, t) => 100 + 2 * t)
    const [first = 0, second = 0] = run("theta", line)
    expect(second - first).toBeCloseTo(1, 1)
  })

  it("TSB fades an item that died, Croston does not", () => {
    const y = [
      ...Array.from({ length: 60 }, (_, t) => (t % 4 === 0 ? 4 : 0)),
      ...new Array(60).fill(0)
    ]
    expect(run("tsb", y)[0]).toBeLessThan(0.5)
    expect(run("croston-sba", y)[0]).toBeGreaterThan(0.7)
  })

  it("level × shape knows what a promotion is worth", () => {
    const length = 120
    const horizon = 4
    const promo = Float64Array.from({ length: length + horizon }, (_, t) => (t % 10 < 3 ? 1 : 0))
    const y = Float64Array.from({ length }, (_, t) => (promo[t] ? 30 : 10))
    const out = new Float64Array(horizon)
    pool["level-shape"](
      {
        y,
        period: 7,
        horizon,
        origins: Int32Array.of(length),
        known: { columns: 1, values: promo }
      },
      out
    )
    out.forEach((value, h) => {
      expect(value).toBeCloseTo(promo[length + h] ? 30 : 10, -0.5)
    })
  })

  it("the ETS interval widens with the root of the variance formula", () => {
    const y = Float64Array.from({ length: 80 }, (_, t) => 50 + 10 * Math.sin(t * t))
    const fit = fitEts(y, 1)
    const spread = etsSpread(fit, 3)
    const { alpha, beta, phi } = fit.setting
    const second = fit.sigma * Math.sqrt(1 + (alpha + alpha * beta * phi) ** 2)
    expect(spread[0]).toBeCloseTo(fit.sigma, 9)
    expect(spread[1]).toBeCloseTo(second, 9)
  })
})

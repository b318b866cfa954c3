import "@tensorflow/tfjs-backend-cpu"
import { readFileSync } from "node:fs"
import * as tf from "@tensorflow/tfjs-core"
import fc from "fast-check"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { DemandModel } from "../../models/demand"
import { applyCalibration, calibrate, type Outcome } from "../../models/demand/calibration"
import { countQuantiles } from "../../models/demand/count-quantiles"
import { coveredShare } from "../../models/demand/coverage"
import { levelCount, levels } from "../../models/demand/levels"
import { newItemForecast } from "../../models/demand/new-item"
import type { ModelManifest } from "../../models/model"
import { toCsv, toXlsx } from "../../src/ui/spreadsheet"

let model: DemandModel

beforeAll(async () => {
  await tf.setBackend("cpu")
  const manifest = JSON.parse(readFileSync("models/demand/model.json", "utf8")) as ModelManifest
  const weights = new Uint8Array(readFileSync("models/demand/weights.bin")).buffer
  model = await DemandModel.load({ manifest, weights })
})
afterAll(() => model.dispose())

const isMonotone = (quantiles: ArrayLike<number>) =>
  Array.from({ length: quantiles.length }, (_, i) => i).every(
    (i) => i % levelCount === 0 || (quantiles[i] as number) >= (quantiles[i - 1] as number) - 1e-4
  )

describe("DemandModel", () => {
  it("gives finite, monotone quantiles that are never negative, whatever was sold", async () => {
    const value = fc.oneof(
      fc.nat(500),
      fc.constant(Number.NaN),
      fc.double({ min: 0, max: 1e6, noNaN: true })
    )
    await fc.assert(
      fc.asyncProperty(
        fc.array(value, { minLength: 1, maxLength: 120 }),
        fc.constantFrom(1, 7, 12, 52),
        async (y, period) => {
          const series = { id: "x", y: Float64Array.from(y), period }
          const [forecast] = await model.predict([{ series, horizon: 5 }])
          expect(forecast?.quantiles.every((one) => Number.isFinite(one) && one >= 0)).toBe(true)
          expect(forecast?.mean.every((one) => Number.isFinite(one) && one >= 0)).toBe(true)
          expect(
            isMonotone(
              forecast?.quantiles.map((one) => one / Math.max(1, ...y.filter((v) => v > 0))) ?? []
            )
          ).toBe(true)
        }
      ),
      { numRuns: 15, seed: 1 }
    )
  }, 30_000)

  it("refuses infinite demand", async () => {
    const series = { id: "x", y: Float64Array.of(1, Number.POSITIVE_INFINITY), period: 7 }
    await expect(model.predict([{ series, horizon: 3 }])).rejects.toThrow(RangeError)
  })

  it("says that what sells every week sells next week, and what died does not", () => {
    const history = (weekly: Float64Array) => ({
      weeks: weekly,
      days: Uint8Array.from(weekly, (units) => Math.min(3, units)),
      quiet: 7 * (weekly.length - 1 - weekly.findLastIndex((units) => units > 0)),
      ...({ ahead: 1, kind: "item", season: 1, pace: 1 } as const)
    })
    const [alive = 0, dead = 1] = model.buyChances([
      history(new Float64Array(60).fill(5)),
      history(Float64Array.from({ length: 60 }, (_, t) => (t < 10 ? 5 : 0)))
    ])
    expect(alive).toBeGreaterThan(0.9)
    expect(dead).toBeLessThan(0.1)
  })
})

describe("coverage", () => {
  const quantiles = [0, 0, 0, 0, 0, 0, 0, 0.5, 1, 2, 4]

  it("counts the share of an atom at zero that the interval claims", () => {
    // P(0) = 0.7: of the levels 0..0.7 the 80 % interval holds 0.1..0.7
    expect(coveredShare(0, quantiles, 0.7, 0.1)).toBeCloseTo(0.6 / 0.7, 6)
  })

  it("is 1 inside and 0 outside elsewhere", () => {
    expect(coveredShare(1.5, quantiles, 0.7, 0.1)).toBe(1)
    expect(coveredShare(3, quantiles, 0.7, 0.1)).toBe(0)
    expect(coveredShare(3, quantiles, 0.7, 0.025)).toBe(1)
  })
})

describe("calibration", () => {
  it("stretches intervals that held too little", () => {
    const row = Float32Array.from(levels, (level) => 100 + 10 * (level - 0.5))
    const outcomes = Array.from({ length: 600 }, (_, i): Outcome => {
      const forecast = { mean: Float32Array.of(100), quantiles: row, zero: new Float32Array(1) }
      return { class: "smooth", forecast, actual: [92.5 + (i % 16)], scale: 100 }
    })
    const calibration = calibrate(outcomes)
    const first = outcomes[0]?.forecast ?? { mean: row, quantiles: row, zero: row }
    const { quantiles } = applyCalibration(first, calibration.smooth)
    const width = (values: ArrayLike<number>) => (values[9] as number) - (values[1] as number)
    expect(width(quantiles)).toBeGreaterThan(1.2 * width(row))
    expect(isMonotone(quantiles)).toBe(true)
    expect(calibration.lumpy.every((factor) => factor === 1)).toBe(true)
  })
})

describe("counts", () => {
  it("are zero below the chance of none, and agree with Poisson's median", () => {
    const out = new Float64Array(levelCount)
    countQuantiles(0.2, 0.2, out, 0)
    expect(out[levels.indexOf(0.8)]).toBe(0)
    countQuantiles(5, 5, out, 0)
    expect(out[levels.indexOf(0.5)]).toBeGreaterThan(4)
    expect(out[levels.indexOf(0.5)]).toBeLessThan(5.1)
  })

  it("of a new item lean on its kin, less so the more it sold itself", () => {
    const kin = [{ rate: 2, similarity: 0.6 }]
    const young = newItemForecast({ units: 0, days: 3 }, kin, 0.5, 4, 7)
    const older = newItemForecast({ units: 0, days: 40 }, kin, 0.5, 4, 7)
    expect(young.mean[0]).toBeGreaterThan(2 * (older.mean[0] ?? 0))
    expect(isMonotone(young.quantiles)).toBe(true)
  })
})

describe("spreadsheets", () => {
  it("write no formula that came as a text", () => {
    const sheet = { name: "Plan", rows: [["=1+1", '"a"', 3]] }
    expect(toCsv(sheet)).toBe('\uFEFF"\'=1+1","""a""",3\r\n')
    expect(toXlsx(sheet).length).toBeGreaterThan(500)
  })
})

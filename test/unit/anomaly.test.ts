import "@tensorflow/tfjs-backend-cpu"
import { readFileSync } from "node:fs"
import * as tf from "@tensorflow/tfjs-core"
import { beforeAll, describe, expect, it } from "vitest"
import { toOrders } from "../../demo/records"
import { generateShop } from "../../demo/shop"
import { AnomalyModel } from "../../models/anomaly"
import { fewestOrders } from "../../models/anomaly/fit"
import { fitHead, type Head, logOddsOf } from "../../models/anomaly/head"
import { fitForest, forestScores } from "../../models/anomaly/isolation-forest"
import { matrixOf } from "../../models/anomaly/matrix"
import { fitNeighbours, neighbourScores } from "../../models/anomaly/neighbours"
import { seededRandom } from "../../models/anomaly/random"
import { rankOf } from "../../models/anomaly/ranks"
import { fitTails, tailExcess, tailSurprise } from "../../models/anomaly/tails"
import type { VerdictRow } from "../../models/anomaly/verdicts"
import type { ModelManifest } from "../../models/model"
import { quantizeRows } from "../../models/weights"
import { featureIndex, orderFeatures } from "../../src/features/order-features"
import { replayRows } from "../../train/anomaly/worlds"

const features = orderFeatures.length
const options = { alertRate: 0.01, seed: 1 }
const folder = new URL("../../models/anomaly/", import.meta.url)

async function loadModel(): Promise<AnomalyModel> {
  const manifest = JSON.parse(readFileSync(new URL("model.json", folder), "utf8")) as ModelManifest
  const weights = new Uint8Array(readFileSync(new URL("weights.bin", folder))).buffer
  return AnomalyModel.load({ manifest, weights })
}

let rows: Float32Array[] = []
beforeAll(async () => {
  await tf.setBackend("cpu")
  rows = replayRows(toOrders(generateShop({ seed: 11, orders: 1_200 })))
})

describe("AnomalyModel", () => {
  it("refuses to learn from too little history", async () => {
    const model = await loadModel()
    expect(await model.fit(rows.slice(0, fewestOrders - 1), options)).toBeNull()
    expect(await model.fit(rows.slice(0, fewestOrders), options)).not.toBeNull()
    model.dispose()
  })

  it("does not predict before it was fitted", async () => {
    const model = await loadModel()
    await expect(model.predict(rows.slice(0, 1))).rejects.toThrow("no fit")
    model.dispose()
  })

  it("flags about as many of the history as was asked for", async () => {
    const model = await loadModel()
    for (const alertRate of [0.01, 0.05]) {
      await model.fit(rows, { ...options, alertRate })
      const flagged = (await model.predict(rows)).filter(({ flagged }) => flagged).length
      expect(flagged / rows.length).toBeGreaterThan(alertRate * 0.5)
      expect(flagged / rows.length).toBeLessThan(alertRate * 1.5)
    }
    model.dispose()
  })

  it("flags an absurd order and names the feature", async () => {
    const model = await loadModel()
    await model.fit(rows, options)
    const absurd = new Float32Array(rows[600] ?? [])
    absurd[featureIndex.amountVsShop] = 9
    absurd[featureIndex.amountVsCountry] = 9
    absurd[featureIndex.quantityVsSku] = 9
    const [score] = await model.predict([absurd])
    expect(score?.flagged).toBe(true)
    const surprises = [...(score?.surprises ?? [])]
    expect(surprises[featureIndex.amountVsShop]).toBe(Math.max(...surprises))
    model.dispose()
  })

  it("answers the same whatever shares the batch, and in order", async () => {
    const model = await loadModel()
    await model.fit(rows, options)
    const together = await model.predict(rows)
    for (const size of [1, 33, 300]) {
      const part = await model.predict(rows.slice(100, 100 + size))
      part.forEach(({ percentile }, i) => {
        expect(percentile).toBeCloseTo(together[100 + i]?.percentile ?? Number.NaN, 2)
      })
    }
    expect(await model.predict([])).toEqual([])
    model.dispose()
  })

  it("is the same for the same seed, and after a restart with the cloned fit", async () => {
    const first = await loadModel()
    const fit = await first.fit(rows, options)
    const second = await loadModel()
    expect(await second.fit(rows, options)).toEqual(fit)
    const third = await loadModel()
    if (fit) third.use(structuredClone(fit))
    expect(await third.predict(rows.slice(0, 40))).toEqual(await first.predict(rows.slice(0, 40)))
    for (const model of [first, second, third]) model.dispose()
  })

  it.each([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY])(
    "throws RangeError on %s",
    async (bad) => {
      const model = await loadModel()
      await model.fit(rows, options)
      await expect(model.predict([new Float32Array(features).fill(bad)])).rejects.toThrow(
        RangeError
      )
      await expect(model.predict([new Float32Array(3)])).rejects.toThrow(RangeError)
      model.dispose()
    }
  )

  it("gives finite answers in 0..1 for extreme but finite rows and constant histories", async () => {
    const model = await loadModel()
    const same = Array.from({ length: 80 }, () => new Float32Array(features))
    for (const history of [rows, same]) {
      await model.fit(history, options)
      const extremes = [1e38, -1e38, 1e-38, -0].map((v) => new Float32Array(features).fill(v))
      for (const { percentile, surprises } of await model.predict(extremes)) {
        expect(percentile).toBeGreaterThanOrEqual(0)
        expect(percentile).toBeLessThanOrEqual(1)
        expect([...surprises].every(Number.isFinite)).toBe(true)
      }
    }
    model.dispose()
  })

  it("keeps no tensor of a prediction or of an earlier fit", async () => {
    const before = tf.memory().numTensors
    const model = await loadModel()
    await model.fit(rows, options)
    await model.predict(rows.slice(0, 40))
    const held = tf.memory().numTensors
    for (let i = 0; i < 3; i++) {
      await model.fit(rows, options)
      await model.predict(rows.slice(0, 40))
    }
    expect(tf.memory().numTensors).toBe(held)
    model.dispose()
    expect(tf.memory().numTensors).toBe(before)
  })
})

describe("verdicts", () => {
  const absurdLike = (base: Float32Array | undefined, size: number) => {
    const row = new Float32Array(base ?? [])
    row[featureIndex.forwarder] = size
    row[featureIndex.rushHighValue] = size
    return row
  }

  it("raise what is like a confirmed order at once, and are taken back without a trace", async () => {
    const model = await loadModel()
    const fit = await model.fit(rows, options)
    if (!fit) throw new Error("too little history")
    const odd = [0, 1, 2, 3].map((i) => absurdLike(rows[700 + i], 2 + i / 10))
    const inputs = await model.inputs(odd, fit)
    const { columns, values } = inputs.head
    const [target] = model.judge(inputs).slice(3)
    const verdicts = [0, 1, 2].map(
      (i): VerdictRow => ({
        inputs: values.slice(i * columns, (i + 1) * columns),
        distance: inputs.distance[i] ?? 0,
        bad: true
      })
    )
    model.learn(verdicts)
    expect(model.judge(inputs)[3]?.probability).toBeGreaterThan((target?.probability ?? 1) * 1.5)
    model.learn([])
    expect(model.judge(inputs)[3]).toEqual(target)
    model.dispose()
  })

  it("leave ordinary orders ordinary", async () => {
    const model = await loadModel()
    const fit = await model.fit(rows, options)
    if (!fit) throw new Error("too little history")
    const inputs = await model.inputs([absurdLike(rows[700], 3)], fit)
    const before = (await model.predict(rows.slice(0, 300))).map(({ probability }) => probability)
    model.learn([
      { inputs: inputs.head.values.slice(), distance: inputs.distance[0] ?? 0, bad: true }
    ])
    const after = (await model.predict(rows.slice(0, 300))).map(({ probability }) => probability)
    const mean = (all: number[]) => all.reduce((sum, one) => sum + one, 0) / all.length
    expect(mean(after)).toBeLessThan(mean(before) + 0.02)
    model.dispose()
  })
})

describe("parts", () => {
  const random = seededRandom(3)
  const noise = matrixOf(
    Array.from({ length: 500 }, () =>
      Array.from({ length: 3 }, () => random() + random() + random() - 1.5)
    ),
    3
  )
  const farAndNear = matrixOf(
    [
      [5, 5, 5],
      [0, 0, 0]
    ],
    3
  )

  it("isolation forest finds a far point easier to isolate", () => {
    const [far = 0, near = 1] = forestScores(fitForest(noise, 1), farAndNear)
    expect(far).toBeGreaterThan(0.65)
    expect(near).toBeLessThan(0.5)
  })

  it("neighbours are far from a far point, and a row is no neighbour of itself", () => {
    const neighbours = fitNeighbours(noise, 1)
    const [far = 0, near = 1] = neighbourScores(neighbours, farAndNear)
    expect(far).toBeGreaterThan(5 * near)
    expect(Math.min(...neighbourScores(neighbours, noise, true))).toBeGreaterThan(0)
  })

  it("a table holds finite rows of one length", () => {
    expect(() => matrixOf([[1, 2], [3]], 2)).toThrow(RangeError)
    expect(() => matrixOf([[Number.NaN]], 1)).toThrow(RangeError)
  })

  it("a head without evidence is its prior, and evidence moves it the right way", () => {
    const head = { weights: Float64Array.of(1, 0), bias: -2 }
    const prior = { head, strengths: Float64Array.of(1, 1, 1) }
    expect(fitHead([], [], prior)).toEqual(head)
    const inputs = [
      [0, 3],
      [0, 3],
      [0, 0],
      [0, 0]
    ]
    const moved = fitHead(inputs, [1, 1, 0, 0], prior)
    expect(moved.weights[1]).toBeGreaterThan(0.3)
    expect(logOddsOf(moved, [0, 3])).toBeGreaterThan(logOddsOf(head, [0, 3]))
    const loss = (beta: Head) =>
      inputs.reduce((sum, input, i) => {
        const p = 1 / (1 + Math.exp(-logOddsOf(beta, input)))
        return sum - Math.log(i < 2 ? p : 1 - p)
      }, 0)
    expect(loss(moved)).toBeLessThan(loss(head))
  })

  it("what lies beyond the tail grows on where a surprise has ended, and is small where large values are usual", () => {
    const history = (scale: number) =>
      fitTails(
        Array.from({ length: 1_000 }, (_, i) => Float32Array.of((scale * i) / 1_000)),
        1
      )
    const [narrow, wide] = [history(5), history(50)]
    const beyond = (tails: typeof narrow, value: number) =>
      tailExcess(tails, Float32Array.of(value))[0] ?? Number.NaN
    expect(beyond(narrow, 2)).toBe(0)
    expect(beyond(narrow, 10)).toBeGreaterThan(1)
    expect(beyond(narrow, 20)).toBeGreaterThan(2 * beyond(narrow, 10))
    expect(beyond(wide, 20)).toBe(0)
  })

  it("tail surprise is −ln of the share above, ties counted as above, capped", () => {
    const hundred = Array.from({ length: 100 }, (_, i) => Float32Array.of(i))
    const tails = fitTails(hundred, 1)
    const at = (value: number) => tailSurprise(tails, Float32Array.of(value))[0] ?? Number.NaN
    expect(at(-1)).toBeCloseTo(0, 10)
    expect(at(50)).toBeCloseTo(Math.log(2), 1)
    expect(at(90)).toBeCloseTo(Math.log(10), 0)
    expect(at(1e9)).toBeCloseTo(Math.log(101), 5)
    const flat = fitTails(
      Array.from({ length: 100 }, () => Float32Array.of(2)),
      1
    )
    expect(tailSurprise(flat, Float32Array.of(2))[0]).toBeCloseTo(0, 10)
  })

  it("rank is the share of the history below", () => {
    const sorted = Float32Array.of(1, 2, 2, 3)
    expect([0, 2, 2.5, 9].map((score) => rankOf(sorted, score))).toEqual([0, 0.25, 0.75, 1])
  })

  it("rank takes scores that differ only by a backend's rounding as equal", () => {
    const sorted = Float32Array.of(1, 2, 2, 2, 3)
    for (const score of [2 * (1 - 1e-6), 2, 2 * (1 + 1e-6)]) expect(rankOf(sorted, score)).toBe(0.2)
    expect(rankOf(sorted, 2.001)).toBe(0.8)
  })

  it("int8 rows come back within half a step of their own scale", () => {
    const matrix = Float32Array.of(1, -0.5, 0.25, 100, 3, -7)
    const { codes, scales } = quantizeRows(matrix, 2)
    matrix.forEach((value, i) => {
      const scale = scales[Math.floor(i / 3)] ?? 0
      expect(Math.abs((codes[i] ?? 0) * scale - value)).toBeLessThanOrEqual(scale / 2 + 1e-6)
    })
  })
})

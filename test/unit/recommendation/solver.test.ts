import "@tensorflow/tfjs-backend-cpu"
import * as tf from "@tensorflow/tfjs-core"
import { beforeAll, describe, expect, it } from "vitest"
import { seededRandom } from "../../../models/anomaly/random"
import { easeWeights } from "../../../models/recommendation/ease"
import { spdInverse } from "../../../models/recommendation/spd-inverse"
import { emptyTopRows, largest, setTopRow, topRow } from "../../../models/recommendation/top-rows"
import { choleskyInverse } from "../../../src/features/cholesky"

beforeAll(() => tf.setBackend("cpu"))

/** A random symmetric positive definite matrix. */
function spd(n: number, seed: number): Float32Array {
  const random = seededRandom(seed)
  const a = Float32Array.from({ length: n * n }, () => random() - 0.5)
  const m = new Float32Array(n * n)
  for (let i = 0; i < n; i++)
    for (let j = 0; j < n; j++) {
      let sum = i === j ? 2 : 0
      for (let k = 0; k < n; k++) sum += (a[i * n + k] ?? 0) * (a[j * n + k] ?? 0)
      m[i * n + j] = sum
    }
  return m
}

function furthestFromIdentity(m: Float32Array, inverse: Float32Array, n: number): number {
  let worst = 0
  for (let i = 0; i < n; i++)
    for (let j = 0; j < n; j++) {
      let sum = i === j ? -1 : 0
      for (let k = 0; k < n; k++) sum += (m[i * n + k] ?? 0) * (inverse[k * n + j] ?? 0)
      worst = Math.max(worst, Math.abs(sum))
    }
  return worst
}

describe("inverse", () => {
  it.each([1, 2, 17])("by Cholesky, %i rows", (n) => {
    const m = spd(n, n)
    expect(furthestFromIdentity(m, Float32Array.from(choleskyInverse(m, n)), n)).toBeLessThan(1e-4)
  })

  it.each([129, 300])("by blocks, %i rows, keeping no tensor", async (n) => {
    const m = spd(n, n)
    const before = tf.memory().numTensors
    const inverse = await spdInverse(tf.tensor2d(m, [n, n]))
    const values = (await inverse.data()) as Float32Array
    inverse.dispose()
    expect(tf.memory().numTensors).toBe(before)
    expect(furthestFromIdentity(m, values, n)).toBeLessThan(1e-3)
  })

  it("refuses a matrix that has none", () => {
    expect(() => choleskyInverse(Float32Array.of(1, 2, 2, 1), 2)).toThrow(RangeError)
  })
})

describe("EASE", () => {
  it("is what its closed form says for two items", async () => {
    // G = [[3, 2], [2, 2]] + I → P = 1/8 [[3, −2], [−2, 4]]; B(row, column) = −P(row, column) / P(column, column)
    const sets = { start: Uint32Array.of(0, 1, 3, 5), values: Uint32Array.of(0, 0, 1, 0, 1) }
    const weights = await easeWeights({ sets, ridge: 1, weigh: () => 1 }, Uint32Array.of(0, 1), 2)
    expect(weights[0]).toBe(0)
    expect(weights[1]).toBeCloseTo(2 / 4, 5)
    expect(weights[2]).toBeCloseTo(2 / 3, 5)
  })
})

describe("top rows", () => {
  it("finds the largest, ties by index", () => {
    expect(largest([1, 5, 5, 0, 9], 3)).toEqual([4, 1, 2])
    expect(largest([1], 3)).toEqual([0])
    expect(largest([], 3)).toEqual([])
  })

  it("keeps them within half a step of int8", () => {
    const top = emptyTopRows(2, 2)
    setTopRow(top, 1, Uint32Array.of(7, 8, 9), Float32Array.of(0.2, 1, 0.5))
    const row = topRow(top, 1)
    expect(row.map(({ id }) => id)).toEqual([8, 9])
    expect(Math.abs((row[1]?.value ?? 0) - 0.5)).toBeLessThanOrEqual(1 / 254)
    expect(topRow(top, 0)).toEqual([])
  })
})

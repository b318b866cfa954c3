import { describe, expect, it } from "vitest"
import { seededRandom } from "../../../models/anomaly/random"
import { fitTrees, marginOf, someTrees } from "../../../models/recommendation/boosting"

const options = { trees: 40, depth: 3, rate: 0.3, ridge: 1, seed: 1 }

/** Label 1 where the first feature is high or, with a low second, in the middle; the third is noise. */
function examples(count: number, seed: number) {
  const random = seededRandom(seed)
  const values = Float32Array.from({ length: count * 3 }, () => random())
  const labels = Uint8Array.from({ length: count }, (_, row) => {
    const [a = 0, b = 0] = values.subarray(row * 3, row * 3 + 2)
    return a > 0.7 || (a > 0.4 && b < 0.3) ? 1 : 0
  })
  return {
    values,
    width: 3,
    labels,
    weights: new Float32Array(count).fill(1),
    margin: new Float32Array(count),
    trained: count
  }
}

const errors = (trees: ReturnType<typeof fitTrees>, rows: ReturnType<typeof examples>) =>
  rows.labels.filter((label, row) => marginOf(trees, rows.values, row * 3) > 0 !== (label === 1))
    .length / rows.labels.length

describe("boosted trees", () => {
  it("learn a rule with an interaction and hold on other rows", () => {
    const trees = fitTrees(examples(3_000, 1), options)
    expect(errors(trees, examples(1_000, 2))).toBeLessThan(0.05)
  })

  it("give the same trees for the same seed", () => {
    expect(fitTrees(examples(500, 1), options)).toEqual(fitTrees(examples(500, 1), options))
  })

  it("keep none when the held rows get no better: the prior stays", () => {
    const rows = examples(400, 3)
    const random = seededRandom(9)
    rows.labels.set(rows.labels.map(() => (random() < 0.5 ? 1 : 0)))
    const trees = fitTrees({ ...rows, trained: 200 }, options)
    expect(trees.feature.length / options.depth).toBeLessThan(5)
  })

  it("add up tree by tree", () => {
    const rows = examples(500, 1)
    const trees = fitTrees(rows, options)
    const parts = [someTrees(trees, 0, 10), someTrees(trees, 10, options.trees)]
    const sum = parts.reduce((total, part) => total + marginOf(part, rows.values), 0)
    expect(sum).toBeCloseTo(marginOf(trees, rows.values), 5)
  })
})

import { seededRandom } from "./random"

/** Trees in flat arrays: a node splits `feature` at `threshold`, or is a leaf (feature −1) of a depth. */
export type Forest = {
  trees: number
  nodesPerTree: number
  feature: Int16Array
  threshold: Float32Array
  /** Path length at a leaf, the unbuilt part included. */
  depth: Float32Array
  sampleSize: number
}

const euler = 0.5772156649

/** Mean path length of an unsuccessful search among n points (Liu, Ting, Zhou 2008, eq. 1). */
const meanPath = (n: number) =>
  n <= 1 ? 0 : n === 2 ? 1 : 2 * (Math.log(n - 1) + euler) - (2 * (n - 1)) / n

/** Isolation forest (Liu, Ting, Zhou 2008): 100 trees of 256 rows, splits at random between a column's ends. */
export function fitForest(
  rows: Float32Array[],
  features: number,
  seed: number,
  trees = 100
): Forest {
  const random = seededRandom(seed)
  const sampleSize = Math.min(256, rows.length)
  const maxDepth = Math.ceil(Math.log2(Math.max(2, sampleSize)))
  const nodesPerTree = 2 ** (maxDepth + 1)
  const forest: Forest = {
    trees,
    nodesPerTree,
    feature: new Int16Array(trees * nodesPerTree).fill(-1),
    threshold: new Float32Array(trees * nodesPerTree),
    depth: new Float32Array(trees * nodesPerTree),
    sampleSize
  }
  const split = (base: number, node: number, sample: Float32Array[], depth: number): void => {
    forest.depth[base + node] = depth + meanPath(sample.length)
    if (depth >= maxDepth || sample.length <= 1) return
    const spread: number[] = []
    for (let f = 0; f < features; f++) {
      const first = sample[0]?.[f]
      if (sample.some((row) => row[f] !== first)) spread.push(f)
    }
    const feature = spread[Math.floor(random() * spread.length)]
    if (feature === undefined) return
    let low = Number.POSITIVE_INFINITY
    let high = Number.NEGATIVE_INFINITY
    for (const row of sample) {
      low = Math.min(low, row[feature] ?? 0)
      high = Math.max(high, row[feature] ?? 0)
    }
    const threshold = Math.fround(low + random() * (high - low))
    forest.feature[base + node] = feature
    forest.threshold[base + node] = threshold
    const isLeft = (row: Float32Array) => (row[feature] ?? 0) <= threshold
    split(base, 2 * node + 1, sample.filter(isLeft), depth + 1)
    split(
      base,
      2 * node + 2,
      sample.filter((row) => !isLeft(row)),
      depth + 1
    )
  }
  for (let tree = 0; tree < trees; tree++) {
    const sample = Array.from(
      { length: sampleSize },
      () => rows[Math.floor(random() * rows.length)] ?? new Float32Array(features)
    )
    split(tree * nodesPerTree, 0, sample, 0)
  }
  return forest
}

/** Anomaly score in (0, 1); above 0.5 is easier to isolate than usual. */
export function forestScore(forest: Forest, row: Float32Array): number {
  const { trees, nodesPerTree, feature, threshold, depth } = forest
  let total = 0
  for (let tree = 0; tree < trees; tree++) {
    const base = tree * nodesPerTree
    let node = 0
    for (let at = feature[base] ?? -1; at >= 0; at = feature[base + node] ?? -1) {
      node = 2 * node + ((row[at] ?? 0) <= (threshold[base + node] ?? 0) ? 1 : 2)
    }
    total += depth[base + node] ?? 0
  }
  return 2 ** (-total / trees / Math.max(1e-9, meanPath(forest.sampleSize)))
}

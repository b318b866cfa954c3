import { type Matrix, shuffleFront } from "./matrix"
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
const mostRows = 256

/** Mean path length of an unsuccessful search among n points (Liu, Ting, Zhou 2008, eq. 1). */
const meanPath = (n: number) =>
  n <= 1 ? 0 : n === 2 ? 1 : 2 * (Math.log(n - 1) + euler) - (2 * (n - 1)) / n

/** Isolation forest (Liu, Ting, Zhou 2008): trees of 256 rows, splits at random between a column's ends. */
export function fitForest({ rows, columns, values }: Matrix, seed: number, trees = 100): Forest {
  const random = seededRandom(seed)
  const sampleSize = Math.min(mostRows, rows)
  const maxDepth = Math.ceil(Math.log2(Math.max(2, sampleSize)))
  const nodesPerTree = 2 ** (maxDepth + 1)
  const feature = new Int16Array(trees * nodesPerTree).fill(-1)
  const threshold = new Float32Array(trees * nodesPerTree)
  const depthOf = new Float32Array(trees * nodesPerTree)
  const untried = Int16Array.from({ length: columns }, (_, i) => i)
  const order = Int32Array.from({ length: rows }, (_, i) => i)

  /** Rows start…end of the sample belong to the node; a split moves its left rows to the front. */
  const split = (base: number, node: number, start: number, end: number, depth: number): void => {
    depthOf[base + node] = depth + meanPath(end - start)
    if (depth >= maxDepth || end - start <= 1) return
    // a column drawn that does not vary is drawn again: the same as drawing among those that vary
    for (let left = columns; left > 0; left--) {
      const at = Math.floor(random() * left)
      const column = untried[at] ?? 0
      untried[at] = untried[left - 1] ?? 0
      untried[left - 1] = column
      let low = Number.POSITIVE_INFINITY
      let high = Number.NEGATIVE_INFINITY
      for (let i = start; i < end; i++) {
        const value = values[(order[i] ?? 0) * columns + column] ?? 0
        if (value < low) low = value
        if (value > high) high = value
      }
      if (high <= low) continue
      const drawn = Math.fround(low + random() * (high - low))
      // rounding may put the cut on the highest value, which would leave the right side empty
      const cut = drawn < high ? drawn : low
      feature[base + node] = column
      threshold[base + node] = cut
      let middle = start
      for (let i = start; i < end; i++) {
        const row = order[i] ?? 0
        if ((values[row * columns + column] ?? 0) > cut) continue
        order[i] = order[middle] ?? 0
        order[middle++] = row
      }
      split(base, 2 * node + 1, start, middle, depth + 1)
      split(base, 2 * node + 2, middle, end, depth + 1)
      return
    }
  }

  for (let tree = 0; tree < trees; tree++) {
    shuffleFront(random, order, sampleSize)
    split(tree * nodesPerTree, 0, 0, sampleSize, 0)
  }
  return { trees, nodesPerTree, feature, threshold, depth: depthOf, sampleSize }
}

/** Anomaly score of each row in (0, 1); above 0.5 is easier to isolate than usual. */
export function forestScores(forest: Forest, { rows, columns, values }: Matrix): Float32Array {
  const { trees, nodesPerTree, feature, threshold, depth } = forest
  const total = new Float64Array(rows)
  for (let tree = 0; tree < trees; tree++) {
    const base = tree * nodesPerTree
    for (let row = 0; row < rows; row++) {
      const at = row * columns
      let node = 0
      for (let column = feature[base] ?? -1; column >= 0; column = feature[base + node] ?? -1) {
        const right = (values[at + column] ?? 0) > (threshold[base + node] ?? 0)
        node = 2 * node + (right ? 2 : 1)
      }
      total[row] = (total[row] ?? 0) + (depth[base + node] ?? 0)
    }
  }
  const usual = trees * Math.max(1e-9, meanPath(forest.sampleSize))
  return Float32Array.from(total, (sum) => 2 ** (-sum / usual))
}

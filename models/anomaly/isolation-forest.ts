import { type Matrix, shuffleFront } from "./matrix"
import { seededRandom } from "./random"

/**
 * Complete binary trees in flat arrays, so that every row takes the same number of steps: node n goes to 2n + 1, or to
 * 2n + 2 when the row's `feature` is above `threshold`. Under a leaf of less depth thresholds are infinite: always left.
 */
export type Forest = {
  trees: number
  levels: number
  /** [trees × inner nodes] */
  feature: Int16Array
  threshold: Float32Array
  /** Path length at the bottom, the unbuilt part included: [trees × 2^levels]. */
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
  const levels = Math.ceil(Math.log2(Math.max(2, sampleSize)))
  const leaves = 2 ** levels
  const inner = leaves - 1
  const feature = new Int16Array(trees * inner)
  const threshold = new Float32Array(trees * inner).fill(Number.POSITIVE_INFINITY)
  const depthOf = new Float32Array(trees * leaves)
  const untried = Int16Array.from({ length: columns }, (_, i) => i)
  const order = Int32Array.from({ length: rows }, (_, i) => i)

  /** Rows start…end of the sample belong to the node; a split moves its left rows to the front. */
  const split = (tree: number, node: number, start: number, end: number, depth: number): void => {
    if (depth >= levels || end - start <= 1) {
      leaf(tree, node, end - start, depth)
      return
    }
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
      feature[tree * inner + node] = column
      threshold[tree * inner + node] = cut
      let middle = start
      for (let i = start; i < end; i++) {
        const row = order[i] ?? 0
        if ((values[row * columns + column] ?? 0) > cut) continue
        order[i] = order[middle] ?? 0
        order[middle++] = row
      }
      split(tree, 2 * node + 1, start, middle, depth + 1)
      split(tree, 2 * node + 2, middle, end, depth + 1)
      return
    }
    leaf(tree, node, end - start, depth)
  }

  const leaf = (tree: number, node: number, rowsLeft: number, depth: number): void => {
    let bottom = node
    for (let level = depth; level < levels; level++) bottom = 2 * bottom + 1
    depthOf[tree * leaves + bottom - inner] = depth + meanPath(rowsLeft)
  }

  for (let tree = 0; tree < trees; tree++) {
    shuffleFront(random, order, sampleSize)
    split(tree, 0, 0, sampleSize, 0)
  }
  return { trees, levels, feature, threshold, depth: depthOf, sampleSize }
}

/** Anomaly score of each row in (0, 1); above 0.5 is easier to isolate than usual. */
export function forestScores(forest: Forest, { rows, columns, values }: Matrix): Float32Array {
  const { trees, levels, feature, threshold, depth } = forest
  const leaves = 2 ** levels
  const inner = leaves - 1
  const total = new Float64Array(rows)
  for (let tree = 0; tree < trees; tree++) {
    const features = feature.subarray(tree * inner, (tree + 1) * inner)
    const cuts = threshold.subarray(tree * inner, (tree + 1) * inner)
    const depths = depth.subarray(tree * leaves, (tree + 1) * leaves)
    for (let row = 0; row < rows; row++) {
      const at = row * columns
      let node = 0
      for (let level = 0; level < levels; level++) {
        const isRight = (values[at + (features[node] as number)] as number) > (cuts[node] as number)
        node = 2 * node + (isRight ? 2 : 1)
      }
      total[row] = (total[row] as number) + (depths[node - inner] as number)
    }
  }
  const usual = trees * Math.max(1e-9, meanPath(forest.sampleSize))
  return Float32Array.from(total, (sum) => 2 ** (-sum / usual))
}

import { type Matrix, shuffleFront } from "./matrix"
import { seededRandom } from "./random"

/**
 * Complete binary trees in flat arrays, so that every row takes the same number of steps: node n goes to 2n + 1, or to
 * 2n + 2 when the row's `feature` is above `threshold`. Under a leaf of less depth thresholds are the highest: always
 * left. Thresholds and values are compared as `keysOf` them.
 */
export type Forest = {
  trees: number
  levels: number
  /** [trees × inner nodes] */
  feature: Int16Array
  threshold: Int32Array
  /** Path length at the bottom, the unbuilt part included: [trees × 2^levels]. */
  depth: Float32Array
  sampleSize: number
}

const euler = 0.5772156649
const mostRows = 256
const highestKey = 0x3fffffff
/** Rows that go down a tree side by side: each waits for its own loads, together they keep the processor busy. */
const abreast = 4

/**
 * Integers of 31 bits in the order of the numbers (all but the last bit of a float32 counts), so that the sign of a
 * difference picks the child: a branch would be guessed wrong half of the time.
 */
function keysOf(values: Float32Array): Int32Array {
  const { buffer, byteOffset, length } = values
  return new Int32Array(buffer, byteOffset, length).map(keyOf)
}
const keyOf = (bits: number) => (bits ^ ((bits >> 31) & 0x7fffffff)) >> 1

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
  const threshold = new Int32Array(trees * inner).fill(highestKey)
  const keys = keysOf(values)
  const depthOf = new Float32Array(trees * leaves)
  const untried = Int16Array.from({ length: columns }, (_, i) => i)
  const order = Int32Array.from({ length: rows }, (_, i) => i)
  const drawn = new Float32Array(1)
  const drawnBits = new Int32Array(drawn.buffer)

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
      let low = (order[start] as number) * columns + column
      let high = low
      for (let i = start + 1; i < end; i++) {
        const at = (order[i] as number) * columns + column
        if ((keys[at] as number) < (keys[low] as number)) low = at
        if ((keys[at] as number) > (keys[high] as number)) high = at
      }
      const lowest = values[low] as number
      const top = keys[high] as number
      if (keys[low] === top) continue
      drawn[0] = lowest + random() * ((values[high] as number) - lowest)
      // rounding may put the cut on the highest value, which would leave the right side empty
      const cut = Math.min(top - 1, keyOf(drawnBits[0] as number))
      feature[tree * inner + node] = column
      threshold[tree * inner + node] = cut
      let middle = start
      for (let i = start; i < end; i++) {
        const row = order[i] as number
        if ((keys[row * columns + column] as number) > cut) continue
        order[i] = order[middle] as number
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
  const keys = keysOf(values)
  // the last few rows are joined by the very last one again, whose sums are not used twice
  const total = new Float64Array(rows + abreast)
  const last = Math.max(0, rows - 1) * columns
  for (let tree = 0; tree < trees; tree++) {
    const features = feature.subarray(tree * inner, (tree + 1) * inner)
    const cuts = threshold.subarray(tree * inner, (tree + 1) * inner)
    const depths = depth.subarray(tree * leaves, (tree + 1) * leaves)
    for (let row = 0; row < rows; row += abreast) {
      const atA = row * columns
      const atB = Math.min(last, atA + columns)
      const atC = Math.min(last, atB + columns)
      const atD = Math.min(last, atC + columns)
      let a = 0
      let b = 0
      let c = 0
      let d = 0
      for (let level = 0; level < levels; level++) {
        a =
          2 * a +
          1 +
          (((cuts[a] as number) - (keys[atA + (features[a] as number)] as number)) >>> 31)
        b =
          2 * b +
          1 +
          (((cuts[b] as number) - (keys[atB + (features[b] as number)] as number)) >>> 31)
        c =
          2 * c +
          1 +
          (((cuts[c] as number) - (keys[atC + (features[c] as number)] as number)) >>> 31)
        d =
          2 * d +
          1 +
          (((cuts[d] as number) - (keys[atD + (features[d] as number)] as number)) >>> 31)
      }
      total[row] = (total[row] as number) + (depths[a - inner] as number)
      total[row + 1] = (total[row + 1] as number) + (depths[b - inner] as number)
      total[row + 2] = (total[row + 2] as number) + (depths[c - inner] as number)
      total[row + 3] = (total[row + 3] as number) + (depths[d - inner] as number)
    }
  }
  const usual = trees * Math.max(1e-9, meanPath(forest.sampleSize))
  return Float32Array.from(total.subarray(0, rows), (sum) => 2 ** (-sum / usual))
}

import { seededRandom } from "../anomaly/random"

/**
 * Gradient-boosted symmetric trees: every level of a tree asks one question of all its leaves, so a tree is `depth`
 * thresholds and 2^depth leaves (as in CatBoost, Prokhorenkova et al. 2018); log loss, histograms, second-order leaves
 * (Chen and Guestrin 2016), each tree on a random part of the rows and features (Friedman 2002; Breiman 2001).
 */
export type Trees = {
  depth: number
  /** trees × depth: the feature that is asked, and the value above which its bit is set. */
  feature: Uint8Array
  threshold: Float32Array
  /** trees × 2^depth margins. */
  leaf: Float32Array
}

export type TrainingRows = {
  /** Row-major, rows × width; finite. */
  values: Float32Array
  width: number
  labels: Uint8Array
  weights: Float32Array
  /** Where boosting starts: the margin of a prior, or zeros. */
  margin: Float32Array
  /** Rows from here on do not train: they say how many trees are enough. */
  trained: number
}

export type BoostingOptions = {
  trees: number
  depth: number
  rate: number
  ridge: number
  seed: number
}

const mostBins = 64
/** Share of the rows and of the features that each tree sees. */
const rowShare = 0.5
const featureShare = 0.6

const sigmoid = (margin: number) => 1 / (1 + Math.exp(-margin))

/** Upper edges of at most 64 bins with about equally many rows each. */
function edgesOf({ values, width }: TrainingRows, feature: number): Float32Array {
  const rows = values.length / width
  const step = Math.max(1, Math.floor(rows / 20_000))
  const sample: number[] = []
  for (let row = 0; row < rows; row += step) sample.push(values[row * width + feature] ?? 0)
  const sorted = Float32Array.from(sample).sort()
  const edges = new Set<number>()
  for (let bin = 1; bin < mostBins; bin++) {
    edges.add(sorted[Math.floor((bin * sorted.length) / mostBins)] ?? 0)
  }
  return Float32Array.from([...edges]).sort()
}

/** Number of edges below the value: the bin it falls in. */
function binOf(edges: Float32Array, value: number): number {
  let low = 0
  let high = edges.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (value > (edges[middle] ?? 0)) low = middle + 1
    else high = middle
  }
  return low
}

/** Column-major bins: a feature's column stays in the cache while its histogram is filled. */
function binned({ values, width }: TrainingRows, edges: Float32Array[]): Uint8Array {
  const count = values.length / width
  const bins = new Uint8Array(count * width)
  for (const [f, own] of edges.entries()) {
    for (let row = 0; row < count; row++) {
      bins[f * count + row] = binOf(own, values[row * width + f] ?? 0)
    }
  }
  return bins
}

/** Rows drawn for one tree, with the derivatives of their loss. */
class Sample {
  readonly rows: Uint32Array
  readonly gradient: Float32Array
  readonly curvature: Float32Array
  readonly leaf: Uint8Array
  size = 0

  constructor(most: number) {
    this.rows = new Uint32Array(most)
    this.gradient = new Float32Array(most)
    this.curvature = new Float32Array(most)
    this.leaf = new Uint8Array(most)
  }

  draw({ labels, weights, trained }: TrainingRows, margin: Float32Array, random: () => number) {
    this.size = 0
    for (let row = 0; row < trained; row++) {
      if (random() >= rowShare) continue
      const p = sigmoid(margin[row] ?? 0)
      const weight = weights[row] ?? 0
      this.rows[this.size] = row
      this.gradient[this.size] = weight * ((labels[row] ?? 0) - p)
      this.curvature[this.size] = weight * p * (1 - p)
      this.leaf[this.size] = 0
      this.size++
    }
  }

  /** Σ gradient and Σ curvature by leaf × bin of one column (or by leaf alone). */
  sum(g: Float64Array, h: Float64Array, column?: Uint8Array): void {
    g.fill(0)
    h.fill(0)
    for (let i = 0; i < this.size; i++) {
      const leaf = this.leaf[i] ?? 0
      const at = column ? leaf * mostBins + (column[this.rows[i] ?? 0] ?? 0) : leaf
      g[at] = (g[at] ?? 0) + (this.gradient[i] ?? 0)
      h[at] = (h[at] ?? 0) + (this.curvature[i] ?? 0)
    }
  }

  divide(column: Uint8Array, bin: number): void {
    for (let i = 0; i < this.size; i++) {
      const above = (column[this.rows[i] ?? 0] ?? 0) > bin ? 1 : 0
      this.leaf[i] = ((this.leaf[i] ?? 0) << 1) | above
    }
  }
}

type Split = { feature: number; bin: number; gain: number }

/** Adds to `gains[bin]` what a cut after each bin would gain in every leaf. */
function addGains(
  gains: Float64Array,
  g: Float64Array,
  h: Float64Array,
  bins: number,
  ridge: number
) {
  for (let base = 0; base < g.length; base += mostBins) {
    let gAll = 0
    let hAll = 0
    for (let bin = 0; bin <= bins; bin++) {
      gAll += g[base + bin] ?? 0
      hAll += h[base + bin] ?? 0
    }
    if (hAll === 0) continue
    const whole = gAll ** 2 / (hAll + ridge)
    let gLow = 0
    let hLow = 0
    for (let bin = 0; bin < bins; bin++) {
      gLow += g[base + bin] ?? 0
      hLow += h[base + bin] ?? 0
      const high = (gAll - gLow) ** 2 / (hAll - hLow + ridge)
      gains[bin] = (gains[bin] ?? 0) + gLow ** 2 / (hLow + ridge) + high - whole
    }
  }
}

/** The question that lowers the loss most when asked of all leaves at once. */
function bestSplit(
  columns: Uint8Array[],
  edges: Float32Array[],
  drawn: number[],
  sample: Sample,
  leaves: number,
  ridge: number
): Split {
  const g = new Float64Array(leaves * mostBins)
  const h = new Float64Array(leaves * mostBins)
  const gains = new Float64Array(mostBins)
  let best: Split = { feature: 0, bin: mostBins - 1, gain: 0 }
  for (const feature of drawn) {
    const column = columns[feature] ?? new Uint8Array()
    const bins = edges[feature]?.length ?? 0
    sample.sum(g, h, column)
    gains.fill(0)
    addGains(gains, g, h, bins, ridge)
    for (let bin = 0; bin < bins; bin++) {
      const gain = gains[bin] ?? 0
      if (gain > best.gain) best = { feature, bin, gain }
    }
  }
  return best
}

function emptyTrees(depth: number, trees: number): Trees {
  return {
    depth,
    feature: new Uint8Array(trees * depth),
    threshold: new Float32Array(trees * depth),
    leaf: new Float32Array(trees << depth)
  }
}

/** Trees `from … to`; shares memory. */
export function someTrees(
  { depth, feature, threshold, leaf }: Trees,
  from: number,
  to: number
): Trees {
  return {
    depth,
    feature: feature.subarray(from * depth, to * depth),
    threshold: threshold.subarray(from * depth, to * depth),
    leaf: leaf.subarray(from << depth, to << depth)
  }
}

/** Weighted log loss of the rows that do not train; 0 when there are none. */
function heldLoss({ labels, weights, trained }: TrainingRows, margin: Float32Array): number {
  let loss = 0
  for (let row = trained; row < labels.length; row++) {
    const signed = labels[row] === 1 ? (margin[row] ?? 0) : -(margin[row] ?? 0)
    loss += (weights[row] ?? 0) * Math.log1p(Math.exp(-signed))
  }
  return loss
}

/** Fits trees one after another and keeps as many as the held rows want (none, when the prior is as good). */
export function fitTrees(rows: TrainingRows, options: BoostingOptions): Trees {
  const { depth, ridge, rate } = options
  const { width } = rows
  const count = rows.labels.length
  const random = seededRandom(options.seed)
  const edges = Array.from({ length: width }, (_, feature) => edgesOf(rows, feature))
  const bins = binned(rows, edges)
  const columns = edges.map((_, f) => bins.subarray(f * count, (f + 1) * count))
  const margin = rows.margin.slice()
  const sample = new Sample(rows.trained)
  const trees = emptyTrees(depth, options.trees)
  const g = new Float64Array(1 << depth)
  const h = new Float64Array(1 << depth)
  let best = { trees: 0, loss: heldLoss(rows, margin) }
  for (let tree = 0; tree < options.trees; tree++) {
    sample.draw(rows, margin, random)
    const drawn = [...columns.keys()].filter(() => random() < featureShare)
    for (let level = 0; level < depth; level++) {
      const split = bestSplit(columns, edges, drawn, sample, 1 << level, ridge)
      const place = tree * depth + level
      trees.feature[place] = split.feature
      trees.threshold[place] = edges[split.feature]?.[split.bin] ?? Number.POSITIVE_INFINITY
      sample.divide(columns[split.feature] ?? new Uint8Array(), split.bin)
    }
    sample.sum(g, h)
    for (const [at, sum] of g.entries()) {
      trees.leaf[(tree << depth) + at] = (rate * sum) / ((h[at] ?? 0) + ridge)
    }
    const one = someTrees(trees, tree, tree + 1)
    for (let row = 0; row < count; row++) {
      margin[row] = (margin[row] ?? 0) + marginOf(one, rows.values, row * width)
    }
    const loss = heldLoss(rows, margin)
    if (rows.trained === count || loss < best.loss) best = { trees: tree + 1, loss }
  }
  return someTrees(trees, 0, best.trees)
}

/** Sum of the leaves that a row (at `offset` of `values`) falls in. */
export function marginOf(trees: Trees, values: Float32Array, offset = 0): number {
  const { depth, feature, threshold, leaf } = trees
  let margin = 0
  for (let at = 0, base = 0; at < feature.length; base += 1 << depth) {
    let index = 0
    for (let level = 0; level < depth; level++, at++) {
      const above = (values[offset + (feature[at] ?? 0)] ?? 0) > (threshold[at] ?? 0) ? 1 : 0
      index = (index << 1) | above
    }
    margin += leaf[base + index] ?? 0
  }
  return margin
}

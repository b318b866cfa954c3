/** How far out a value lies in the seller's history, per feature: the quantile tables of a fit. */
export type Tails = {
  features: number
  points: number
  /** features × points, ascending within a feature. */
  quantiles: Float32Array
  /** How many rows the tables stand for; a surprise never exceeds ln(n + 1). */
  rows: number
  /** One a feature. */
  upper: UpperTail[]
}

/** The largest values of a feature as an exponential: how many, where they begin, how fast they thin out. */
export type UpperTail = { share: number; threshold: number; scale: number }

const mostPoints = 512
const peakShare = 0.02
const fewestPeaks = 30
/** Features are in spreads or logarithms: where the history hardly varies, a third of one is the least step. */
const leastScale = 0.35

/**
 * Peaks over threshold (Pickands 1975) with an exponential tail: the largest fiftieth, at least thirty values, at
 * most the upper half of those above the feature's middle. The scale comes from the median excess, so that a few
 * absurd values in the history do not stretch it and hide the next one.
 */
function upperTail(sorted: Float32Array): UpperTail {
  const n = sorted.length
  const middle = sorted[n >> 1] ?? 0
  const above = n - 1 - sorted.findLastIndex((value) => value <= middle)
  const count = Math.min(above >> 1, Math.max(fewestPeaks, Math.round(n * peakShare)))
  const threshold = sorted[n - 1 - count] ?? 0
  const median = sorted[n - 1 - (count >> 1)] ?? threshold
  const scale = Math.max(leastScale, (median - threshold) / Math.LN2)
  return { share: count / n, threshold, scale }
}

/** Quantile tables of each column; the extremes are kept exactly, since the tail is what counts. */
export function fitTails(rows: Float32Array[], features: number): Tails {
  const points = Math.min(mostPoints, rows.length)
  const quantiles = new Float32Array(features * points)
  const upper: UpperTail[] = []
  const column = new Float32Array(rows.length)
  // half of the points describe the upper tenth
  const position = (i: number) => {
    const half = points / 2
    const share =
      i < half ? (i / half) * 0.9 : 0.9 + ((i - half) / Math.max(1, points - 1 - half)) * 0.1
    return Math.min(rows.length - 1, Math.round(share * (rows.length - 1)))
  }
  for (let feature = 0; feature < features; feature++) {
    rows.forEach((row, i) => {
      column[i] = row[feature] ?? 0
    })
    column.sort()
    for (let i = 0; i < points; i++) quantiles[feature * points + i] = column[position(i)] ?? 0
    upper.push(upperTail(column))
  }
  return { features, points, quantiles, rows: rows.length, upper }
}

function shareAbove(tails: Tails, feature: number, value: number): number {
  const { points, quantiles } = tails
  let low = 0
  let high = points
  // ties count as above: a value that half of the history has is no surprise
  while (low < high) {
    const middle = (low + high) >> 1
    if ((quantiles[feature * points + middle] ?? 0) < value) low = middle + 1
    else high = middle
  }
  const half = points / 2
  const below =
    low < half ? (low / half) * 0.9 : 0.9 + ((low - half) / Math.max(1, points - 1 - half)) * 0.1
  return Math.max(0, 1 - below)
}

/**
 * −ln of the share of history that is at least as high, per feature (the upper tail of ECOD, Li et al. 2022):
 * 0 is ordinary, 4.6 one in a hundred. Scale-free, so one network serves every shop.
 */
export function tailSurprise(tails: Tails, row: Float32Array): Float32Array {
  const most = Math.log(tails.rows + 1)
  return Float32Array.from({ length: tails.features }, (_, feature) => {
    const share = shareAbove(tails, feature, row[feature] ?? 0)
    return Math.min(most, -Math.log(Math.max(share, 1 / (tails.rows + 1))))
  })
}

/**
 * How far each feature lies beyond the start of its upper tail, in that tail's own scale; 0 below it. Unlike a surprise
 * it goes on beyond what the history has seen, and unlike the feature itself it is small where large values are usual.
 */
export function tailExcess(tails: Tails, row: Float32Array): Float32Array {
  return Float32Array.from({ length: tails.features }, (_, feature) => {
    const { threshold, scale } = tails.upper[feature] ?? noTail
    return Math.max(0, ((row[feature] ?? 0) - threshold) / scale)
  })
}

/**
 * −ln of the share of orders that would have any of these features as far beyond the history as this row's
 * farthest (Bonferroni). What was seen once cannot tell ten times the usual from a hundred times; the exponential
 * tails can.
 */
export function peakSurprise(tails: Tails, row: Float32Array, among: readonly number[]): number {
  const surprises = among.map((feature) => {
    const { share, threshold, scale } = tails.upper[feature] ?? noTail
    const value = row[feature] ?? 0
    return share > 0 && value > threshold ? (value - threshold) / scale - Math.log(share) : 0
  })
  return Math.max(0, Math.max(...surprises) - Math.log(among.length))
}

const noTail: UpperTail = { share: 0, threshold: 0, scale: 1 }

/** How far out a value lies in the seller's history, per feature: the quantile tables of a fit. */
export type Tails = {
  features: number
  points: number
  /** features × points, ascending within a feature. */
  quantiles: Float32Array
  /** How many rows the tables stand for; a surprise never exceeds ln(n + 1). */
  rows: number
}

const mostPoints = 512

/** Quantile tables of each column; the extremes are kept exactly, since the tail is what counts. */
export function fitTails(rows: Float32Array[], features: number): Tails {
  const points = Math.min(mostPoints, rows.length)
  const quantiles = new Float32Array(features * points)
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
  }
  return { features, points, quantiles, rows: rows.length }
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

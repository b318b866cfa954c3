import { choleskyInverse } from "./cholesky"
import { wordsOf } from "./text-hash"

/** What is known of one own listing; `vector` is its title and category by the text tower. */
export type ListingText = {
  title: string
  brand?: string | undefined
  bullets?: number | undefined
  description?: number | undefined
  images?: number | undefined
  attributes?: number | undefined
  price?: number | undefined
}
export type SoldListing = { id: string; units: number; vector: Float32Array; text: ListingText }

/** What title and attributes of a listing let expect, beside what it sold; `score` 0 to 100 ranks it among the own. */
export type ListingQuality = {
  score: number
  units: number
  low: number
  high: number
  /** Share of the variance of log sales that title and attributes explain, each listing left out of its own. */
  skill: number
  n: number
}

/** Fewer listings cannot tell 50 numbers of a title from chance. */
export const fewestListings = 60
/** More add little, and the worker must stay quick. */
const mostFitted = 5_000
const penalties = [10, 30, 100, 300, 1_000, 3_000, 10_000]
/** One-sided 95 %: likeness of titles must beat the shop's average by more than chance. */
const z = 1.645

/** Half a piece more, so that nothing sold has a logarithm. */
const logOf = (units: number) => Math.log(units + 0.5)
const piecesOf = (log: number) => Math.max(0, Math.exp(log) - 0.5)
const mean = (values: ArrayLike<number>) => {
  let sum = 0
  for (let i = 0; i < values.length; i++) sum += values[i] ?? 0
  return sum / values.length
}

/** The price comes last: it is no part of what a text is worth. */
function rowOf({ vector, text }: SoldListing): number[] {
  const { title, brand, bullets = 0, description = 0, images = 0, attributes = 0, price } = text
  return [
    ...vector,
    Math.log1p(wordsOf(title).length),
    Math.log1p(title.length),
    brand ? 1 : 0,
    Math.log1p(bullets),
    Math.log1p(description),
    Math.log1p(images),
    Math.log1p(attributes),
    price && price > 0 ? Math.log(price) : 0
  ]
}

/** Columns with mean 0 and deviation 1; a column that never varies becomes zeros. */
function standardized(rows: number[][]): { x: Float64Array; width: number } {
  const width = rows[0]?.length ?? 0
  const x = new Float64Array(rows.length * width)
  for (let d = 0; d < width; d++) {
    const column = rows.map((row) => row[d] ?? 0)
    const middle = mean(column)
    const deviation = Math.sqrt(mean(column.map((value) => (value - middle) ** 2)))
    if (deviation < 1e-9) continue
    for (const [i, value] of column.entries()) x[i * width + d] = (value - middle) / deviation
  }
  return { x, width }
}

type Fit = { left: Float64Array; weights: Float64Array; error: number }

/** Ridge regression with the residuals that each row has when it is left out (Allen's PRESS, 1974). */
function ridge(x: Float64Array, y: number[], width: number, penalty: number): Fit {
  const n = y.length
  const gram = new Float64Array(width * width)
  const xy = new Float64Array(width)
  for (let i = 0; i < n; i++) {
    for (let a = 0; a < width; a++) {
      const value = x[i * width + a] ?? 0
      xy[a] = (xy[a] ?? 0) + value * (y[i] ?? 0)
      for (let b = 0; b <= a; b++)
        gram[a * width + b] = (gram[a * width + b] ?? 0) + value * (x[i * width + b] ?? 0)
    }
  }
  for (let a = 0; a < width; a++) {
    for (let b = 0; b < a; b++) gram[b * width + a] = gram[a * width + b] ?? 0
    gram[a * width + a] = (gram[a * width + a] ?? 0) + penalty
  }
  const inverse = choleskyInverse(gram, width)
  const weights = new Float64Array(width)
  for (let a = 0; a < width; a++) {
    for (let b = 0; b < width; b++)
      weights[a] = (weights[a] ?? 0) + (inverse[a * width + b] ?? 0) * (xy[b] ?? 0)
  }
  const left = new Float64Array(n)
  for (let i = 0; i < n; i++) {
    // the mean is fitted too
    let [fitted, leverage] = [0, 1 / n]
    for (let a = 0; a < width; a++) {
      const value = x[i * width + a] ?? 0
      fitted += value * (weights[a] ?? 0)
      let sum = 0
      for (let b = 0; b < width; b++) sum += (inverse[a * width + b] ?? 0) * (x[i * width + b] ?? 0)
      leverage += value * sum
    }
    left[i] = ((y[i] ?? 0) - fitted) / Math.max(1e-6, 1 - leverage)
  }
  return { left, weights, error: mean(left.map((one) => one * one)) }
}

/**
 * What the titles and attributes of a seller's own listings let expect of their sales: ridge regression of log units
 * on the text tower's vector and counts of attributes, the penalty chosen and everything told by leaving each listing
 * out. Empty where that explains no more than chance (`fewestListings`, one-sided 95 %). The range holds 80 % of listings.
 */
export function listingQuality(listings: SoldListing[]): Map<string, ListingQuality> {
  const used = listings.slice(0, mostFitted)
  const n = used.length
  if (n < fewestListings) return new Map()
  const logs = used.map(({ units }) => logOf(units))
  const average = mean(logs)
  const y = logs.map((log) => log - average)
  const { x, width } = standardized(used.map(rowOf))
  const [best] = penalties
    .map((penalty) => ridge(x, y, width, penalty))
    .toSorted((a, b) => a.error - b.error)
  if (!best) return new Map()
  // each listing against the average of the others
  const gains = y.map((value, i) => ((value * n) / (n - 1)) ** 2 - (best.left[i] ?? 0) ** 2)
  const gain = mean(gains)
  const error = Math.sqrt(mean(gains.map((one) => (one - gain) ** 2)) / n)
  if (!(gain - z * error > 0)) return new Map()
  const skill = gain / mean(y.map((value) => ((value * n) / (n - 1)) ** 2))
  const offs = Float64Array.from(best.left).sort()
  const off = (share: number) => offs[Math.round(share * (n - 1))] ?? 0
  /** What text and attributes are worth, at the shop's average price. */
  const worth = used.map((_, i) => {
    let sum = 0
    for (let d = 0; d < width - 1; d++) sum += (x[i * width + d] ?? 0) * (best.weights[d] ?? 0)
    return sum
  })
  const ranked = Float64Array.from(worth).sort()
  return new Map(
    used.map(({ id }, i) => {
      const expected = (logs[i] ?? 0) - (best.left[i] ?? 0)
      const below = ranked.findIndex((one) => one >= (worth[i] ?? 0))
      return [
        id,
        {
          score: Math.round((100 * below) / (n - 1)),
          units: piecesOf(expected),
          low: piecesOf(expected + off(0.1)),
          high: piecesOf(expected + off(0.9)),
          skill,
          n
        }
      ]
    })
  )
}

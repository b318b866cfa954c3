import type { OwnSales } from "../domain/listing-analysis"
import { studentQuantile } from "./student-t"

/** What a product sold in one week at one price (minor units). */
export type WeekAtPrice = { units: number; price: number }

/** Sales change by about `elasticity` % when the price rises 1 %; 95 % interval. */
export type Elasticity = NonNullable<OwnSales["elasticity"]>

const fewestWeeks = 12
const fewestPrices = 3
/** Highest ÷ lowest price; below it the slope rests on noise. */
const leastSpread = 1.1
const rounds = 50

/**
 * Price elasticity from weekly sales: quasi-Poisson regression of units on log price (McCullagh and Nelder 1989,
 * section 6.2), standard error scaled by Pearson's dispersion. Undefined when weeks, prices or their spread are too few.
 * Season and advertising are not taken out: the interval tells chance only.
 */
export function priceElasticity(weeks: WeekAtPrice[]): Elasticity | undefined {
  const known = weeks.filter(({ units, price }) => price > 0 && units >= 0)
  const prices = new Set(known.map(({ price }) => price))
  const units = known.reduce((sum, week) => sum + week.units, 0)
  if (known.length < fewestWeeks || prices.size < fewestPrices || units === 0) return undefined
  if (Math.max(...prices) / Math.min(...prices) < leastSpread) return undefined
  const logs = known.map(({ price }) => Math.log(price))
  const middle = logs.reduce((sum, value) => sum + value, 0) / logs.length
  const x = logs.map((value) => value - middle)
  let [a, b] = [Math.log(units / known.length), 0]
  let information = { aa: 0, ab: 0, bb: 0 }
  for (let round = 0; round < rounds; round++) {
    let [ga, gb] = [0, 0]
    information = { aa: 0, ab: 0, bb: 0 }
    for (const [i, week] of known.entries()) {
      const xi = x[i] ?? 0
      const expected = Math.exp(a + b * xi)
      ga += week.units - expected
      gb += (week.units - expected) * xi
      information.aa += expected
      information.ab += expected * xi
      information.bb += expected * xi * xi
    }
    const { aa, ab, bb } = information
    const determinant = aa * bb - ab * ab
    if (!(determinant > 1e-12)) return undefined
    const [da, db] = [(bb * ga - ab * gb) / determinant, (aa * gb - ab * ga) / determinant]
    // half steps where Newton would leap
    const brake = Math.min(1, 2 / Math.max(Math.abs(da), Math.abs(db), 1e-9))
    a += brake * da
    b += brake * db
    if (Math.abs(da) + Math.abs(db) < 1e-10) break
  }
  const degrees = known.length - 2
  const pearson = known.reduce((sum, week, i) => {
    const expected = Math.exp(a + b * (x[i] ?? 0))
    return sum + (week.units - expected) ** 2 / expected
  }, 0)
  const { aa, ab, bb } = information
  const error = Math.sqrt((Math.max(1, pearson / degrees) * aa) / (aa * bb - ab * ab))
  const reach = error * studentQuantile(0.975, degrees)
  if (!Number.isFinite(b) || !Number.isFinite(reach)) return undefined
  return {
    elasticity: b,
    low: b - reach,
    high: b + reach,
    weeks: known.length,
    prices: prices.size
  }
}

import type { PoolInput } from "./forecaster"

const tau = 2 * Math.PI

/** Steps of a year where a season is shorter than one. */
const yearOf = (period: number) => (period === 7 ? 365.25 : period === 52 ? 52.18 : 0)

const mostWaves = 4
const none = new Float64Array(0)
/** Sines and cosines of the first waves of a year, by its length: the same for every series. */
const tables = new Map<number, Float64Array>()

function wavesOf(year: number, steps: number): Float64Array {
  const known = tables.get(year)
  if (known && known.length >= steps * 2 * mostWaves) return known
  const table = new Float64Array(steps * 2 * mostWaves)
  for (let t = 0; t < steps; t++) {
    for (let k = 0; k < mostWaves; k++) {
      const angle = (tau * (k + 1) * t) / year
      table[t * 2 * mostWaves + 2 * k] = Math.sin(angle)
      table[t * 2 * mostWaves + 2 * k + 1] = Math.cos(angle)
    }
  }
  tables.set(year, table)
  return table
}

/** What a shape is made of, for one series: the columns and how to fill them for a step. */
export type ShapeColumns = { count: number; fill: (t: number, into: Float64Array) => void }

/**
 * A constant, the phases of a short season, waves of a year where enough of one was seen, and what is known ahead
 * (promotion, price, holidays).
 */
export function shapeColumns({ y, period, horizon, known }: PoolInput): ShapeColumns {
  const n = y.length
  const phases = period > 1 && period <= 24 && n >= 2 * period ? period : 0
  const year = yearOf(period)
  const waves = year > 0 && n >= 1.1 * year ? (n >= 2 * year ? 4 : 2) : 0
  const wave = waves > 0 ? wavesOf(year, n + horizon) : none
  const extra = known?.columns ?? 0
  const count = 1 + phases + 2 * waves + extra
  const fill = (t: number, into: Float64Array) => {
    into.fill(0)
    into[0] = 1
    if (phases > 0) into[1 + (t % phases)] = 1
    for (let k = 0; k < 2 * waves; k++) {
      into[1 + phases + k] = wave[t * 2 * mostWaves + k] as number
    }
    for (let k = 0; k < extra; k++) {
      into[1 + phases + 2 * waves + k] = known?.values[t * extra + k] as number
    }
  }
  return { count, fill }
}

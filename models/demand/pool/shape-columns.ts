import type { PoolInput } from "./forecaster"

const tau = 2 * Math.PI

/** Steps of a year where a season is shorter than one. */
const yearOf = (period: number) => (period === 7 ? 365.25 : period === 52 ? 52.18 : 0)

/** What a shape is made of, for one series: the columns and how to fill them for a step. */
export type ShapeColumns = { count: number; fill: (t: number, into: Float64Array) => void }

/**
 * A constant, the phases of a short season, waves of a year where enough of one was seen, and what is known ahead
 * (promotion, price, holidays).
 */
export function shapeColumns({ y, period, known }: PoolInput): ShapeColumns {
  const n = y.length
  const phases = period > 1 && period <= 24 && n >= 2 * period ? period : 0
  const year = yearOf(period)
  const waves = year > 0 && n >= 1.1 * year ? (n >= 2 * year ? 4 : 2) : 0
  const extra = known?.columns ?? 0
  const count = 1 + phases + 2 * waves + extra
  const fill = (t: number, into: Float64Array) => {
    into.fill(0)
    into[0] = 1
    if (phases > 0) into[1 + (t % phases)] = 1
    for (let k = 0; k < waves; k++) {
      const angle = (tau * (k + 1) * t) / year
      into[1 + phases + 2 * k] = Math.sin(angle)
      into[2 + phases + 2 * k] = Math.cos(angle)
    }
    for (let k = 0; k < extra; k++) {
      into[1 + phases + 2 * waves + k] = known?.values[t * extra + k] as number
    }
  }
  return { count, fill }
}

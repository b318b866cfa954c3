/** What every closed-form forecaster reads. Demand is oldest first; NaN is a step in which nobody could buy. */
export type PoolInput = {
  y: Float64Array
  /** Steps in a season (7 days, 52 weeks, 12 months); 1 without. */
  period: number
  horizon: number
  /** Lengths of history to forecast from, ascending; the last is all of it. */
  origins: Int32Array
  /** Known before the fact (promotion, price, holidays), scaled about 0..1: row t at `t * columns`, horizon included. */
  known?: { columns: number; values: Float64Array }
}

/**
 * Writes the mean forecast of `horizon` steps from each origin, one row an origin, into `out`. Parameters are chosen on
 * all of `y` by one-step errors (a handful of numbers); states are strictly causal, so a row uses what came before it.
 */
export type Forecaster = (input: PoolInput, out: Float64Array) => void

/** The mean of what was observed in the first `most` steps; 0 of nothing. */
export function firstLevel(y: Float64Array, most: number): number {
  let sum = 0
  let count = 0
  for (let t = 0; t < y.length && count < most; t++) {
    const value = y[t] as number
    if (!Number.isNaN(value)) {
      sum += value
      count++
    }
  }
  return count > 0 ? sum / count : 0
}

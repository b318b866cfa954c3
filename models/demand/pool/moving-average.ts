import type { Forecaster } from "./forecaster"

/** Whole weeks of days, a quarter of weeks, a year of months. */
const windowOf = (period: number) => (period === 7 ? 28 : period === 52 ? 13 : 12)

/** The mean of the last observed steps (28 days, 13 weeks, 12 of anything else). */
export const movingAverage: Forecaster = ({ y, period, horizon, origins }, out) => {
  const size = windowOf(period)
  const kept = new Float64Array(size)
  let sum = 0
  let count = 0
  let row = 0
  for (let t = 0; row < origins.length; t++) {
    if (t === origins[row]) {
      out.fill(count > 0 ? sum / Math.min(count, size) : 0, row * horizon, ++row * horizon)
    }
    const value = y[t] as number
    if (!Number.isNaN(value)) {
      sum += value - (kept[count % size] as number)
      kept[count % size] = value
      count++
    }
  }
}

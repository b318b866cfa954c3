import type { Forecaster } from "./forecaster"

/** The last observed value of the same phase of the season. */
export const seasonalNaive: Forecaster = ({ y, period, horizon, origins }, out) => {
  const last = new Float64Array(period).fill(Number.NaN)
  let newest = 0
  let row = 0
  for (let t = 0; row < origins.length; t++) {
    if (t === origins[row]) {
      for (let h = 0; h < horizon; h++) {
        const value = last[(t + h) % period] as number
        out[row * horizon + h] = !Number.isNaN(value) ? value : newest
      }
      row++
    }
    const value = y[t] as number
    if (!Number.isNaN(value)) {
      last[t % period] = value
      newest = value
    }
  }
}

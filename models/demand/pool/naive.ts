import type { Forecaster } from "./forecaster"

/** The last observed value, for every step ahead. */
export const naive: Forecaster = ({ y, horizon, origins }, out) => {
  let last = 0
  let row = 0
  for (let t = 0; row < origins.length; t++) {
    if (t === origins[row]) out.fill(last, row * horizon, ++row * horizon)
    const value = y[t] as number
    if (!Number.isNaN(value)) last = value
  }
}

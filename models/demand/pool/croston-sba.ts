import { type Forecaster, firstLevel } from "./forecaster"

/** The mean size of the demands and the mean interval between them, from all of the history. */
export function startOfCroston(y: Float64Array): { size: number; interval: number } {
  let sizes = 0
  let demands = 0
  let steps = 0
  for (let t = 0; t < y.length; t++) {
    const value = y[t] as number
    if (Number.isNaN(value)) continue
    steps++
    if (value > 0) {
      sizes += value
      demands++
    }
  }
  if (demands === 0) return { size: firstLevel(y, y.length), interval: 1 }
  return { size: sizes / demands, interval: steps / demands }
}

const alpha = 0.1

/** Croston's method (1972) with the correction of Syntetos and Boylan (2005). */
export const crostonSba: Forecaster = ({ y, horizon, origins }, out) => {
  let { size, interval } = startOfCroston(y)
  let since = 1
  let row = 0
  for (let t = 0; row < origins.length; t++) {
    if (t === origins[row]) {
      const rate = ((1 - alpha / 2) * size) / Math.max(1, interval)
      out.fill(rate, row * horizon, ++row * horizon)
    }
    const value = y[t] as number
    if (Number.isNaN(value)) continue
    if (value > 0) {
      size += alpha * (value - size)
      interval += alpha * (since - interval)
      since = 1
    } else since++
  }
}

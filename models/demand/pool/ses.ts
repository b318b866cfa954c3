import { type Forecaster, firstLevel } from "./forecaster"

const alphas = [0.02, 0.05, 0.1, 0.2, 0.3, 0.5, 0.7, 0.9]

/** The smoothing constant with the least one-step squared error. */
export function bestAlpha(y: Float64Array, start: number): number {
  let best = 0.1
  let least = Number.POSITIVE_INFINITY
  for (const alpha of alphas) {
    let level = start
    let squares = 0
    for (let t = 0; t < y.length; t++) {
      const error = (y[t] as number) - level
      if (!Number.isNaN(error)) {
        squares += error * error
        level += alpha * error
      }
    }
    if (squares < least) {
      least = squares
      best = alpha
    }
  }
  return best
}

/** Simple exponential smoothing (Brown 1959). */
export const ses: Forecaster = ({ y, horizon, origins }, out) => {
  const start = firstLevel(y, 10)
  const alpha = bestAlpha(y, start)
  let level = start
  let row = 0
  for (let t = 0; row < origins.length; t++) {
    if (t === origins[row]) out.fill(level, row * horizon, ++row * horizon)
    const error = (y[t] as number) - level
    if (!Number.isNaN(error)) level += alpha * error
  }
}

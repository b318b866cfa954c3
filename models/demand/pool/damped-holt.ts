import type { Forecaster } from "./forecaster"
import { bestSmoothing, type Smoothing, smooth, startOf } from "./smoothing-state"

const dampedSettings: Smoothing[] = [0.05, 0.15, 0.3, 0.5, 0.8].flatMap((alpha) =>
  [0.03, 0.15, 0.4].flatMap((beta) => [0.85, 0.95].map((phi) => ({ alpha, beta, phi, gamma: 0 })))
)

type Fit = ReturnType<typeof bestSmoothing> & { start: ReturnType<typeof startOf> }

/** ETS asks for the same fit of the same history. */
const fits = new WeakMap<Float64Array, Fit>()

/** Constants of a damped trend by a grid. */
export function fitDamped(y: Float64Array): Fit {
  const known = fits.get(y)
  if (known) return known
  const start = startOf(y, 1, false)
  const fit = { start, ...bestSmoothing(y, start, dampedSettings) }
  fits.set(y, fit)
  return fit
}

/** Exponential smoothing with a damped trend (Gardner and McKenzie 1985). */
export const dampedHolt: Forecaster = ({ y, horizon, origins }, out) => {
  const { start, setting } = fitDamped(y)
  smooth(y, start, setting, start.season, origins, (row, _, level, trend) => {
    let ahead = level
    let step = trend
    for (let h = 0; h < horizon; h++) {
      step *= setting.phi
      ahead += step
      out[row * horizon + h] = ahead
    }
  })
}

import { fitDamped } from "./damped-holt"
import type { Forecaster, PoolInput } from "./forecaster"
import { bestSmoothing, type Smoothing, type Start, smooth, startOf } from "./smoothing-state"

const levelSettings: Smoothing[] = [0.02, 0.05, 0.1, 0.2, 0.3, 0.5, 0.7, 0.9].map((alpha) => ({
  alpha,
  beta: 0,
  phi: 0,
  gamma: 0
}))

const seasonSettings: Smoothing[] = [0.02, 0.1, 0.3, 0.6].flatMap((alpha) =>
  [0.02, 0.1, 0.3].map((gamma) => ({ alpha, beta: 0, phi: 0, gamma: gamma * (1 - alpha) }))
)

/** Trended neighbours of a seasonal setting. */
const trended = ({ alpha, gamma }: Smoothing): Smoothing[] =>
  [0.03, 0.2].flatMap((beta) => [0.85, 0.97].map((phi) => ({ alpha, beta, phi, gamma })))

export type EtsFit = { start: Start; setting: Smoothing; sigma: number }

/** Corrected information criterion of a Gaussian model with `parameters` free numbers. */
function aicc(squares: number, n: number, parameters: number): number {
  if (n - parameters - 1 <= 0) return Number.POSITIVE_INFINITY
  return (
    n * Math.log(Math.max(squares, 1e-12) / n) +
    2 * parameters +
    (2 * parameters * (parameters + 1)) / (n - parameters - 1)
  )
}

/** ANN, AAdN, ANA or AAdA by AICc (Hyndman, Koehler, Ord and Snyder 2008), constants by a grid. */
export function fitEts(y: Float64Array, period: number): EtsFit {
  const n = y.reduce((count, value) => count + (!Number.isNaN(value) ? 1 : 0), 0)
  const plain = { ...startOf(y, 1, false), trend: 0 }
  const candidates = [
    { start: plain, ...bestSmoothing(y, plain, levelSettings), parameters: 3 },
    { ...fitDamped(y), parameters: 6 }
  ]
  if (period > 1 && y.length >= 2 * period + 3) {
    const full = startOf(y, period, true)
    const still = { ...full, trend: 0 }
    const season = bestSmoothing(y, still, seasonSettings)
    candidates.push(
      { start: still, ...season, parameters: 3 + period },
      { start: full, ...bestSmoothing(y, full, trended(season.setting)), parameters: 6 + period }
    )
  }
  let best = candidates[0] as (typeof candidates)[number]
  for (const one of candidates) {
    if (aicc(one.squares, n, one.parameters) < aicc(best.squares, n, best.parameters)) best = one
  }
  return {
    start: best.start,
    setting: best.setting,
    sigma: Math.sqrt(best.squares / Math.max(1, n - 2))
  }
}

/** Means from each origin into `out`. */
export function forecastEts(
  { y, horizon, origins }: PoolInput,
  fit: EtsFit,
  out: Float64Array
): void {
  const season = new Float64Array(fit.start.season.length)
  const { phi } = fit.setting
  smooth(y, fit.start, fit.setting, season, origins, (row, origin, level, trend) => {
    let ahead = level
    let step = trend
    for (let h = 0; h < horizon; h++) {
      step *= phi
      ahead += step
      const phase = season.length > 0 ? (season[(origin + h) % season.length] as number) : 0
      out[row * horizon + h] = ahead + phase
    }
  })
}

/** Standard deviation at each step ahead: the class 1 formula of Hyndman et al. (2008, table 6.2). */
export function etsSpread({ setting, sigma, start }: EtsFit, horizon: number): Float64Array {
  const { alpha, beta, phi, gamma } = setting
  const period = start.season.length
  const spread = new Float64Array(horizon)
  let sum = 1
  let damping = 0
  for (let h = 0; h < horizon; h++) {
    spread[h] = sigma * Math.sqrt(sum)
    damping += phi ** (h + 1)
    const effect =
      alpha + alpha * beta * damping + (period > 0 && (h + 1) % period === 0 ? gamma : 0)
    sum += effect * effect
  }
  return spread
}

/** Exponential smoothing with automatic choice of trend and season. */
export const ets: Forecaster = (input, out) =>
  forecastEts(input, fitEts(input.y, input.period), out)

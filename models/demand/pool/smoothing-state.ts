import { firstLevel } from "./forecaster"

/** Smoothing constants of an additive model; `phi` damps the trend, `gamma` moves the season. */
export type Smoothing = { alpha: number; beta: number; phi: number; gamma: number }

/** Where a recursion starts: level, trend and one seasonal deviation a phase (empty without season). */
export type Start = { level: number; trend: number; season: Float64Array }

/** Level and seasonal deviations from the first two seasons or so, trend from the difference of their means. */
export function startOf(y: Float64Array, period: number, seasonal: boolean): Start {
  if (!seasonal) {
    const size = Math.min(10, y.length >> 1)
    const level = firstLevel(y, size)
    const next = firstLevel(y.subarray(size), size)
    const trend = size > 2 ? (next - level) / size : 0
    return { level, trend, season: new Float64Array(0) }
  }
  const seasons = Math.min(3, Math.floor(y.length / period))
  const sums = new Float64Array(period)
  const counts = new Float64Array(period)
  const level = firstLevel(y.subarray(0, seasons * period), seasons * period)
  for (let t = 0; t < seasons * period; t++) {
    const value = y[t] as number
    if (!Number.isNaN(value)) {
      sums[t % period] = (sums[t % period] as number) + value - level
      counts[t % period] = (counts[t % period] as number) + 1
    }
  }
  const season = sums.map((sum, phase) => sum / Math.max(1, counts[phase] as number))
  const first = firstLevel(y.subarray(0, period), period)
  const second = firstLevel(y.subarray(period, 2 * period), period)
  return { level: first, trend: (second - first) / period, season }
}

/**
 * One pass of the additive Holt-Winters recursion (Hyndman et al. 2008, error correction form). Returns the sum of
 * squared one-step errors; calls `at` with the state before step t for each origin.
 */
export function smooth(
  y: Float64Array,
  start: Start,
  { alpha, beta, phi, gamma }: Smoothing,
  season: Float64Array,
  origins: Int32Array | null,
  at: ((row: number, origin: number, level: number, trend: number) => void) | null
): number {
  const period = season.length
  season.set(start.season)
  let { level, trend } = start
  let squares = 0
  let row = 0
  let phase = 0
  const end = y.length
  for (let t = 0; t <= end; t++) {
    if (origins && at && t === origins[row]) at(row++, t, level, trend)
    if (t === end) break
    const ahead = level + phi * trend
    const error = (y[t] as number) - (period > 0 ? ahead + (season[phase] as number) : ahead)
    trend *= phi
    level = ahead
    if (!Number.isNaN(error)) {
      squares += error * error
      level += alpha * error
      trend += alpha * beta * error
      if (period > 0) season[phase] = (season[phase] as number) + gamma * error
    }
    if (++phase >= period) phase = 0
  }
  return squares
}

/** The best of some settings by squared one-step error. */
export function bestSmoothing(
  y: Float64Array,
  start: Start,
  settings: Smoothing[]
): { setting: Smoothing; squares: number } {
  const season = new Float64Array(start.season.length)
  let setting = settings[0] as Smoothing
  let squares = Number.POSITIVE_INFINITY
  for (const one of settings) {
    const sum = smooth(y, start, one, season, null, null)
    if (sum < squares) {
      squares = sum
      setting = one
    }
  }
  return { setting, squares }
}

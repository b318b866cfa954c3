import { startOfCroston } from "./croston-sba"
import type { Forecaster } from "./forecaster"

const alpha = 0.2

/**
 * Smooths non-overlapping sums of `size` steps, aligned to the end, and gives the level per step. Unobserved steps are
 * left out of a sum, which is scaled up to full length.
 */
export function aggregatedLevel(y: Float64Array, end: number, size: number): number {
  let level = Number.NaN
  for (let start = end % size; start + size <= end; start += size) {
    let sum = 0
    let seen = 0
    for (let t = start; t < start + size; t++) {
      const value = y[t] as number
      if (!Number.isNaN(value)) {
        sum += value
        seen++
      }
    }
    if (seen === 0) continue
    const mean = sum / seen
    level = !Number.isNaN(level) ? level + alpha * (mean - level) : mean
  }
  return !Number.isNaN(level) ? level : 0
}

/** About one demand a bucket, never so wide that fewer than three buckets are left. */
export const meanInterval = (y: Float64Array) =>
  Math.max(1, Math.min(Math.round(startOfCroston(y).interval), Math.floor(y.length / 3)))

/** Aggregate, forecast, disaggregate (Nikolopoulos, Syntetos, Boylan, Petropoulos and Assimakopoulos 2011). */
export const adida: Forecaster = ({ y, horizon, origins }, out) => {
  const size = meanInterval(y)
  for (let row = 0; row < origins.length; row++) {
    const level = aggregatedLevel(y, origins[row] as number, size)
    out.fill(level, row * horizon, (row + 1) * horizon)
  }
}

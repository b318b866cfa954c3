import { forecastLevels } from "../../src/domain/forecast"

/** Nine quantiles, and two tails for the 95 % interval. */
export const levels = forecastLevels
export const levelCount: number = levels.length
export const medianAt = levels.indexOf(0.5)

/** Standard normal quantiles at the levels. */
export const normalAt = [
  -1.959964, -1.281552, -0.841621, -0.524401, -0.253347, 0, 0.253347, 0.524401, 0.841621, 1.281552,
  1.959964
] as const

/** Quantiles of a sorted sample at the levels (Hyndman and Fan 1996, type 7), written at `offset`. */
export function sampleQuantiles(sorted: Float64Array, out: Float64Array, offset: number): void {
  const n = sorted.length
  for (let k = 0; k < levelCount; k++) {
    const place = (n - 1) * (levels[k] as number)
    const low = Math.floor(place)
    const a = sorted[low] as number
    const b = sorted[Math.min(n - 1, low + 1)] as number
    out[offset + k] = n > 0 ? a + (place - low) * (b - a) : 0
  }
}

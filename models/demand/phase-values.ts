import type { DemandSeries } from "../../src/features/demand-series"

const most = 12

/**
 * What was observed at the phase of a step ahead in past seasons, newest first; of a long season (weeks of a year) the
 * neighbouring steps as well.
 */
export function phaseValues({ y, period }: DemandSeries, h: number): Float64Array {
  const out = new Float64Array(most)
  const reach = period > 24 ? 1 : 0
  let count = 0
  if (period < 2) return out.subarray(0, 0)
  for (let t = y.length + h - period; t >= 0; t -= period) {
    for (let s = t + reach; s >= t - reach && count < most; s--) {
      const value = s >= 0 && s < y.length ? (y[s] as number) : Number.NaN
      if (!Number.isNaN(value)) out[count++] = value
    }
  }
  return out.subarray(0, count)
}

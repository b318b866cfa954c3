import type { Backtest } from "./backtest"
import { levelCount, normalAt, sampleQuantiles } from "./levels"

/** Residuals of neighbouring steps ahead are looked at together: so many bands over the horizon. */
export const mostBands = 4

/** The band of a step ahead (0-based). */
export const bandOf = (h: number, horizon: number) =>
  Math.floor((h * Math.min(mostBands, horizon)) / horizon)

export type Bands = {
  residuals: Float64Array
  ratios: Float64Array
  /** Root mean square of the residuals of each band, in units. */
  spread: Float64Array
}

/** Without an earlier origin: what one step differs from the next by, growing with the root of the step. */
function fallbackSpread(y: Float64Array, h: number): number {
  let squares = 0
  let count = 0
  for (let t = Math.max(1, y.length - 60); t < y.length; t++) {
    const step = (y[t] as number) - (y[t - 1] as number)
    if (!Number.isNaN(step)) {
      squares += step * step
      count++
    }
  }
  return count > 0 ? Math.sqrt((squares / count) * (0.5 + 0.1 * h)) : 1
}

/** Empirical quantiles of residuals and ratios in each band. */
export function residualBands(y: Float64Array, test: Backtest, floor: number): Bands {
  const { horizon, residuals, combined } = test
  const bands = Math.min(mostBands, horizon)
  const out: Bands = {
    residuals: new Float64Array(bands * levelCount),
    ratios: new Float64Array(bands * levelCount).fill(1),
    spread: new Float64Array(bands)
  }
  const sample = new Float64Array(residuals.length)
  const relative = new Float64Array(residuals.length)
  for (let band = 0; band < bands; band++) {
    let n = 0
    let squares = 0
    for (let i = 0; i < residuals.length; i++) {
      const residual = residuals[i] as number
      // a band leans on half of its neighbours
      const place = ((i % horizon) * bands) / horizon - band
      if (Number.isNaN(residual) || place < -0.5 || place >= 1.5) continue
      sample[n] = residual
      const center = Math.max(combined[i] as number, floor)
      relative[n] = Math.max(0, (residual + (combined[i] as number)) / center)
      squares += residual * residual
      n++
    }
    if (n >= 6) {
      sampleQuantiles(sample.subarray(0, n).sort(), out.residuals, band * levelCount)
      sampleQuantiles(relative.subarray(0, n).sort(), out.ratios, band * levelCount)
      out.spread[band] = Math.sqrt(squares / n)
      continue
    }
    const spread = fallbackSpread(y, ((band + 0.5) * horizon) / bands)
    out.spread[band] = spread
    for (let k = 0; k < levelCount; k++) {
      const step = spread * (normalAt[k] as number)
      out.residuals[band * levelCount + k] = step
      out.ratios[band * levelCount + k] = Math.max(0, 1 + step / Math.max(floor * 20, 1e-9))
    }
  }
  return out
}

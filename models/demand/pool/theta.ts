import { type Forecaster, firstLevel } from "./forecaster"
import { seasonalFactors } from "./seasonal-factors"
import { bestAlpha } from "./ses"

/**
 * The Theta method (Assimakopoulos and Nikolopoulos 2000) as exponential smoothing with half the linear trend as drift
 * (Hyndman and Billah 2003), on data freed of its season.
 */
export const theta: Forecaster = ({ y, period, horizon, origins }, out) => {
  const factors = seasonalFactors(y, period)
  const level0 = factors ? y.map((value, t) => value / (factors[t % period] as number)) : y
  const start = firstLevel(level0, 10)
  const alpha = bestAlpha(level0, start)
  let level = start
  let row = 0
  // running sums of the regression on time
  let n = 0
  let st = 0
  let sy = 0
  let stt = 0
  let sty = 0
  for (let t = 0; row < origins.length; t++) {
    if (t === origins[row]) {
      const spread = n * stt - st * st
      const slope = n > 4 && spread > 0 ? (n * sty - st * sy) / spread : 0
      const lead = (1 - (1 - alpha) ** n) / alpha
      for (let h = 0; h < horizon; h++) {
        const ahead = level + (slope / 2) * (h + lead)
        out[row * horizon + h] = factors ? ahead * (factors[(t + h) % period] as number) : ahead
      }
      row++
    }
    const value = level0[t] as number
    if (!Number.isNaN(value)) {
      level += alpha * (value - level)
      n++
      st += t
      sy += value
      stt += t * t
      sty += t * value
    }
  }
}

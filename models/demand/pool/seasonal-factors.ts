/** Autocorrelation at a lag, unobserved steps left out. */
function autocorrelation(y: Float64Array, mean: number, lag: number): number {
  let product = 0
  let squares = 0
  for (let t = 0; t < y.length; t++) {
    const value = (y[t] as number) - mean
    if (Number.isNaN(value)) continue
    squares += value * value
    const before = t >= lag ? (y[t - lag] as number) - mean : Number.NaN
    if (!Number.isNaN(before)) product += value * before
  }
  return squares > 0 ? product / squares : 0
}

/**
 * Multiplicative seasonal factors, mean 1, shrunk to 1 where seasons are few; null where the autocorrelation at the
 * season is within the 90 % band of noise (the test of the M competitions) or two seasons were not seen.
 */
export function seasonalFactors(y: Float64Array, period: number): Float64Array | null {
  const n = y.length
  if (period < 2 || n < 2 * period + 2) return null
  let sum = 0
  let count = 0
  for (let t = 0; t < n; t++) {
    const value = y[t] as number
    if (!Number.isNaN(value)) {
      sum += value
      count++
    }
  }
  const mean = count > 0 ? sum / count : 0
  if (mean <= 0) return null
  let band = 1
  const near = Math.min(period, 12)
  for (let lag = 1; lag < near; lag++) band += 2 * autocorrelation(y, mean, lag) ** 2
  if (Math.abs(autocorrelation(y, mean, period)) < 1.645 * Math.sqrt(band / n)) return null
  const ratios = new Float64Array(period)
  const seen = new Float64Array(period)
  const half = period >> 1
  // centred moving average as the level; an even window has half weights at its ends
  for (let t = half; t < n - half; t++) {
    let total = 0
    let weight = 0
    for (let k = -half; k <= half; k++) {
      const value = y[t + k] as number
      if (Number.isNaN(value)) continue
      const w = period % 2 === 0 && (k === -half || k === half) ? 0.5 : 1
      total += w * value
      weight += w
    }
    const value = y[t] as number
    if (!Number.isNaN(value) && total > 0) {
      ratios[t % period] = (ratios[t % period] as number) + (value * weight) / total
      seen[t % period] = (seen[t % period] as number) + 1
    }
  }
  const factors = ratios.map((ratio, phase) => {
    const times = seen[phase] as number
    return times > 0 ? Math.max(0.05, (ratio + 0.5) / (times + 0.5)) : 1
  })
  const average = factors.reduce((a, b) => a + b, 0) / period
  return factors.map((factor) => factor / average)
}

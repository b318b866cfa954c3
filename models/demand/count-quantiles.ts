import { levelCount, levels, normalAt } from "./levels"

/** Above this mean a count is near enough to a gamma. */
const largeMean = 30

/**
 * Quantiles of a negative binomial with a mean and a variance (Poisson when the variance is no larger), written at
 * `offset`. Between two counts the quantile moves linearly with the level, so that small means do not jump. Large means
 * use the gamma of the same moments by the Wilson-Hilferty cube (1931).
 */
export function countQuantiles(
  mean: number,
  variance: number,
  out: Float64Array,
  offset: number
): void {
  if (!(mean > 1e-6)) {
    out.fill(0, offset, offset + levelCount)
    return
  }
  if (mean > largeMean) {
    const ninth = Math.max(variance, mean) / (9 * mean * mean)
    for (let k = 0; k < levelCount; k++) {
      const cube = 1 - ninth + (normalAt[k] as number) * Math.sqrt(ninth)
      out[offset + k] = mean * Math.max(0, cube) ** 3
    }
    return
  }
  const excess = variance - mean
  const size = excess > 1e-6 * mean ? (mean * mean) / excess : 1e6
  const share = mean / (size + mean)
  let chance = (1 - share) ** size
  let below = 0
  let count = 0
  for (let k = 0; k < levelCount; k++) {
    const level = levels[k] as number
    while (below + chance < level && count < 5_000) {
      below += chance
      chance *= ((size + count) / (count + 1)) * share
      count++
    }
    // zero is an atom of its own: below its chance the quantile is zero
    const part = chance > 0 ? Math.min(1, (level - below) / chance) : 1
    out[offset + k] = count === 0 ? 0 : count - 1 + part
  }
}

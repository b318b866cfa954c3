import { levelCount, levels } from "./levels"

/**
 * How much of an observed value lies in the central interval that leaves `tail` on either side. Counts have atoms: where a
 * whole run of quantiles equals the value (most often zero), the value stands for a range of levels, and the share of it
 * inside the interval counts (the non-randomised PIT of Czado, Gneiting and Held 2009). Else it is 0 or 1.
 */
export function coveredShare(
  actual: number,
  quantiles: ArrayLike<number>,
  zeroChance: number,
  tail: number
): number {
  let from = levelCount
  let to = -1
  for (let k = 0; k < levelCount; k++) {
    if (quantiles[k] !== actual) continue
    from = Math.min(from, k)
    to = k
  }
  const lowest = (levels as readonly number[]).indexOf(tail)
  const low = quantiles[lowest] as number
  const high = quantiles[levelCount - 1 - lowest] as number
  if (to < 0) return actual > low && actual < high ? 1 : 0
  const start = from === 0 ? 0 : (levels[from] as number)
  const last = levels[to] as number
  const end = actual === 0 ? Math.max(last, zeroChance) : to === levelCount - 1 ? 1 : last
  if (end <= start) return actual >= low && actual <= high ? 1 : 0
  return Math.max(0, Math.min(end, 1 - tail) - Math.max(start, tail)) / (end - start)
}

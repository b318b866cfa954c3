/** Ten times the largest relative difference between backends (test/e2e/backends.test.ts). */
const sameWithin = 1e-5

/**
 * Share of a sorted history below a score, 0..1. Scores that differ by no more than backends do count as equal:
 * else a row in a run of ties would jump over all of them when WASM takes over from the GPU.
 */
export function rankOf(sorted: Float32Array, score: number): number {
  const least = score - sameWithin * Math.abs(score)
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] ?? 0) < least) low = middle + 1
    else high = middle
  }
  return low / sorted.length
}

/** −ln of the share of a sorted history that is as high: 0 is ordinary, 4.6 one in a hundred. */
export function rankSurprise(sorted: Float32Array, score: number): number {
  return -Math.log(1 - rankOf(sorted, score) + 1 / (sorted.length + 1))
}

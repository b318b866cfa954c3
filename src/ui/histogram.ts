export type Bin = {
  from: number
  to: number
  count: number
  /** The order at hand is in here. */
  marked: boolean
  /** The last bin also holds everything above `to`. */
  open: boolean
}

/** 1, 2 or 5 times a power of ten, at least `least`: bin edges that a person can read. */
function niceStep(least: number): number {
  const power = 10 ** Math.floor(Math.log10(least))
  const factor = [1, 2, 5, 10].find((one) => one * power >= least) ?? 10
  return factor * power
}

/**
 * Counts of values in at most `most` even bins from 0 up to `value` or the 99th percentile, whichever is greater, so
 * that a single huge order does not press all the rest into one bar. Values below 0 (refunds) count in the first bin.
 * Empty without values.
 */
export function histogram(values: number[], value: number, most = 16): Bin[] {
  if (values.length === 0) return []
  const sorted = values.toSorted((a, b) => a - b)
  const high = sorted[Math.floor((sorted.length - 1) * 0.99)] ?? 0
  const top = Math.max(high, value, 1)
  const step = niceStep(top / (most - 1))
  const size = Math.floor(top / step) + 1
  const binOf = (one: number) => Math.max(0, Math.min(size - 1, Math.floor(one / step)))
  const counts = new Array<number>(size).fill(0)
  for (const one of values) counts[binOf(one)] = (counts[binOf(one)] ?? 0) + 1
  const end = size * step
  return counts.map((count, i) => ({
    from: i * step,
    to: (i + 1) * step,
    count,
    marked: binOf(value) === i,
    open: i === size - 1 && (sorted.at(-1) ?? 0) >= end
  }))
}

/** Share of the values that are below this one, 0..1. */
export function shareBelow(values: number[], value: number): number {
  if (values.length === 0) return 0
  return values.filter((one) => one < value).length / values.length
}

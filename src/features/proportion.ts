export type Interval = { low: number; value: number; high: number }

const z = 1.96

/** Share with its 95 % interval (Wilson 1927); of no cases: 0 to 1. */
export function proportion(hits: number, cases: number): Interval {
  if (cases === 0) return { low: 0, value: 0, high: 1 }
  const share = hits / cases
  const spread = z * Math.sqrt((share * (1 - share)) / cases + z ** 2 / (4 * cases ** 2))
  const middle = share + z ** 2 / (2 * cases)
  const scale = 1 + z ** 2 / cases
  return {
    low: Math.max(0, (middle - spread) / scale),
    value: share,
    high: Math.min(1, (middle + spread) / scale)
  }
}

/** Rate behind a count with its 95 % interval (score interval of a Poisson mean); of nothing seen: 0 to 3.8. */
export function eventCount(count: number): Interval {
  const middle = count + z ** 2 / 2
  const reach = z * Math.sqrt(count + z ** 2 / 4)
  return { low: Math.max(0, middle - reach), value: count, high: middle + reach }
}

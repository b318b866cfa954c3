/** Counts of values within groups. */
export type Frequencies = Map<string, number>

const join = (group: string, value: string) => `${group}\u0000${value}`

export function addCount(counts: Frequencies, group: string, value: string): void {
  for (const key of [join(group, value), join(group, "")])
    counts.set(key, (counts.get(key) ?? 0) + 1)
}

export type Rarity = {
  /** −ln of the smoothed share: 0 is certain, 3 about one in twenty. */
  surprise: number
  share: number
  seen: number
  n: number
}

/**
 * How rare a value is in its group; shares are smoothed with `weight` imagined observations of a prior share,
 * so that nothing is impossible and few observations say little.
 */
export function rarity(
  counts: Frequencies,
  group: string,
  value: string,
  prior: number,
  weight = 5
): Rarity {
  const seen = counts.get(join(group, value)) ?? 0
  const n = counts.get(join(group, "")) ?? 0
  const share = (seen + weight * prior) / (n + weight)
  return { surprise: -Math.log(share), share: n > 0 ? seen / n : 0, seen, n }
}

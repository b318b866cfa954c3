/** Counts of values within groups. */
export type Frequencies = Map<string, number>

const join = (group: string, value: string) => `${group}\u0000${value}`

/** Where a group keeps its total and the count of its commonest value: no value of a page is empty or a NUL. */
const total = ""
const commonest = "\u0000"

export function addCount(counts: Frequencies, group: string, value: string): void {
  const key = join(group, value)
  const seen = (counts.get(key) ?? 0) + 1
  counts.set(key, seen)
  counts.set(join(group, total), (counts.get(join(group, total)) ?? 0) + 1)
  counts.set(join(group, commonest), Math.max(seen, counts.get(join(group, commonest)) ?? 0))
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
  const n = counts.get(join(group, total)) ?? 0
  const share = (seen + weight * prior) / (n + weight)
  return { surprise: -Math.log(share), share: n > 0 ? seen / n : 0, seen, n }
}

/** The commonest value of a group; undefined of an empty one. Looks through all counts: not for every order. */
export function commonestValue(counts: Frequencies, group: string): string | undefined {
  const start = join(group, "")
  const most = counts.get(join(group, commonest))
  for (const [key, count] of counts) {
    const value = key.startsWith(start) ? key.slice(start.length) : total
    if (count === most && value !== total && value !== commonest) return value
  }
  return undefined
}

/** The surprise of a group's commonest value, whichever it is. */
export function leastSurprise(
  counts: Frequencies,
  group: string,
  prior: number,
  weight?: number
): number {
  return rarity(counts, group, commonest, prior, weight).surprise
}

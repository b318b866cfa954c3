/** Count, mean and sum of squared deviations of log values: enough for a usual value and a spread. */
export type Stats = { n: number; mean: number; m2: number }
export type GroupStats = Map<string, Stats>

/**
 * What is assumed before a group has shown its own: the spread of log values (0.7 = a factor of about two either
 * way), and how many values make a group count as much as its parent.
 */
export type Assumed = { spread: number; weight: number }
const usually: Assumed = { spread: 0.7, weight: 5 }

/** Welford's update (1962), on log values so that usual amounts and factors come out. */
export function addValue(groups: GroupStats, key: string, log: number): void {
  const stats = groups.get(key) ?? { n: 0, mean: 0, m2: 0 }
  stats.n += 1
  const delta = log - stats.mean
  stats.mean += delta / stats.n
  stats.m2 += delta * (log - stats.mean)
  groups.set(key, stats)
}

/** How unusual a log value is in a group, in spreads; few values are shrunk to the parent's. */
export type Deviation = { z: number; usual: number; times: number; n: number }

/**
 * Spreads of a log value from the usual of its group. Mean and spread of a small group lean on its parent's, and
 * a difference from few values counts for less than the same difference from many.
 */
export function deviation(
  log: number,
  group: Stats | undefined,
  parent?: Stats,
  { spread, weight }: Assumed = usually
): Deviation {
  const n = group?.n ?? 0
  const all = n + (parent?.n ?? 0)
  const parentMean = parent && parent.n > 0 ? parent.mean : (group?.mean ?? log)
  const parentVariance = varianceOf(parent, spread ** 2, weight)
  const mean = ((group?.mean ?? 0) * n + parentMean * weight) / (n + weight)
  const confidence = all / (all + weight)
  return {
    z: (confidence * (log - mean)) / Math.sqrt(varianceOf(group, parentVariance, weight)),
    usual: Math.exp(mean),
    times: Math.exp(log - mean),
    n
  }
}

function varianceOf(stats: Stats | undefined, prior: number, weight: number): number {
  return ((stats?.m2 ?? 0) + weight * prior) / ((stats?.n ?? 0) + weight)
}

import type { Reading } from "../domain/reading"

/** A way in which pages of one kind were read, for how long and how often. Times in epoch ms. */
export type ReadingWay = { strategy: string; first: number; last: number; readings: number }

const most = 12
const notAWay = new Set(["none", "empty"])

/**
 * Counts which way of reading won, newest first. A new way at the top of the list is drift: the page changed, or
 * what was known of it. A way that comes back continues its own line.
 */
export function countWay(ways: ReadingWay[], { strategy, readAt }: Reading): ReadingWay[] {
  if (notAWay.has(strategy)) return ways
  const before = ways.find((way) => way.strategy === strategy)
  const others = ways.filter((way) => way !== before)
  const isCurrent = ways[0] === before
  const now: ReadingWay = {
    strategy,
    first: before && isCurrent ? before.first : readAt,
    last: readAt,
    readings: (before?.readings ?? 0) + 1
  }
  return [now, ...others].slice(0, most)
}

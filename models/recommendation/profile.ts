import { type Baskets, itemsOf } from "../../src/features/baskets"

/** What one buyer did with one item. */
export type Owned = {
  count: number
  /** Baskets since the last purchase: 1 = in the newest basket. */
  steps: number
  /** Days since the last purchase. */
  days: number
  /** Mean days between purchases; undefined when bought once. */
  gap?: number
  /** Σ 0.8^(baskets ago). */
  decayed: number
  firstAt: number
}

/** What one buyer has bought so far. */
export type Profile = {
  baskets: number
  items: Map<number, Owned>
  /** Items a basket. */
  meanSize: number
  /** Share of lines that repeat an earlier one. */
  repeatShare: number
  /** Days since the last basket; mean days between baskets, undefined with fewer than two. */
  sinceLast: number
  meanInterval?: number
}

const decay = 0.8
/** A buyer's newest baskets; older ones change little and cost time. */
const mostBaskets = 100

/** @param own the buyer's baskets, oldest first; @param now in days */
export function profileOf(baskets: Baskets, own: Uint32Array, now: number): Profile {
  const used = own.slice(-mostBaskets)
  const items = new Map<number, Owned>()
  let lines = 0
  for (const [step, basket] of used.entries()) {
    const at = baskets.at[basket] ?? 0
    const steps = used.length - step
    for (const item of itemsOf(baskets, basket)) {
      lines++
      const known = items.get(item)
      const count = (known?.count ?? 0) + 1
      const firstAt = known?.firstAt ?? at
      items.set(item, {
        count,
        steps,
        days: now - at,
        ...(count > 1 ? { gap: (at - firstAt) / (count - 1) } : {}),
        decayed: (known?.decayed ?? 0) + decay ** (steps - 1),
        firstAt
      })
    }
  }
  const first = baskets.at[used[0] ?? -1] ?? now
  const last = baskets.at[used.at(-1) ?? -1] ?? now
  return {
    baskets: used.length,
    items,
    meanSize: lines / Math.max(1, used.length),
    repeatShare: lines > 0 ? (lines - items.size) / lines : 0,
    sinceLast: now - last,
    ...(used.length > 1
      ? { meanInterval: Math.max(1 / 24, (last - first) / (used.length - 1)) }
      : {})
  }
}

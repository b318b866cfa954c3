import { type Baskets, basketCount, itemsOf } from "../../src/features/baskets"

/** Counts of the newest share of the baskets. */
export type Window = { baskets: number; counts: Float32Array }

/** How often each item was bought, over all baskets and lately, and when first and last (days). */
export type Popularity = {
  all: Window
  /** The newest 20 % and 5 % of the baskets. */
  recent: Window
  newest: Window
  firstAt: Float64Array
  lastAt: Float64Array
}

function countWindow(baskets: Baskets, share: number): Window {
  const total = basketCount(baskets)
  const used = Math.max(1, Math.round(total * share))
  const counts = new Float32Array(baskets.items)
  for (
    let line = baskets.start[Math.max(0, total - used)] ?? 0;
    line < baskets.item.length;
    line++
  ) {
    const item = baskets.item[line] ?? 0
    counts[item] = (counts[item] ?? 0) + 1
  }
  return { baskets: used, counts }
}

export function countPopularity(baskets: Baskets): Popularity {
  const firstAt = new Float64Array(baskets.items).fill(Number.POSITIVE_INFINITY)
  const lastAt = new Float64Array(baskets.items).fill(Number.NEGATIVE_INFINITY)
  for (let b = 0; b < basketCount(baskets); b++) {
    const at = baskets.at[b] ?? 0
    for (const item of itemsOf(baskets, b)) {
      if (at < (firstAt[item] ?? 0)) firstAt[item] = at
      lastAt[item] = at
    }
  }
  return {
    all: countWindow(baskets, 1),
    recent: countWindow(baskets, 0.2),
    newest: countWindow(baskets, 0.05),
    firstAt,
    lastAt
  }
}

/** ln of the share of baskets that hold the item, half a basket added so that none is −∞. */
export const logShare = ({ baskets, counts }: Window, item: number) =>
  Math.log(((counts[item] ?? 0) + 0.5) / (baskets + 1))

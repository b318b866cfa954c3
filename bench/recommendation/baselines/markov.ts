import { itemsOf, rowOf } from "../../../src/features/baskets"
import type { Baseline, Past } from "./past"

/** Baskets of an item are worth this many more before its transitions count in full. */
const shrink = 5

/** First-order Markov chain: what came in the basket right after one with the same items, as a share of those baskets. */
export function markovBaseline(past: Past): Baseline {
  const { history, byBuyer } = past
  const next = Array.from({ length: history.items }, () => new Map<number, number>())
  const left = new Float32Array(history.items)
  for (let buyer = 1; buyer + 1 < byBuyer.start.length; buyer++) {
    const own = rowOf(byBuyer, buyer)
    for (let step = 1; step < own.length; step++) {
      const to = itemsOf(history, own[step] ?? 0)
      for (const item of itemsOf(history, own[step - 1] ?? 0)) {
        left[item] = (left[item] ?? 0) + 1
        const row = next[item]
        for (const other of to) row?.set(other, (row.get(other) ?? 0) + 1)
      }
    }
  }
  return {
    name: "markov",
    rank: (one) =>
      past.ranked(one, (sums) => {
        const last = past.baskets(one.query.buyer).at(-1)
        for (const item of last === undefined ? [] : itemsOf(history, last)) {
          const scale = (left[item] ?? 0) + shrink
          for (const [other, count] of next[item] ?? []) sums.add(other, count / scale)
        }
      })
  }
}

import { Accumulator } from "../../../models/recommendation/accumulator"
import { largest } from "../../../models/recommendation/top-rows"
import { invert, rowOf } from "../../../src/features/baskets"
import type { Baseline, Given, Past, RowsOf } from "./past"

/** Neighbours kept an item: all of them in sets of the size of those in DATA.md, and a bound on memory in larger ones. */
const mostNeighbours = 16_000
const shrinks = [0, 20]

type Neighbours = { ids: Uint32Array; together: Uint32Array }

/** Item-kNN: cosine of binary columns, plain and shrunk. */
export function itemKnnBaselines(past: Past, of: RowsOf, givens: Given[]): Baseline[] {
  const { items } = past.history
  const rows = past.rows(of)
  const columns = invert(rows, items)
  const sizes = Uint32Array.from({ length: items }, (_, item) => rowOf(columns, item).length)
  const counts = new Accumulator(items)
  const known = new Map<number, Neighbours>()
  const neighboursOf = (item: number): Neighbours => {
    const before = known.get(item)
    if (before) return before
    for (const row of rowOf(columns, item)) {
      for (const other of rowOf(rows, row)) if (other !== item) counts.add(other, 1)
    }
    const all = counts.touched.slice()
    const cosines = Float32Array.from(
      all,
      (other) => (counts.values[other] ?? 0) / Math.sqrt(sizes[other] ?? 1)
    )
    const ids =
      all.length > mostNeighbours
        ? Uint32Array.from(largest(cosines, mostNeighbours), (at) => all[at] ?? 0)
        : all
    const made = { ids, together: ids.map((other) => counts.values[other] ?? 0) }
    counts.clear()
    known.set(item, made)
    return made
  }
  return givens.flatMap((given) =>
    shrinks.map((shrink) => ({
      name: `item_knn${shrink ? `_shrink${shrink}` : ""}${given === "all" ? "_recency" : ""}`,
      rank: (one) =>
        past.ranked(one, (sums) => {
          for (const [item, weight] of past.weights(one, given)) {
            const { ids, together } = neighboursOf(item)
            const size = sizes[item] ?? 0
            for (const [i, other] of ids.entries()) {
              const scale = Math.sqrt(size * (sizes[other] ?? 0)) + shrink
              sums.add(other, (weight * (together[i] ?? 0)) / scale)
            }
          }
        })
    }))
  )
}

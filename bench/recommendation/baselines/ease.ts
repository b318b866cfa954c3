import { easeWeights, headItems } from "../../../models/recommendation/ease"
import { shown } from "../../../models/recommendation/quality"
import { largest } from "../../../models/recommendation/top-rows"
import type { Baseline, Given, Past, RowsOf } from "./past"

/** The commonest items: memory grows with the square. */
const headSize = 5_000
const ridges = [100, 400]

/** EASE (Steck 2019) on binary rows. */
export async function easeBaselines(past: Past, of: RowsOf, givens: Given[]): Promise<Baseline[]> {
  const { items } = past.history
  const head = headItems(past.popularity.all.counts, headSize)
  const column = new Map(Array.from(head, (item, at) => [item, at]))
  const n = head.length
  const baselines: Baseline[] = []
  for (const ridge of ridges) {
    const sets = { sets: past.rows(of), ridge, weigh: () => 1 }
    const weights = await easeWeights(sets, head, items)
    for (const given of givens) {
      baselines.push({
        name: `ease_l${ridge}${given === "all" ? "_recency" : ""}`,
        rank(one) {
          const sums = new Float32Array(n)
          for (const [item, weight] of past.weights(one, given)) {
            const at = column.get(item)
            if (at === undefined) continue
            for (let j = 0; j < n; j++) {
              sums[j] = (sums[j] ?? 0) + weight * (weights[at * n + j] ?? 0)
            }
          }
          for (const item of past.excluded(one)) {
            const at = column.get(item)
            if (at !== undefined) sums[at] = Number.NEGATIVE_INFINITY
          }
          const best = largest(sums, shown)
          return past.first(
            one,
            best.map((at) => head[at] ?? 0)
          )
        }
      })
    }
  }
  return baselines
}

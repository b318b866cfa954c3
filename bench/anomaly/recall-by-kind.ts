import { type AnomalyKind, anomalyKinds } from "../../demo/truth"
import type { Metric } from "../metric"
import { alertRate, type ScoredShop } from "./shops"

/**
 * Recall of each planted kind when 1 % of the orders are flagged: each kind comes by itself into the stream of
 * ordinary orders of its shop, so that the budget suffices for it, and the highest 1 % of that stream are flagged.
 */
export function recallByKind(shops: ScoredShop[]): Metric[] {
  const found = new Map<AnomalyKind, boolean[]>(anomalyKinds.map((kind) => [kind, []]))
  for (const { scores, kinds } of shops) {
    for (const kind of anomalyKinds) {
      const stream = scores.flatMap(({ probability }, i) =>
        kinds[i] === null || kinds[i] === kind ? [{ probability, odd: kinds[i] === kind }] : []
      )
      const flags = Math.floor(stream.length * alertRate)
      const ranked = stream.toSorted((a, b) => b.probability - a.probability)
      ranked.forEach(({ odd }, rank) => {
        if (odd) found.get(kind)?.push(rank < flags)
      })
    }
  }
  const recallOf = (all: boolean[]) => all.filter(Boolean).length / Math.max(1, all.length)
  const recalls = anomalyKinds.map((kind) => ({ kind, of: found.get(kind) ?? [] }))
  const mean = recalls.reduce((sum, { of }) => sum + recallOf(of), 0) / recalls.length
  const worst = Math.min(...recalls.map(({ of }) => recallOf(of)))
  const metric = (id: string, value: number, n: number, note?: string): Metric => ({
    id: `anomaly.demo.recall_at_1pct${id}`,
    value,
    unit: "",
    n,
    ...(note ? { note } : {})
  })
  return [
    metric(
      "",
      mean,
      recalls.reduce((sum, { of }) => sum + of.length, 0),
      `mean over ${recalls.length} kinds, each alone among the ordinary orders of ${shops.length} shops; worst ${worst.toFixed(2)}`
    ),
    ...recalls.map(({ kind, of }) => metric(`.${kind}`, recallOf(of), of.length))
  ]
}

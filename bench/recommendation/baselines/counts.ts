import { personalRanking } from "../../../models/recommendation/quality"
import type { Baseline, Past } from "./past"

/** Best sellers of all time and of the newest baskets; what the buyer took most, alone and filled up with these. */
export function countBaselines(past: Past): Baseline[] {
  const { all, recent, newest } = past.popularity
  const popular = (name: string, counts: Float32Array): Baseline => {
    const order = past.byCount(counts)
    return { name, rank: (one) => past.first(one, order) }
  }
  const personal = (name: string, fill: number[], ties: Float32Array): Baseline => ({
    name,
    rank: (one) => personalRanking(past.counts(one.query.buyer), ties, fill, past.excluded(one))
  })
  const gpTopFreq = (name: string, counts: Float32Array) =>
    personal(name, past.byCount(counts).slice(0, 1_000), counts)
  return [
    popular("popularity", all.counts),
    popular("popularity_window20", recent.counts),
    popular("popularity_window5", newest.counts),
    personal("personal_top", [], new Float32Array()),
    gpTopFreq("gp_topfreq", all.counts),
    gpTopFreq("gp_topfreq_window20", recent.counts)
  ]
}

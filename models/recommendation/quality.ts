import type { RankQuality, RecommendationQuality } from "../../src/domain/recommendation-quality"
import { itemsOf, rowOf } from "../../src/features/baskets"
import type { Evidence } from "./evidence"
import type { Case, Task } from "./examples"
import { largest } from "./top-rows"

export const shown = 10

/** Recall, NDCG (binary gains, Järvelin and Kekäläinen 2002) and whether anything was right, of the first k. */
export function rankQuality(ranked: number[], answer: Set<number>, k = shown): RankQuality {
  let hits = 0
  let gain = 0
  let ideal = 0
  for (let place = 0; place < k; place++) {
    const discount = 1 / Math.log2(place + 2)
    if (place < answer.size) ideal += discount
    const item = ranked[place]
    if (item === undefined || !answer.has(item)) continue
    hits++
    gain += discount
  }
  return { recall: hits / answer.size, ndcg: gain / ideal, hit: hits > 0 ? 1 : 0 }
}

/** Times that a buyer took each item before, in the order of first purchase. */
export function purchaseCounts({ baskets, byBuyer }: Evidence, buyer: number): Map<number, number> {
  const counts = new Map<number, number>()
  if (buyer === 0 || buyer + 1 >= byBuyer.start.length) return counts
  for (const basket of rowOf(byBuyer, buyer)) {
    for (const item of itemsOf(baskets, basket)) counts.set(item, (counts.get(item) ?? 0) + 1)
  }
  return counts
}

/** GP-TopFreq: what the buyer took most often (ties by popularity), filled up with the most popular. */
export function personalRanking(
  counts: Map<number, number>,
  popularity: Float32Array,
  fill: number[],
  excluded: Set<number>,
  k = shown
): number[] {
  const own = [...counts]
    .filter(([item]) => !excluded.has(item))
    .sort(([a, m], [b, n]) => n - m || (popularity[b] ?? 0) - (popularity[a] ?? 0))
    .map(([item]) => item)
  const rest = fill.filter((item) => !counts.has(item) && !excluded.has(item))
  return [...own, ...rest].slice(0, k)
}

const mean = (values: number[]) => values.reduce((sum, one) => sum + one, 0) / values.length

const meanQuality = (all: RankQuality[]): RankQuality => ({
  recall: mean(all.map(({ recall }) => recall)),
  ndcg: mean(all.map(({ ndcg }) => ndcg)),
  hit: mean(all.map(({ hit }) => hit))
})

const warmFrom = 3

/** Compares with the two plain ways that a seller could do by hand. */
export function measureQuality(
  task: Task,
  evidence: Evidence,
  cases: Case[],
  rankCase: (one: Case) => number[]
): RecommendationQuality {
  const { counts: recent } = evidence.popularity.recent
  const bestSellers = largest(recent, 400)
  const ours: RankQuality[] = []
  const popular: RankQuality[] = []
  const personal: RankQuality[] = []
  const warm: boolean[] = []
  const found = { repeat: 0, explore: 0 }
  const sought = { repeat: 0, explore: 0 }
  for (const one of cases) {
    const { buyer, basket } = one.query
    const answer = new Set(one.answer)
    const inBasket = new Set(basket)
    const counts = purchaseCounts(evidence, buyer)
    const ranked = rankCase(one)
    ours.push(rankQuality(ranked, answer))
    popular.push(
      rankQuality(
        bestSellers.filter((item) => !inBasket.has(item)),
        answer
      )
    )
    personal.push(rankQuality(personalRanking(counts, recent, bestSellers, inBasket), answer))
    const baskets =
      buyer > 0 && buyer + 1 < evidence.byBuyer.start.length
        ? rowOf(evidence.byBuyer, buyer).length
        : 0
    warm.push(baskets >= warmFrom)
    for (const item of answer) {
      const kind = counts.has(item) ? "repeat" : "explore"
      sought[kind] += 1
      if (ranked.slice(0, shown).includes(item)) found[kind] += 1
    }
  }
  const part = (isWarm: boolean) => {
    const chosen = warm.flatMap((one, i) => (one === isWarm ? [i] : []))
    const recallOf = (all: RankQuality[]) => mean(chosen.map((i) => all[i]?.recall ?? 0))
    return { cases: chosen.length, ours: recallOf(ours), personal: recallOf(personal) }
  }
  return {
    task,
    k: shown,
    cases: cases.length,
    ours: meanQuality(ours),
    popular: meanQuality(popular),
    personal: meanQuality(personal),
    warm: part(true),
    cold: part(false),
    repeat: found.repeat / sought.repeat,
    explore: found.explore / sought.explore
  }
}

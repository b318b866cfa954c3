import {
  type QualityPart,
  qualityParts,
  type RankingWay,
  type RankQuality,
  type RecommendationQuality,
  rankingWays
} from "../../src/domain/recommendation-quality"
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

const forEachWay = <T>(make: (way: RankingWay) => T) =>
  Object.fromEntries(rankingWays.map((way) => [way, make(way)])) as Record<RankingWay, T>

/** The parts that a case falls in, with what was sought there. */
function partsOf(evidence: Evidence, { query, answer }: Case, counts: Map<number, number>) {
  const { byBuyer } = evidence
  const isKnown = query.buyer > 0 && query.buyer + 1 < byBuyer.start.length
  const baskets = isKnown ? rowOf(byBuyer, query.buyer).length : 0
  const all = new Set(answer)
  const again = answer.filter((item) => counts.has(item))
  const parts: [QualityPart, Set<number>][] = [
    [baskets >= warmFrom ? "warm" : "cold", all],
    ["repeat", new Set(again)],
    ["explore", new Set(answer.filter((item) => !counts.has(item)))]
  ]
  return parts.filter(([, sought]) => sought.size > 0)
}

/** Compares with the two plain ways that a seller could do by hand. */
export function measureQuality(
  task: Task,
  evidence: Evidence,
  cases: Case[],
  rankCase: (one: Case) => number[]
): RecommendationQuality {
  const { counts: recent } = evidence.popularity.recent
  const bestSellers = largest(recent, 400)
  const all = forEachWay((): RankQuality[] => [])
  const recalls = Object.fromEntries(
    qualityParts.map((part) => [part, forEachWay((): number[] => [])])
  ) as Record<QualityPart, Record<RankingWay, number[]>>
  for (const one of cases) {
    const inBasket = new Set(one.query.basket)
    const counts = purchaseCounts(evidence, one.query.buyer)
    const ranked: Record<RankingWay, number[]> = {
      ours: rankCase(one),
      personal: personalRanking(counts, recent, bestSellers, inBasket),
      popular: bestSellers.filter((item) => !inBasket.has(item))
    }
    const parts = partsOf(evidence, one, counts)
    for (const way of rankingWays) {
      all[way].push(rankQuality(ranked[way], new Set(one.answer)))
      for (const [part, sought] of parts) {
        recalls[part][way].push(rankQuality(ranked[way], sought).recall)
      }
    }
  }
  return {
    task,
    k: shown,
    cases: cases.length,
    ...forEachWay((way) => meanQuality(all[way])),
    parts: Object.fromEntries(
      qualityParts.map((part) => [part, forEachWay((way) => mean(recalls[part][way]))])
    ) as Record<QualityPart, Record<RankingWay, number>>
  }
}

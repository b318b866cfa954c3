/** Mean over cases of one way to rank; every product of the range could be suggested (full ranking). */
export type RankQuality = { recall: number; ndcg: number; hit: number }

/** The model; what the buyer took most often, filled up with best sellers; best sellers of the newest 20 % of baskets. */
export const rankingWays = ["ours", "personal", "popular"] as const
export type RankingWay = (typeof rankingWays)[number]

/** Buyers with at least three baskets before, and the rest; what the buyer had bought before, and what was new to them. */
export const qualityParts = ["warm", "cold", "repeat", "explore"] as const
export type QualityPart = (typeof qualityParts)[number]

/** How well suggestions would have met what was really bought next, in time order: nothing had seen these baskets. */
export type RecommendationQuality = Record<RankingWay, RankQuality> & {
  task: "next" | "with"
  /** Suggestions a case. */
  k: number
  cases: number
  /** Share found in each part, NaN without cases; absent from what was learnt by an older version. */
  parts?: Record<QualityPart, Record<RankingWay, number>>
}

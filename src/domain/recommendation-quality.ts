/** Mean over cases of one way to rank; every product of the range could be suggested (full ranking). */
export type RankQuality = { recall: number; ndcg: number; hit: number }

/** How well suggestions would have met what was really bought next, in time order: nothing had seen these baskets. */
export type RecommendationQuality = {
  task: "next" | "with"
  /** Suggestions a case. */
  k: number
  cases: number
  ours: RankQuality
  /** Best sellers of the newest 20 % of baskets. */
  popular: RankQuality
  /** What the buyer took most often, filled up with best sellers. */
  personal: RankQuality
  /** Cases whose buyer had at least three baskets before, and the rest; NaN without cases. */
  warm: { cases: number; ours: number; personal: number }
  cold: { cases: number; ours: number; personal: number }
  /** Share found of what the buyer had bought before, and of what was new to them; NaN without any. */
  repeat: number
  explore: number
}

import type { RecommendationQuality } from "../domain/recommendation-quality"
import type { KindOutcome, Suggestion, SuggestionState } from "../domain/suggestion"
import type { Database } from "./database"

/** A product beside another one, as panel and page show it. */
export type Companion = {
  sku: string
  title: string
  /** Chance (goes with) or likeness (similar), 0 to 1. */
  value: number
  /** Orders that hold both. */
  together: number
  /** Minor units of the shop's main currency. */
  price?: number
  available?: number
}

/** What goes with one product, and what is like it. */
export type ProductCompanions = {
  sku: string
  title: string
  price?: number
  currency: string
  goesWith: Companion[]
  similar: Companion[]
  /** Listings of others that the seller looked at, like this one and cheaper; minor units of `currency`. */
  cheaperElsewhere: { title: string; price: number }[]
}

/** What was learnt last, for the panel. */
export type LearntState = {
  model: "recommendation"
  at: number
  orders: number
  products: number
  buyers: number
  ms: number
  quality: RecommendationQuality[]
  /** What came of the suggestions that were done, by kind. */
  outcomes?: KindOutcome[]
}

/** Decides one suggestion; a later word of the seller replaces an earlier one. */
export async function decide(
  db: Database,
  id: string,
  state: SuggestionState,
  now: number
): Promise<void> {
  await db.suggestions.update(id, { state, decidedAt: now })
}

/**
 * Puts what the rules say now: what the seller decided stays, open ones that no rule says any more go; one that was done
 * stays as it was then, since it is measured against that. Call it in a transaction.
 */
export async function replaceSuggestions(db: Database, fresh: Suggestion[]): Promise<void> {
  const known = new Map((await db.suggestions.toArray()).map((one) => [one.id, one]))
  const kept = fresh.map((one): Suggestion => {
    const before = known.get(one.id)
    if (!before) return one
    const { state, createdAt, decidedAt } = before
    if (state === "done") return { ...before, rank: one.rank }
    return { ...one, state, createdAt, ...(decidedAt ? { decidedAt } : {}) }
  })
  const ids = new Set(fresh.map(({ id }) => id))
  const gone = [...known.values()].filter(({ id, state }) => state === "open" && !ids.has(id))
  await db.suggestions.bulkDelete(gone.map(({ id }) => id))
  await db.suggestions.bulkPut(kept)
}

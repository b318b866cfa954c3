import { fewestBaskets, type RecommendationModel } from "../models/recommendation"
import { type FitState, StaleFit } from "../models/recommendation/state"
import type { Proposal, Suggestion } from "../src/domain/suggestion"
import { basketCount } from "../src/features/baskets"
import { outcomeOf } from "../src/features/outcome"
import { type Range, toRange } from "../src/features/range"
import type { SellerView } from "../src/features/seller-view"
import { experienceOf, outcomesByKind, rankOf } from "../src/features/suggestion-rank"
import { suggestionRules } from "../src/insights"
import type { Database, Job } from "../src/store/database"
import { readLines } from "../src/store/history"
import { finishJob } from "../src/store/jobs"
import { type ProductCompanions, replaceSuggestions } from "../src/store/suggestions"
import { companionsOf } from "./companions"
import { productInfo } from "./product-info"
import { viewOf } from "./seller-view"
import { timed } from "./timed"

/** A history that grew by a tenth is learnt anew; until then new orders are only counted in. */
const refitGrowth = 1.1

/** Goes up when the form of what is kept changes: an older fit is learnt anew. */
const stateFormat = 3

export type RunRecommendation = <T>(work: (model: RecommendationModel) => Promise<T>) => Promise<T>

type Kept = { skus: string[]; model: FitState }

/** Brings the model up to date with the history; what to store when it learnt anew. */
async function bringUpToDate(
  model: RecommendationModel,
  range: Range,
  kept: Kept | undefined
): Promise<FitState | null> {
  const orders = basketCount(range.baskets)
  const grown = orders >= (kept?.model.baskets ?? 0) * refitGrowth
  if (kept && !grown) {
    try {
      const work = model.knowledge
        ? () => model.update(range.baskets, range.products)
        : () => model.use(kept.model, range.baskets, range.products)
      await timed("recommend-update", orders, work)
      return null
    } catch (error) {
      if (!(error instanceof StaleFit)) throw error
    }
  }
  await timed("recommend-fit", orders, () => model.fit(range.baskets, range.products))
  return model.state()
}

/** Earlier suggestions with what came of those that were done. */
function measured(view: SellerView, past: Suggestion[]): Suggestion[] {
  const done = past.filter(({ state }) => state === "done")
  const touched = new Set(done.flatMap(({ buyer, skus }) => (buyer ? [buyer] : skus)))
  return past.map((one) => {
    const outcome = outcomeOf(view, one, touched)
    return outcome ? { ...one, outcome } : one
  })
}

/** Rows that are not stored as they are. */
function changed(known: ProductCompanions[], rows: ProductCompanions[]): ProductCompanions[] {
  const before = new Map(known.map((one) => [one.sku, JSON.stringify(one)]))
  return rows.filter((one) => before.get(one.sku) !== JSON.stringify(one))
}

/** The recommendation model's job: learn, or count in what is new; then say what could be done. */
export function createRecommendation(
  db: () => Promise<Database>,
  run: RunRecommendation,
  now: () => number = Date.now
) {
  function suggestionsOf(view: SellerView, past: Suggestion[], modelVersion: string): Suggestion[] {
    const experience = experienceOf(past)
    const proposals: Proposal[] = suggestionRules.flatMap((rule) => rule(view))
    return proposals.map((proposal) => ({
      ...proposal,
      modelVersion,
      createdAt: now(),
      state: "open",
      rank: rankOf(proposal, experience, view.margin)
    }))
  }

  async function recommend(job: Job): Promise<void> {
    const store = await db()
    const started = performance.now()
    const [lines, info, fit, learnt] = await Promise.all([
      readLines(store),
      productInfo(store),
      store.fits.get("recommendation"),
      store.learnt.get("recommendation")
    ])
    const kept = fit?.fit === stateFormat ? (fit.state as Kept) : undefined
    const range = toRange(lines, info, kept?.skus)
    const orders = basketCount(range.baskets)
    if (orders < fewestBaskets) return finishJob(store, job)
    await run(async (model) => {
      const fresh = await bringUpToDate(model, range, kept)
      const view = await viewOf(store, model, range)
      const past = measured(view, await store.suggestions.toArray())
      const suggestions = suggestionsOf(view, past, model.version)
      const known = fresh ? [] : await store.companions.toArray()
      const products = await companionsOf(model, view, known, learnt?.orders ?? 0)
      const tables = [store.suggestions, store.companions, store.fits, store.jobs, store.learnt]
      await store.transaction("rw", tables, async () => {
        for (const { id, outcome } of past) {
          // no more than that: the seller may have decided on it meanwhile
          if (outcome) await store.suggestions.update(id, { outcome })
        }
        await replaceSuggestions(store, suggestions)
        if (fresh) {
          const skus = range.products.map(({ sku }) => sku)
          await store.fits.put({
            model: "recommendation",
            fit: stateFormat,
            fittedAt: now(),
            orders: fresh.baskets,
            state: { skus, model: fresh } satisfies Kept
          })
          await store.companions.clear()
        }
        await store.companions.bulkPut(changed(known, products))
        await store.learnt.put({
          model: "recommendation",
          at: now(),
          orders,
          products: range.products.length,
          buyers: new Set(range.baskets.buyer).size,
          ms: performance.now() - started,
          quality: model.knowledge?.quality ?? [],
          outcomes: outcomesByKind(past)
        })
        await finishJob(store, job)
      })
    })
  }

  return { work: { recommend } }
}

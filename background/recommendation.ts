import { fewestBaskets, type RecommendationModel, type Request } from "../models/recommendation"
import { type FitState, StaleFit } from "../models/recommendation/state"
import type { ProductText } from "../models/recommendation/text-tower"
import { topRow } from "../models/recommendation/top-rows"
import type { OrderLines } from "../src/domain/history"
import { type Money, majorUnits } from "../src/domain/money"
import type { SellingCosts } from "../src/domain/selling-costs"
import type { Proposal, Suggestion } from "../src/domain/suggestion"
import { basketCount } from "../src/features/baskets"
import { outcomeOf } from "../src/features/outcome"
import { overdueBuyers } from "../src/features/overdue"
import { countPair } from "../src/features/pairs"
import { type ProductInfo, type Range, toRange } from "../src/features/range"
import { indexed, type Near, type Seen, type SellerView } from "../src/features/seller-view"
import { experienceOf, rankOf } from "../src/features/suggestion-rank"
import { suggestionRules } from "../src/insights"
import type { Database, Job } from "../src/store/database"
import { readLines } from "../src/store/history"
import { finishJob } from "../src/store/jobs"
import {
  type Companion,
  type ProductCompanions,
  replaceSuggestions
} from "../src/store/suggestions"
import { timed } from "./timed"

/** A history that grew by a tenth is learnt anew; until then new orders are only counted in. */
const refitGrowth = 1.1
/** What is left of a price until the seller says otherwise. */
const usualMargin = 0.3
const companions = 8
/** A listing of somebody else is beside an own one from this cosine on. */
const leastLikeness = 0.7
const mostWinBacks = 200
const slice = 250

export type RunRecommendation = <T>(work: (model: RecommendationModel) => Promise<T>) => Promise<T>

const breathe = () => new Promise<void>((resolve) => setTimeout(resolve))

/** Product, shipping and other cost of one piece; the form holds all amounts in one currency. */
const unitCost = ({ productCost, shippingCost, otherCost }: SellingCosts): Money => ({
  minor: productCost.minor + shippingCost.minor + otherCost.minor,
  currency: productCost.currency
})

/** What listings and orders tell of each product: title, price, stock. */
async function productInfo(db: Database): Promise<(sku: string) => ProductInfo | undefined> {
  const info = new Map<string, ProductInfo>()
  await db.orders.each(({ items = [] }) => {
    for (const { sku, title } of items) if (sku && title) info.set(sku, { title })
  })
  const costs = new Map((await db.sellingCosts.toArray()).map((one) => [one.listingId, one]))
  await db.listings.each(({ id, sku, nativeId, title, price, available, onHand, category }) => {
    const key = sku ?? nativeId
    const own = costs.get(id)
    const stock = available ?? onHand
    info.set(key, {
      ...info.get(key),
      ...(title ? { title } : {}),
      ...(category ? { category: category.join(" ") } : {}),
      ...(price ? { price: majorUnits(price) } : {}),
      ...(stock === undefined ? {} : { available: stock }),
      ...(own ? { cost: unitCost(own) } : {})
    })
  })
  return (sku) => info.get(sku)
}

type Kept = { skus: string[]; model: FitState }

/** The recommendation model's job: learn, or count in what is new; then say what could be done. */
export function createRecommendation(
  db: () => Promise<Database>,
  run: RunRecommendation,
  now: () => number = Date.now
) {
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

  /** Listings of others that were looked at, by the own product that each is most like. */
  async function seenBeside(
    store: Database,
    model: RecommendationModel,
    currency: string
  ): Promise<Map<number, Seen[]>> {
    const all = await store.seenListings.toArray()
    const listings = all.filter(({ price }) => price.currency === currency)
    const texts = listings.map(
      ({ title, price }): ProductText => ({ title, price: majorUnits(price) })
    )
    const nearest = await model.nearest(texts, 1)
    const seen = new Map<number, Seen[]>()
    for (const [i, { title, price }] of listings.entries()) {
      const near = nearest[i]?.[0]
      if (!near || near.value < leastLikeness) continue
      const own = seen.get(near.id) ?? []
      seen.set(near.id, [...own, { title, price: price.minor, likeness: near.value }])
    }
    return seen
  }

  /** The model's neighbours and predictions in the form that the rules read. */
  async function viewOf(
    store: Database,
    model: RecommendationModel,
    range: Range
  ): Promise<SellerView> {
    const { knowledge } = model
    if (!knowledge) throw new Error("recommendation: nothing learnt")
    const { evidence, similar } = knowledge
    const near = (rows: Parameters<typeof topRow>[0]) => (item: number) =>
      topRow(rows, item).map(({ id, value }): Near => ({ item: id, value }))
    const index = indexed(range)
    const late = overdueBuyers(range.baskets, index.byBuyer, range.now).slice(0, mostWinBacks)
    const requests = late.map(
      ({ buyer }): Request => ({ task: "next", buyer, basket: [], now: range.now, k: 3 })
    )
    const answers = await model.predict(requests)
    const wants = new Map(
      late.map(({ buyer }, i) => [
        buyer,
        (answers[i] ?? []).map(({ item, chance }): Near => ({ item, value: chance }))
      ])
    )
    return {
      ...range,
      ...index,
      companions: near(evidence.together),
      later: near(evidence.after),
      alike: near(similar.rows),
      wants,
      seen: await seenBeside(store, model, range.currency),
      margin: usualMargin
    }
  }

  /** What goes with each product, by the ranker, and what is like it. */
  async function companionsOf(
    model: RecommendationModel,
    view: SellerView
  ): Promise<ProductCompanions[]> {
    const rows: ProductCompanions[] = []
    const orders = basketCount(view.baskets)
    for (let from = 0; from < view.products.length; from += slice) {
      const items = Array.from(
        { length: Math.min(slice, view.products.length - from) },
        (_, i) => from + i
      )
      const answers = await model.predict(
        items.map((item) => ({
          task: "with",
          buyer: 0,
          basket: [item],
          now: view.now,
          k: companions
        }))
      )
      for (const [i, item] of items.entries()) {
        const product = view.products[item]
        if (!product) continue
        const companion = ({ item: other, value }: Near): Companion => {
          const {
            sku = "",
            title = "",
            unitPrice = Number.NaN,
            available
          } = view.products[other] ?? {}
          return {
            sku,
            title,
            value,
            together: countPair(view.byItem, item, other, orders).together,
            ...(Number.isFinite(unitPrice) ? { price: unitPrice } : {}),
            ...(available === undefined ? {} : { available })
          }
        }
        rows.push({
          sku: product.sku,
          title: product.title,
          ...(Number.isFinite(product.unitPrice) ? { price: product.unitPrice } : {}),
          currency: view.currency,
          goesWith: (answers[i] ?? [])
            .map(({ item: other, chance }) => companion({ item: other, value: chance }))
            .filter(({ together }) => together > 0),
          similar: view.alike(item).slice(0, companions).map(companion),
          cheaperElsewhere: (view.seen.get(item) ?? [])
            .filter(({ price }) => price < product.unitPrice)
            .map(({ title, price }) => ({ title, price }))
        })
      }
      await breathe()
    }
    return rows
  }

  function suggestionsOf(view: SellerView, past: Suggestion[], modelVersion: string): Suggestion[] {
    const experience = experienceOf(past)
    const proposals: Proposal[] = suggestionRules.flatMap((rule) => rule(view))
    return proposals.map((proposal) => ({
      ...proposal,
      modelVersion,
      createdAt: now(),
      state: "open",
      rank: rankOf(proposal, experience)
    }))
  }

  async function recommend(job: Job): Promise<void> {
    const store = await db()
    const started = performance.now()
    const [lines, info, stored]: [OrderLines, Awaited<ReturnType<typeof productInfo>>, unknown] =
      await Promise.all([
        readLines(store),
        productInfo(store),
        store.fits.get("recommendation").then((fit) => fit?.state)
      ])
    const kept = stored as Kept | undefined
    const range = toRange(lines, info, kept?.skus)
    if (basketCount(range.baskets) < fewestBaskets) return finishJob(store, job)
    await run(async (model) => {
      const fresh = await bringUpToDate(model, range, kept)
      const view = await viewOf(store, model, range)
      const past = await store.suggestions.toArray()
      const measured = past.map((one) => {
        const outcome = outcomeOf(view, one)
        return outcome ? { ...one, outcome } : one
      })
      const suggestions = suggestionsOf(view, measured, model.version)
      const products = fresh ? await companionsOf(model, view) : []
      const tables = [store.suggestions, store.companions, store.fits, store.jobs, store.learnt]
      await store.transaction("rw", tables, async () => {
        await store.suggestions.bulkPut(measured)
        await replaceSuggestions(store, suggestions)
        if (fresh) {
          const skus = range.products.map(({ sku }) => sku)
          await store.fits.put({
            model: "recommendation",
            fit: 1,
            fittedAt: now(),
            orders: fresh.baskets,
            state: { skus, model: fresh } satisfies Kept
          })
          await store.companions.clear()
          await store.companions.bulkPut(products)
        }
        await store.learnt.put({
          model: "recommendation",
          at: now(),
          orders: basketCount(range.baskets),
          products: range.products.length,
          buyers: new Set(range.baskets.buyer).size,
          ms: performance.now() - started,
          quality: model.knowledge?.quality ?? []
        })
        await finishJob(store, job)
      })
    })
  }

  return { work: { recommend } }
}

import type { RecommendationModel, Request } from "../models/recommendation"
import type { ProductText } from "../models/recommendation/text-tower"
import { topRow } from "../models/recommendation/top-rows"
import { usualMargin } from "../src/domain/listing-settings"
import { majorUnits } from "../src/domain/money"
import { overdueBuyers } from "../src/features/overdue"
import type { Range } from "../src/features/range"
import { indexed, type Near, type Seen, type SellerView } from "../src/features/seller-view"
import type { Database } from "../src/store/database"

/** A listing of somebody else is beside an own one from this cosine on. */
const leastLikeness = 0.7
const mostWinBacks = 200
const mostWanted = 3

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
export async function viewOf(
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
    ({ buyer }): Request => ({ task: "next", buyer, basket: [], now: range.now, k: mostWanted })
  )
  const answers = await model.predict(requests)
  const wants = new Map(
    late.map(({ buyer }, i) => [
      buyer,
      (answers[i] ?? []).map(({ item, chance }): Near => ({ item, value: chance }))
    ])
  )
  const settings = await store.listingSettings.get("settings")
  return {
    ...range,
    ...index,
    companions: near(evidence.together),
    later: near(evidence.after),
    alike: near(similar.rows),
    wants,
    seen: await seenBeside(store, model, range.currency),
    margin: settings?.margin ?? usualMargin
  }
}

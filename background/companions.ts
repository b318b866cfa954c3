import type { RecommendationModel } from "../models/recommendation"
import { basketCount, itemsOf } from "../src/features/baskets"
import { countPair } from "../src/features/pairs"
import type { Near, SellerView } from "../src/features/seller-view"
import type { Companion, ProductCompanions } from "../src/store/suggestions"

const most = 8
const slice = 250

const breathe = () => new Promise<void>((resolve) => setTimeout(resolve))

/** A product beside `item`, with the price and stock that it has now. */
function companion(view: SellerView, item: number, { item: other, value }: Near): Companion {
  const { sku = "", title = "", unitPrice = Number.NaN, available } = view.products[other] ?? {}
  return {
    sku,
    title,
    value,
    together: countPair(view.byItem, item, other, basketCount(view.baskets)).together,
    ...(Number.isFinite(unitPrice) ? { price: unitPrice } : {}),
    ...(available === undefined ? {} : { available })
  }
}

/** Items of the baskets from number `from` on. */
function itemsSince({ baskets }: SellerView, from: number): Set<number> {
  const items = new Set<number>()
  for (let basket = from; basket < basketCount(baskets); basket++) {
    for (const item of itemsOf(baskets, basket)) items.add(item)
  }
  return items
}

/** What goes with each of the items, by the ranker: nearest first. */
async function ranked(model: RecommendationModel, view: SellerView, items: number[]) {
  const near = new Map<number, Near[]>()
  for (let from = 0; from < items.length; from += slice) {
    const some = items.slice(from, from + slice)
    const answers = await model.predict(
      some.map((item) => ({ task: "with", buyer: 0, basket: [item], now: view.now, k: most }))
    )
    for (const [i, item] of some.entries()) {
      const answer = answers[i] ?? []
      near.set(
        item,
        answer.map(({ item: other, chance }) => ({ item: other, value: chance }))
      )
    }
    await breathe()
  }
  return near
}

/**
 * What goes with each product and what is like it. Ranked anew are the products in baskets from number `from` on and
 * those that `known` lacks; the others keep their order, with today's prices, stock and counts.
 */
export async function companionsOf(
  model: RecommendationModel,
  view: SellerView,
  known: ProductCompanions[],
  from: number
): Promise<ProductCompanions[]> {
  const before = new Map(known.map((one) => [one.sku, one]))
  const touched = itemsSince(view, from)
  const items = [...view.products.keys()]
  const asked = items.filter(
    (item) => touched.has(item) || !before.has(view.products[item]?.sku ?? "")
  )
  const near = await ranked(model, view, asked)
  const itemOf = new Map(view.products.map(({ sku }, item) => [sku, item]))
  const kept = (sku: string) =>
    (before.get(sku)?.goesWith ?? []).flatMap((one): Near[] => {
      const item = itemOf.get(one.sku)
      return item === undefined ? [] : [{ item, value: one.value }]
    })
  return view.products.map(({ sku, title, unitPrice }, item) => ({
    sku,
    title,
    ...(Number.isFinite(unitPrice) ? { price: unitPrice } : {}),
    currency: view.currency,
    goesWith: (near.get(item) ?? kept(sku))
      .map((one) => companion(view, item, one))
      .filter(({ together }) => together > 0),
    similar: view
      .alike(item)
      .slice(0, most)
      .map((one) => companion(view, item, one)),
    cheaperElsewhere: (view.seen.get(item) ?? [])
      .filter(({ price }) => price < unitPrice)
      .map(({ title, price }) => ({ title, price }))
  }))
}

import type { SuggestionReason } from "../domain/suggestion"
import { basketsByBuyer, basketsByItem, itemsOf, type Ragged, rowOf } from "./baskets"
import type { Product, Range } from "./range"

export type Near = { item: number; value: number }

/** A listing of somebody else; `price` in minor units. */
export type Seen = { title: string; price: number; likeness: number }

/** What the rules of `src/insights` read: the history, and what the model found near in it. */
export type SellerView = Range & {
  byItem: Ragged
  byBuyer: Ragged
  /** Items of the same baskets, items of later baskets, look-alikes by text: nearest first. */
  companions: (item: number) => Near[]
  later: (item: number) => Near[]
  alike: (item: number) => Near[]
  /** Overdue buyers and what each likely wants, likeliest first. */
  wants: Map<number, Near[]>
  /** Listings of others that the seller looked at, by the own item they are like; prices in the main currency. */
  seen: Map<number, Seen[]>
  /** Share of a price that is left after all costs, where the seller gave a product none of its own. */
  margin: number
}

export const indexed = (range: Range): Pick<SellerView, "byItem" | "byBuyer"> => ({
  byItem: basketsByItem(range.baskets),
  byBuyer: basketsByBuyer(range.baskets)
})

export const fact = {
  text: (value: string) => ({ kind: "text" as const, value }),
  count: (value: number) => ({ kind: "count" as const, value: Math.round(value) }),
  share: (value: number) => ({ kind: "share" as const, value }),
  ratio: (value: number) => ({ kind: "ratio" as const, value }),
  money: (minor: number, currency: string) => ({
    kind: "money" as const,
    value: { minor: Math.round(minor), currency }
  })
}

/** What one piece costs, minor units: by the seller's own word, else what the usual margin leaves of the price. */
export function costOf(view: SellerView, { cost, unitPrice }: Product): number {
  return cost ?? unitPrice * (1 - view.margin)
}

/** Share of the price that is left: by the product's own cost, else by the seller's usual margin. */
export function marginOf(view: SellerView, item: number): number {
  const product = view.products[item]
  return product?.unitPrice ? 1 - costOf(view, product) / product.unitPrice : view.margin
}

/** Which cost the numbers of a suggestion rest on. */
export function costReason(view: SellerView, { cost }: Product): SuggestionReason {
  return cost === undefined
    ? { code: "counted-with-margin", facts: { share: fact.share(view.margin) } }
    : { code: "counted-with-cost", facts: { cost: fact.money(cost, view.currency) } }
}

/** Recent history, in days, that "a month" is taken from. */
export const recentDays = 90

/** Orders of the last 90 days that hold `a` but not `b`, a month. */
export function aloneAMonth(view: SellerView, a: number, b: number): number {
  const { baskets, now } = view
  let alone = 0
  for (const basket of rowOf(view.byItem, a)) {
    if ((baskets.at[basket] ?? 0) <= now - recentDays) continue
    if (!itemsOf(baskets, basket).includes(b)) alone++
  }
  return (alone * 30) / recentDays
}

/** Products of about the same sales that a suggestion does not touch, for comparison. */
export function controlsFor(view: SellerView, touched: number[], count = 5): string[] {
  const avoid = new Set(touched)
  for (const item of touched) {
    for (const near of [...view.companions(item), ...view.alike(item)]) avoid.add(near.item)
  }
  const level = (product: Product | undefined) => Math.log1p(product?.units90 ?? 0)
  const own = level(view.products[touched[0] ?? 0])
  return view.products
    .flatMap((product, item) => (avoid.has(item) || product.units90 === 0 ? [] : [product]))
    .toSorted((a, b) => Math.abs(level(a) - own) - Math.abs(level(b) - own))
    .slice(0, count)
    .map(({ sku }) => sku)
}

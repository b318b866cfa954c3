import { type Proposal, suggestionId } from "../domain/suggestion"
import { rowOf } from "../features/baskets"
import { countComeback } from "../features/pairs"
import { proportion } from "../features/proportion"
import { controlsFor, fact, recentDays, type SellerView } from "../features/seller-view"

const fewest = 8
const most = 15
/** Reminded buyers who come although they would not have, as a share of those who come anyway. */
const response = { low: 0.05, expected: 0.15, high: 0.3 }

/** "Buyers of A come for B about 34 days later": when to remind them. */
export function comeback(view: SellerView): Proposal[] {
  const found: Proposal[] = []
  const known = new Set(view.baskets.buyer)
  known.delete(0)
  for (const [a, product] of view.products.entries()) {
    for (const b of [
      a,
      ...view
        .later(a)
        .slice(0, 3)
        .map(({ item }) => item)
    ]) {
      const next = view.products[b]
      if (!next || rowOf(view.byItem, a).length < fewest) continue
      const { buyers, came, days } = countComeback(view.baskets, view.byItem, view.byBuyer, a, b)
      if (came < fewest || days.median < 2) continue
      const share = proportion(came, buyers)
      // what any buyer takes of it: the comparison that keeps bestsellers out
      const takers = new Set([...rowOf(view.byItem, b)].map((basket) => view.baskets.buyer[basket]))
      const usual = takers.size / Math.max(1, known.size)
      if (a !== b && share.low <= usual) continue
      const newBuyers = (product.units90 > 0 ? countRecent(view, a) : 0) * (30 / recentDays)
      const gain = (chance: number, extra: number) => newBuyers * chance * extra * next.unitPrice
      found.push({
        id: suggestionId("comeback", product.sku, next.sku),
        kind: "comeback",
        skus: [product.sku, next.sku],
        ...(Number.isFinite(next.unitPrice)
          ? {
              effect: {
                low: gain(share.low, response.low),
                expected: gain(share.value, response.expected),
                high: gain(share.high, response.high),
                currency: view.currency
              }
            }
          : {}),
        reasons: [
          {
            code: "comes-back",
            facts: {
              product: fact.text(product.title),
              other: fact.text(next.title),
              days: fact.count(days.median),
              low: fact.count(days.low),
              high: fact.count(days.high)
            }
          },
          {
            code: "comes-back-chance",
            facts: { n: fact.count(came), of: fact.count(buyers), share: fact.share(share.value) }
          }
        ],
        basis: came,
        control: controlsFor(view, [a, b])
      })
    }
  }
  return found
    .toSorted((x, y) => (y.effect?.expected ?? 0) - (x.effect?.expected ?? 0))
    .slice(0, most)
}

function countRecent(view: SellerView, item: number): number {
  const recent = [...rowOf(view.byItem, item)].filter(
    (basket) => (view.baskets.at[basket] ?? 0) > view.now - recentDays
  )
  return new Set(recent.map((basket) => view.baskets.buyer[basket])).size
}

import { type Proposal, suggestionId } from "../domain/suggestion"
import { fact, type SellerView } from "../features/seller-view"

const silentDays = 120
/** A product younger than this has not had its chance. */
const youngDays = 180
const most = 15

/** Products that no longer sell, nothing in the range leans on, and stock is tied up in. */
export function drop(view: SellerView): Proposal[] {
  const found: (Proposal & { tied: number })[] = []
  for (const product of view.products) {
    const silent = view.now - product.lastAt
    if (!(silent >= silentDays) || view.now - product.firstAt < youngDays) continue
    if (product.available !== undefined && product.available <= 0) continue
    const tied = (product.available ?? 0) * product.unitPrice
    found.push({
      id: suggestionId("drop", product.sku),
      kind: "drop",
      skus: [product.sku],
      reasons: [
        {
          code: "no-sales",
          facts: {
            product: fact.text(product.title),
            days: fact.count(silent),
            units: fact.count(product.units)
          }
        },
        ...(tied > 0
          ? [
              {
                code: "little-revenue" as const,
                facts: {
                  left: fact.count(product.available ?? 0),
                  amount: fact.money(tied, view.currency)
                }
              }
            ]
          : [])
      ],
      basis: product.orders,
      control: [],
      tied: Number.isFinite(tied) ? tied : 0
    })
  }
  return found
    .toSorted((a, b) => b.tied - a.tied)
    .slice(0, most)
    .map(({ tied: _, ...proposal }) => proposal)
}

import { type Proposal, suggestionId } from "../domain/suggestion"
import { controlsFor, fact, recentDays, type SellerView } from "../features/seller-view"

/** Stock for fewer days than this runs out. */
const soonDays = 14
const leastLikeness = 0.55
const most = 15
/** Buyers of a product that is gone who take a look-alike that is shown to them. */
const response = { low: 0.1, expected: 0.3, high: 0.5 }

/** What to show in place of a product that runs out. */
export function substitute(view: SellerView): Proposal[] {
  const found: Proposal[] = []
  for (const [item, product] of view.products.entries()) {
    const daily = product.units90 / recentDays
    if (product.available === undefined || daily === 0) continue
    const days = product.available / daily
    if (days >= soonDays) continue
    const near = view.alike(item).find(({ item: other, value }) => {
      const stock = view.products[other]?.available
      const sold = (view.products[other]?.units90 ?? 0) / recentDays
      return value >= leastLikeness && stock !== undefined && stock > Math.max(1, sold) * soonDays
    })
    const other = near && view.products[near.item]
    if (!near || !other) continue
    const missed = daily * 30 * other.unitPrice
    found.push({
      id: suggestionId("substitute", product.sku, other.sku),
      kind: "substitute",
      skus: [product.sku, other.sku],
      ...(Number.isFinite(missed)
        ? {
            effect: {
              low: missed * response.low,
              expected: missed * response.expected,
              high: missed * response.high,
              currency: view.currency
            }
          }
        : {}),
      reasons: [
        {
          code: "runs-out",
          facts: {
            product: fact.text(product.title),
            left: fact.count(product.available),
            days: fact.count(days)
          }
        },
        {
          code: "similar-in-stock",
          facts: {
            product: fact.text(other.title),
            likeness: fact.share(near.value),
            stock: fact.count(other.available ?? 0)
          }
        }
      ],
      basis: product.orders,
      control: controlsFor(view, [item, near.item])
    })
  }
  return found
    .toSorted((x, y) => (y.effect?.expected ?? 0) - (x.effect?.expected ?? 0))
    .slice(0, most)
}

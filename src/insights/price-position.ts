import { type Proposal, suggestionId } from "../domain/suggestion"
import { controlsFor, fact, type SellerView } from "../features/seller-view"

const leastLikeness = 0.6
const fewestSimilar = 3
/** Worth a look from a quarter above or below the middle of the look-alikes. */
const far = 0.25
const most = 15

const median = (values: number[]) =>
  values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN

/** Products priced far from similar ones, the seller's own and those seen elsewhere. No sales effect is promised: demand may answer either way. */
export function pricePosition(view: SellerView): Proposal[] {
  const found: (Proposal & { distance: number })[] = []
  for (const [item, product] of view.products.entries()) {
    const similar = view
      .alike(item)
      .filter(({ value }) => value >= leastLikeness)
      .map(({ item: other }) => view.products[other]?.unitPrice ?? Number.NaN)
      .concat((view.seen.get(item) ?? []).map(({ price }) => price))
      .filter((price) => Number.isFinite(price) && price > 0)
    const middle = median(similar)
    if (similar.length < fewestSimilar || !(product.unitPrice > 0)) continue
    const away = product.unitPrice / middle - 1
    if (Math.abs(away) < far) continue
    const { currency } = view
    found.push({
      id: suggestionId("price", product.sku),
      kind: "price",
      skus: [product.sku],
      price: { minor: Math.round(middle), currency },
      reasons: [
        {
          code: away > 0 ? "price-above" : "price-below",
          facts: {
            product: fact.text(product.title),
            price: fact.money(product.unitPrice, currency),
            usual: fact.money(middle, currency),
            n: fact.count(similar.length),
            away: fact.share(Math.abs(away))
          }
        }
      ],
      basis: product.orders,
      control: controlsFor(view, [item]),
      distance: Math.abs(Math.log1p(away)) * Math.log1p(product.units90)
    })
  }
  return found
    .toSorted((a, b) => b.distance - a.distance)
    .slice(0, most)
    .map(({ distance: _, ...proposal }) => proposal)
}

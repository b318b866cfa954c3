import { type Proposal, suggestionId } from "../domain/suggestion"
import { countPair, liftOf } from "../features/pairs"
import { controlsFor, fact, type SellerView } from "../features/seller-view"
import { turnTaking } from "../features/takes-turns"

const leastLikeness = 0.8
/** Listings that take each other's sales: seldom in one order, and one sells when the other does not. */
const leastRivalry = -0.2
const most = 15

/** Listings so alike that they split one product's sales, or that take turns. */
export function duplicate(view: SellerView): Proposal[] {
  const found: (Proposal & { likeness: number })[] = []
  for (const [a, product] of view.products.entries()) {
    for (const { item: b, value: likeness } of view.alike(a)) {
      const other = view.products[b]
      if (!other || b <= a || likeness < leastLikeness) continue
      const pair = countPair(view.byItem, a, b, view.baskets.at.length)
      const turns = turnTaking(view.baskets, view.byItem, a, b, view.now)
      const rivals = turns <= leastRivalry && liftOf(pair) < 1
      if (likeness < 0.95 && !rivals) continue
      found.push({
        id: suggestionId("duplicate", ...[product.sku, other.sku].sort()),
        kind: "duplicate",
        skus: [product.sku, other.sku],
        reasons: [
          {
            code: "alike",
            facts: {
              product: fact.text(product.title),
              other: fact.text(other.title),
              likeness: fact.share(likeness)
            }
          },
          ...(rivals
            ? [
                {
                  code: "takes-turns" as const,
                  facts: { n: fact.count(pair.together), orders: fact.count(pair.ofA + pair.ofB) }
                }
              ]
            : [])
        ],
        basis: pair.ofA + pair.ofB,
        control: controlsFor(view, [a, b]),
        likeness
      })
    }
  }
  return found
    .toSorted((x, y) => y.likeness - x.likeness)
    .slice(0, most)
    .map(({ likeness: _, ...proposal }) => proposal)
}

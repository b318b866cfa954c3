import { type Effect, type Proposal, suggestionId } from "../domain/suggestion"
import { countPair, liftOf } from "../features/pairs"
import { eventCount } from "../features/proportion"
import type { Product } from "../features/range"
import { controlsFor, fact, recentDays, type SellerView } from "../features/seller-view"
import { turnTaking } from "../features/takes-turns"

const leastLikeness = 0.8
/** Listings that take each other's sales: seldom in one order, and one sells when the other does not. */
const leastRivalry = -0.2
const most = 15
/** Sales of one listing with the reviews and the rank of both, against those of the two: assumed. */
const response = { low: -0.05, expected: 0.05, high: 0.15 }

const monthly = ({ revenue90 }: Product) => (revenue90 * 30) / recentDays

/** Revenue a month of the joined listing less that of the two. */
function effectOf({ currency }: SellerView, a: Product, b: Product): Effect {
  const joint = monthly(a) + monthly(b)
  const units = eventCount(a.units90 + b.units90)
  const most = units.value > 0 ? (joint * units.high) / units.value : joint
  return {
    low: most * response.low,
    expected: joint * response.expected,
    high: most * response.high,
    currency
  }
}

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
        effect: effectOf(view, product, other),
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
            : []),
          {
            code: "joint-sales",
            facts: {
              amount: fact.money(monthly(product) + monthly(other), view.currency),
              more: fact.share(response.expected),
              fewer: fact.share(-response.low),
              most: fact.share(response.high)
            }
          }
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

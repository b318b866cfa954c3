import { type Effect, type Proposal, suggestionId } from "../domain/suggestion"
import { eventCount } from "../features/proportion"
import type { Product } from "../features/range"
import { controlsFor, costOf, costReason, fact, type SellerView } from "../features/seller-view"

const silentDays = 120
/** A product younger than this has not had its chance. */
const youngDays = 180
const most = 15
/** Of what dead stock cost, so much comes back when it is sold off. */
const recovered = { low: 0.3, expected: 0.6, high: 1 }
/** Look-alikes that its last buyers may take instead: where lost sales would show. */
const leastLikeness = 0.6
const mostInstead = 3

/** Money that comes free once; where the stock is not known, the profit that may be lost a month. */
function effectOf(view: SellerView, product: Product, lostUnits: number): Effect {
  const { currency } = view
  const cost = costOf(view, product)
  const tied = (product.available ?? 0) * cost
  if (tied > 0) {
    return {
      low: tied * recovered.low,
      expected: tied * recovered.expected,
      high: tied * recovered.high,
      currency,
      of: "freed"
    }
  }
  const lost = -lostUnits * Math.max(0, product.unitPrice - cost)
  return { low: lost, expected: 0, high: 0, currency, of: "profit" }
}

/** Products that no longer sell, nothing in the range leans on, and stock is tied up in. */
export function drop(view: SellerView): Proposal[] {
  const found: (Proposal & { tied: number })[] = []
  for (const [item, product] of view.products.entries()) {
    const { available, unitPrice } = product
    const silent = view.now - product.lastAt
    if (!(silent >= silentDays) || view.now - product.firstAt < youngDays) continue
    if (available !== undefined && available <= 0) continue
    const tied = (available ?? 0) * unitPrice
    // nothing sold for so long: with 95 % it sells no more than this a month
    const lostUnits = (eventCount(0).high * 30) / silent
    const instead = view
      .alike(item)
      .filter(({ value }) => value >= leastLikeness)
      .slice(0, mostInstead)
    found.push({
      id: suggestionId("drop", product.sku),
      kind: "drop",
      skus: [product.sku, ...instead.flatMap(({ item }) => view.products[item]?.sku ?? [])],
      ...(unitPrice > 0 ? { effect: effectOf(view, product, lostUnits) } : {}),
      before: { unitPrice, ...(available === undefined ? {} : { available }) },
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
                facts: { left: fact.count(available ?? 0), amount: fact.money(tied, view.currency) }
              }
            ]
          : []),
        ...(unitPrice > 0
          ? [
              {
                code: "lost-sales" as const,
                facts: { amount: fact.money(lostUnits * unitPrice, view.currency) }
              },
              costReason(view, product)
            ]
          : [])
      ],
      basis: product.orders,
      control: controlsFor(view, [...instead.map(({ item }) => item), item]),
      tied: Number.isFinite(tied) ? tied : 0
    })
  }
  return found
    .toSorted((a, b) => b.tied - a.tied)
    .slice(0, most)
    .map(({ tied: _, ...proposal }) => proposal)
}

import {
  type Effect,
  type Proposal,
  type SuggestionReason,
  suggestionId
} from "../domain/suggestion"
import { eventCount } from "../features/proportion"
import type { Product } from "../features/range"
import {
  controlsFor,
  costOf,
  costReason,
  fact,
  recentDays,
  type SellerView
} from "../features/seller-view"

const leastLikeness = 0.6
const fewestSimilar = 3
/** Worth a look from a quarter above or below the middle of the look-alikes. */
const far = 0.25
const most = 15
/**
 * Prices that are tried on the way to the middle of the look-alikes: a fifth away at most, since an elasticity tells
 * nothing of a price that nobody has seen.
 */
const steps = 10
const farthest = 0.2
/**
 * Sales change by so many % when a price rises 1 %, where the product's own past does not tell: Bijmolt, Van Heerde and
 * Pieters (2005) found −2.6 on average over 1,851 elasticities, most of them between −4 and 0.
 */
const usual = { low: -4, elasticity: -2.6, high: -0.5 }

const median = (values: number[]) =>
  values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN

/** Profit a month at another price less that at the present one: units sold follow the price by an elasticity. */
function effectOf(view: SellerView, product: Product, price: number): Effect {
  const { unitPrice, units90, elasticity = usual } = product
  const cost = costOf(view, product)
  const gain = (units: number, exponent: number) => {
    const sold = (units * 30) / recentDays
    return sold * ((price / unitPrice) ** exponent * (price - cost) - (unitPrice - cost))
  }
  const units = eventCount(units90)
  // chance leaves room for elasticities above 0 that no buyer has
  const ends = [elasticity.low, Math.min(0, elasticity.high)]
  const corners = [units.low, units.high].flatMap((n) => ends.map((exponent) => gain(n, exponent)))
  const expected = gain(units.value, Math.min(0, elasticity.elasticity))
  return {
    low: Math.min(expected, ...corners),
    expected,
    high: Math.max(expected, ...corners),
    currency: view.currency,
    of: "profit"
  }
}

/** The price on the way to `middle` that is expected to leave most, a small step where none leaves more than now. */
function bestPrice(view: SellerView, product: Product, middle: number): number {
  const { unitPrice } = product
  const way = Math.min(farthest, Math.abs(middle / unitPrice - 1)) * Math.sign(middle - unitPrice)
  const prices = Array.from({ length: steps }, (_, step) =>
    Math.round(unitPrice * (1 + (way * (step + 1)) / steps))
  )
  const gains = prices.map((price) => effectOf(view, product, price).expected)
  return prices[gains.indexOf(Math.max(...gains))] ?? unitPrice
}

/** Share of the sales that a price 10 % higher costs. */
const lost = (elasticity: number) => fact.share(Math.max(0.001, 1 - 1.1 ** elasticity))

function elasticityReason({ elasticity }: Product): SuggestionReason {
  const { low, elasticity: middle, high } = elasticity ?? usual
  return {
    code: elasticity ? "price-own-past" : "price-assumed",
    facts: {
      fewer: lost(middle),
      least: lost(high),
      most: lost(low),
      ...(elasticity ? { weeks: fact.count(elasticity.weeks) } : {})
    }
  }
}

/** Products priced far from similar ones, the seller's own and those seen elsewhere, with a price to try. */
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
    const price = bestPrice(view, product, middle)
    found.push({
      id: suggestionId("price", product.sku),
      kind: "price",
      skus: [product.sku],
      price: { minor: price, currency },
      effect: effectOf(view, product, price),
      before: { unitPrice: product.unitPrice },
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
        },
        { code: "price-try", facts: { price: fact.money(price, currency) } },
        elasticityReason(product),
        costReason(view, product)
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

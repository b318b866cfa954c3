import { type Proposal, suggestionId } from "../domain/suggestion"
import { countPair, liftOf } from "../features/pairs"
import { proportion } from "../features/proportion"
import { aloneAMonth, controlsFor, fact, type SellerView } from "../features/seller-view"

/** A pair must be seen so often, hold so often, and more often than by chance (MARKET.md c4). */
const fewestTogether = 5
const leastShare = 0.1
/** Price off for the pair; of buyers who took one alone, so many are assumed to take the offer. */
const discount = 0.05
const response = { low: 0.1, expected: 0.25, high: 0.4 }
const mostBundles = 20

/** A price without odd ends. */
const rounded = (minor: number) =>
  minor > 1_000 ? Math.floor(minor / 10) * 10 - 1 : Math.floor(minor)

/** Two products that the same orders hold: as one offer with a price. */
export function bundle(view: SellerView): Proposal[] {
  const orders = view.baskets.at.length
  const seen = new Set<string>()
  const found: Proposal[] = []
  for (const [a, product] of view.products.entries()) {
    for (const { item: b } of view.companions(a).slice(0, 5)) {
      const partner = view.products[b]
      const key = [Math.min(a, b), Math.max(a, b)].join()
      if (!partner || seen.has(key)) continue
      seen.add(key)
      const pair = countPair(view.byItem, a, b, orders)
      const [rare, common] = pair.ofA <= pair.ofB ? [product, partner] : [partner, product]
      const held = proportion(pair.together, Math.min(pair.ofA, pair.ofB))
      const lift = liftOf(pair)
      // by chance the pair would be together this often
      const byChance = Math.max(pair.ofA, pair.ofB) / orders
      if (pair.together < fewestTogether || held.value < leastShare || held.low <= byChance)
        continue
      const whole = product.unitPrice + partner.unitPrice
      if (!Number.isFinite(whole)) continue
      const price = rounded(whole * (1 - discount))
      const alone =
        aloneAMonth(view, a, b) * partner.unitPrice + aloneAMonth(view, b, a) * product.unitPrice
      const givenAway =
        (pair.together / Math.max(1, view.now - product.firstAt)) * 30 * (whole - price)
      const gain = (share: number, taken: number) => alone * share * taken - givenAway
      const { currency } = view
      found.push({
        id: suggestionId("bundle", ...[product.sku, partner.sku].sort()),
        kind: "bundle",
        skus: [product.sku, partner.sku],
        price: { minor: price, currency },
        effect: {
          low: gain(held.low, response.low),
          expected: gain(held.value, response.expected),
          high: gain(held.high, response.high),
          currency
        },
        reasons: [
          {
            code: "bought-together",
            facts: {
              n: fact.count(pair.together),
              of: fact.count(Math.min(pair.ofA, pair.ofB)),
              product: fact.text(rare.title),
              other: fact.text(common.title),
              share: fact.share(held.value)
            }
          },
          { code: "often-with", facts: { times: fact.ratio(lift) } },
          {
            code: "bundle-price",
            facts: {
              price: fact.money(price, currency),
              whole: fact.money(whole, currency),
              off: fact.share(1 - price / whole)
            }
          },
          product.cost !== undefined && partner.cost !== undefined
            ? {
                code: "bundle-profit",
                facts: { margin: fact.money(price - product.cost - partner.cost, currency) }
              }
            : {
                code: "bundle-margin",
                facts: {
                  margin: fact.money(price - whole * (1 - view.margin), currency),
                  share: fact.share(view.margin)
                }
              }
        ],
        basis: pair.together,
        control: controlsFor(view, [a, b])
      })
    }
  }
  return found
    .filter(({ effect }) => (effect?.expected ?? 0) > 0)
    .toSorted((x, y) => (y.effect?.expected ?? 0) - (x.effect?.expected ?? 0))
    .slice(0, mostBundles)
}

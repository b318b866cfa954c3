import { type Proposal, suggestionId } from "../domain/suggestion"
import { proportion } from "../features/proportion"
import { controlsFor, fact, marginOf, recentDays, type SellerView } from "../features/seller-view"
import { wordsOf } from "../features/text-hash"

const fewestListings = 3
/** A word on more than this share of the titles says nothing. */
const mostShare = 0.2
const most = 8

type Word = { word: string; items: Set<number>; revenue: number }

/** Revenue of 90 days that listings with the word brought, by word. */
function words(view: SellerView): Word[] {
  const byWord = new Map<string, Word>()
  for (const [item, { title, revenue90 }] of view.products.entries()) {
    for (const word of new Set(wordsOf(title))) {
      const known = byWord.get(word) ?? { word, items: new Set<number>(), revenue: 0 }
      known.items.add(item)
      known.revenue += revenue90
      byWord.set(word, known)
    }
  }
  const usable = ({ word, items }: Word) =>
    /\p{L}{2}/u.test(word) &&
    items.size >= fewestListings &&
    items.size <= mostShare * view.products.length
  return [...byWord.values()].filter(usable)
}

const areJoined = (a: Word, b: Word) => [...a.items].some((item) => b.items.has(item))

/**
 * Whether "a b" would be a product: at least two words that stand where `a` stands (never beside it, beside the same
 * words as it) are joined with `b`. So "oak lantern" comes up where "teak lantern" and "brass lantern" exist and "oak
 * tray" too, and "coat coaster" does not.
 */
function fits(a: Word, b: Word, all: Word[]): boolean {
  const partners = all.filter((word) => word !== a && areJoined(word, a))
  const alike = all.filter(
    (word) =>
      word !== a &&
      word !== b &&
      areJoined(word, b) &&
      !areJoined(word, a) &&
      partners.filter((partner) => areJoined(partner, word)).length >= 2
  )
  return alike.length >= 2
}

/** Quantile of sorted values. */
const quantile = (sorted: number[], share: number) =>
  sorted[Math.round(share * (sorted.length - 1))] ?? 0

/**
 * Gaps in the range: two words that each sell well and that no listing joins. Expected revenue = shop mean × effect
 * of both words (what buyers spend on a word ÷ how many listings cover it), each shrunk towards 1; ordered by revenue ×
 * margin × share of winners among the products with these words. One listing may do as badly or as well as 95 % of these
 * did beside their mean: the interval.
 */
export function listNext(view: SellerView): Proposal[] {
  const sold = view.products.filter(({ revenue90 }) => revenue90 > 0)
  const mean = sold.reduce((sum, { revenue90 }) => sum + revenue90, 0) / Math.max(1, sold.length)
  const effectOf = ({ items, revenue }: Word) => (revenue + 3 * mean) / ((items.size + 3) * mean)
  const all = words(view)
  const strong = all
    .filter((word) => effectOf(word) > 1.1)
    .toSorted((a, b) => effectOf(b) - effectOf(a))
    .slice(0, 40)
  const found: (Proposal & { worth: number })[] = []
  for (const [i, a] of strong.entries()) {
    for (const b of strong.slice(i + 1)) {
      if (areJoined(a, b) || !fits(a, b, all)) continue
      const times = effectOf(a) * effectOf(b)
      const both = [...new Set([...a.items, ...b.items])]
      const revenueOf = (item: number) => view.products[item]?.revenue90 ?? 0
      const best = both.toSorted((x, y) => revenueOf(y) - revenueOf(x))
      const spread = best.map(revenueOf).reverse()
      const usual = spread.reduce((sum, one) => sum + one, 0) / spread.length
      const winners = proportion(spread.filter((one) => one > mean).length, spread.length)
      const monthly = ((mean * 30) / recentDays) * times
      const margin = both.reduce((sum, item) => sum + marginOf(view, item), 0) / both.length
      found.push({
        worth: monthly * margin * winners.value,
        id: suggestionId("list-next", a.word, b.word),
        kind: "list-next",
        skus: best.slice(0, 3).flatMap((item) => view.products[item]?.sku ?? []),
        effect: {
          low: monthly * Math.min(1, quantile(spread, 0.025) / usual),
          expected: monthly,
          high: monthly * Math.max(1, quantile(spread, 0.975) / usual),
          currency: view.currency
        },
        reasons: [
          {
            code: "missing-mix",
            facts: { word: fact.text(a.word), other: fact.text(b.word) }
          },
          {
            code: "few-of-good",
            facts: {
              word: fact.text(a.word),
              n: fact.count(a.items.size),
              times: fact.ratio(effectOf(a)),
              other: fact.text(b.word),
              m: fact.count(b.items.size),
              otherTimes: fact.ratio(effectOf(b))
            }
          }
        ],
        basis: both.reduce((sum, item) => sum + (view.products[item]?.orders ?? 0), 0),
        control: controlsFor(view, best)
      })
    }
  }
  return found
    .toSorted((x, y) => y.worth - x.worth)
    .slice(0, most)
    .map(({ worth: _, ...proposal }) => proposal)
}

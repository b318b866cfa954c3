import type { Listing } from "../../src/domain/listing"
import type { ListingAnalysis, OwnSales } from "../../src/domain/listing-analysis"
import type { ListingFacts } from "../../src/domain/listing-facts"
import type { Money } from "../../src/domain/money"
import { nearDuplicate, similar } from "../../src/features/similar-titles"
import { wordsOf } from "../../src/features/text-hash"
import { analyse, dayOf } from "../../src/listing-rules/analyse"
import { suggest } from "../../src/listing-rules/suggest"
import type { Shop } from "./shop"

/** The seller's own record of a listing: same number on the same marketplace, same SKU, or same GTIN. */
export function ownListing(facts: ListingFacts, listings: Listing[]): Listing | undefined {
  return listings.find(
    (one) =>
      (one.marketplace === facts.marketplace && one.nativeId === facts.nativeId) ||
      (facts.sku !== undefined && one.sku === facts.sku) ||
      (facts.gtin !== undefined && one.gtin === facts.gtin)
  )
}

const most = 5

function stakeOf(facts: ListingFacts, own: Listing | undefined, revenue: Money | undefined) {
  if (revenue && revenue.minor > 0) return { stake: revenue, stakeIs: "sales" as const }
  const price = facts.price ?? own?.price
  const pieces = own?.available ?? own?.onHand ?? 0
  if (!price || pieces <= 0) return {}
  return {
    stake: { minor: price.minor * pieces, currency: price.currency },
    stakeIs: "stock" as const
  }
}

/**
 * Everything there is to say of one listing. On the seller's own, their records speak too; another's listing is held
 * against the rules only, and teaches nothing.
 */
export function analyseListing(
  id: string,
  facts: ListingFacts,
  own: Listing | undefined,
  sales: OwnSales | undefined,
  shop: Shop,
  now: number
): ListingAnalysis {
  const title = facts.title ?? own?.title ?? ""
  const alike = shop.titles
    .similar(title, similar)
    .filter(({ item }) => item.id !== own?.id && item.id !== id)
  const context = {
    tradeMarks: shop.settings.tradeMarks,
    similarPrices: alike.flatMap(({ item }) => (item.price ? [item.price] : []))
  }
  const day = dayOf(now)
  const effects = new Map(shop.words.map((effect) => [effect.word, Math.log(effect.ratio)]))
  const here = new Set(wordsOf(title))
  const doubles = alike.flatMap(({ item, likeness }) =>
    "marketplace" in item && likeness >= nearDuplicate
      ? [{ id: item.id, title: item.title ?? "", likeness }]
      : []
  )
  const missing = shop.words.filter(({ word, low }) => low > 1 && !here.has(word))
  return {
    id,
    marketplace: facts.marketplace,
    title,
    ...(facts.store && { store: facts.store }),
    ...(facts.sku && { sku: facts.sku }),
    ...(facts.price && { price: facts.price }),
    own: own !== undefined,
    at: now,
    findings: analyse(facts, shop.rules, day, context),
    suggestions: suggest(facts, shop.rules, day, context, (word) => effects.get(word) ?? 0),
    ...(own && sales && { sales }),
    ...(own &&
      shop.words.length > 0 && {
        words: {
          here: shop.words.filter(({ word }) => here.has(word)),
          missing: missing.slice(0, most)
        }
      }),
    ...(own && doubles.length > 0 && { doubles: doubles.slice(0, most) }),
    ...(own && stakeOf(facts, own, sales?.revenue))
  }
}

import type { Listing } from "../../src/domain/listing"
import type { OwnSales, WordEffect } from "../../src/domain/listing-analysis"
import { type ListingSettings, noSettings } from "../../src/domain/listing-settings"
import { wordEffects } from "../../src/features/title-words"
import { shippedRules } from "../../src/listing-rules/packs"
import { parseRulePack, type Rule } from "../../src/listing-rules/rule"
import type { Database, SeenListing } from "../../src/store/database"
import { readLines } from "../../src/store/history"
import { recentDays, salesBySku } from "./sales"

/** All that the seller's own records say, read once for an analysis or for a whole catalogue. */
export type Shop = {
  listings: Listing[]
  seen: SeenListing[]
  settings: ListingSettings
  rules: Rule[]
  sales: Map<string, OwnSales>
  /** Words of the seller's own titles that go with more or fewer sales. */
  words: WordEffect[]
}

/** Two years: enough for a price's effect, and bounded. */
const historyMs = 2 * 365 * 86_400_000

export const salesOf = (
  sales: Map<string, OwnSales>,
  { sku, title }: Pick<Listing, "sku" | "title">
) => (sku && sales.get(sku)) || (title && sales.get(title)) || undefined

/** Reads the shop. A pack that no longer parses is left out: it was checked when it was saved. */
export async function readShop(db: Database, now: number): Promise<Shop> {
  const [listings, seen, stored, lines] = await Promise.all([
    db.listings.toArray(),
    db.seenListings.toArray(),
    db.listingSettings.get("settings"),
    readLines(db, { since: now - historyMs })
  ])
  const settings = stored ?? noSettings
  const own = settings.packs.flatMap(({ json }) => parseRulePack(json).rules)
  const sales = salesBySku(lines, now)
  const titled = listings.flatMap((listing) => {
    const found = salesOf(sales, listing)
    return listing.title && found
      ? [{ title: listing.title, unitsPerDay: found.units / recentDays }]
      : []
  })
  return {
    listings,
    seen,
    settings,
    rules: [...shippedRules, ...own],
    sales,
    words: wordEffects(titled)
  }
}

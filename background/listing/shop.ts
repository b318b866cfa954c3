import type { Listing } from "../../src/domain/listing"
import type { WordEffect } from "../../src/domain/listing-analysis"
import { type ListingSettings, noSettings } from "../../src/domain/listing-settings"
import { type TitleIndex, titleIndex } from "../../src/features/similar-titles"
import { shippedRules } from "../../src/listing-rules/packs"
import { parseRulePack, type Rule } from "../../src/listing-rules/rule"
import type { Database, SeenListing } from "../../src/store/database"

/** What the seller's own records say, as far as one click may read it: sales are read a product at a time. */
export type Shop = {
  listings: Listing[]
  /** Own listings and others' that the seller looked at, by title. */
  titles: TitleIndex<Listing | SeenListing>
  settings: ListingSettings
  rules: Rule[]
  /** Words of the seller's own titles that go with more or fewer sales. */
  words: WordEffect[]
}

/** The fit that holds the words that sell; the job over all listings makes it. */
export const wordsFit = "title-words"

/** What a product's sales are stored under. */
export const productOf = ({ sku, title }: Pick<Listing, "sku" | "title">): string =>
  sku ?? title ?? ""

/** Rules that ship and the seller's own packs, which were checked when they were saved. */
export async function readShop(db: Database): Promise<Shop> {
  const [listings, seen, stored, fit] = await Promise.all([
    db.listings.toArray(),
    db.seenListings.toArray(),
    db.listingSettings.get("settings"),
    db.fits.get(wordsFit)
  ])
  const settings = stored ?? noSettings
  const own = settings.packs.flatMap(({ json }) => parseRulePack(json).rules)
  const words = (fit?.state ?? []) as WordEffect[]
  return {
    listings,
    titles: titleIndex<Listing | SeenListing>([...listings, ...seen]),
    settings,
    rules: [...shippedRules, ...own],
    words
  }
}

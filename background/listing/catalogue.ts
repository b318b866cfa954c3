import type { Listing } from "../../src/domain/listing"
import type { ListingFacts } from "../../src/domain/listing-facts"
import type { Database, Job } from "../../src/store/database"
import { finishJob } from "../../src/store/jobs"
import { analyseListing } from "./analyse"
import { readShop } from "./shop"

/** Listings between two breaths: a turn of the worker stays short. */
const slice = 100

const breathe = () => new Promise<void>((resolve) => setTimeout(resolve))

/** What lists and files told of a listing; what its own page shows beyond that stays unknown. */
export function factsOfRecord(listing: Listing): ListingFacts {
  const { marketplace, nativeId, sku, title, price, listPrice, brand, gtin } = listing
  const path = listing.category?.join(" › ")
  return {
    marketplace,
    nativeId,
    ...(sku && { sku }),
    ...(title !== undefined && { title }),
    ...(price && { price }),
    ...(listPrice && { listPrice }),
    ...(brand && { brand }),
    ...(gtin && { gtin }),
    ...(path && { category: path }),
    ...(listing.bullets && { bullets: listing.bullets }),
    ...(listing.description !== undefined && { description: listing.description }),
    ...(listing.images && { images: listing.images.slice(0, 100).map(() => ({})) }),
    ...(listing.rating !== undefined && { rating: listing.rating })
  }
}

/**
 * The job over all of the seller's listings. What an analysis of the listing's own page found within a day is kept:
 * it saw more.
 */
export function createCatalogue(db: () => Promise<Database>, now: () => number) {
  return async (job: Job): Promise<void> => {
    const store = await db()
    const shop = await readShop(store, now())
    const known = new Map((await store.listingAnalyses.toArray()).map((one) => [one.id, one]))
    for (let from = 0; from < shop.listings.length; from += slice) {
      const rows = shop.listings.slice(from, from + slice).flatMap((listing) => {
        const before = known.get(listing.id)
        const seenMore =
          before &&
          now() - before.at < 86_400_000 &&
          before.findings.some(({ field, outcome }) => field === "images" && outcome !== "unknown")
        return seenMore
          ? []
          : [analyseListing(listing.id, factsOfRecord(listing), listing, shop, now())]
      })
      await store.listingAnalyses.bulkPut(rows)
      await breathe()
    }
    await store.transaction("rw", store.jobs, () => finishJob(store, job))
  }
}

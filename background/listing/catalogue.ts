import type { Listing } from "../../src/domain/listing"
import type { ListingAnalysis } from "../../src/domain/listing-analysis"
import type { ListingFacts } from "../../src/domain/listing-facts"
import type { Database, Job } from "../../src/store/database"
import { finishJob } from "../../src/store/jobs"
import { analyseListing } from "./analyse"
import { type Embed, learnSales } from "./learn-sales"
import { productOf, readShop } from "./shop"

/** Listings between two breaths: a turn of the worker stays short. */
const slice = 100

const breathe = () => new Promise<void>((resolve) => setTimeout(resolve))

/** What lists and files told of a listing; what its own page shows beyond that stays unknown. */
function factsOfRecord(listing: Listing): ListingFacts {
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

const dayMs = 86_400_000

/** An analysis of the listing's own page saw more than lists and files tell. */
const sawPage = ({ findings }: ListingAnalysis) =>
  findings.some(({ field, outcome }) => field === "images" && outcome !== "unknown")

/**
 * The job over all of the seller's listings: learns from the history, then holds each listing against the rules.
 * What an analysis of a listing's own page found within a day is kept, with the new sales.
 */
export function createCatalogue(db: () => Promise<Database>, now: () => number, embed: Embed) {
  return async (job: Job): Promise<void> => {
    const store = await db()
    await learnSales(store, await store.listings.toArray(), now(), embed)
    const shop = await readShop(store)
    for (let from = 0; from < shop.listings.length; from += slice) {
      const listings = shop.listings.slice(from, from + slice)
      const [sales, known] = await Promise.all([
        store.ownSales.bulkGet(listings.map(productOf)),
        store.listingAnalyses.bulkGet(listings.map(({ id }) => id))
      ])
      const rows = listings.map((listing, i) => {
        const [sold, before] = [sales[i], known[i]]
        const fresh = analyseListing(listing.id, factsOfRecord(listing), listing, sold, shop, now())
        if (!before || now() - before.at > dayMs || !sawPage(before)) return fresh
        const { findings, suggestions, at } = before
        return { ...fresh, findings, suggestions, at }
      })
      await store.listingAnalyses.bulkPut(rows)
      await breathe()
    }
    await store.transaction("rw", store.jobs, () => finishJob(store, job))
  }
}

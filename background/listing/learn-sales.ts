import type { Listing } from "../../src/domain/listing"
import type { OwnSales } from "../../src/domain/listing-analysis"
import {
  type ListingQuality,
  listingQuality,
  type SoldListing
} from "../../src/features/listing-quality"
import { peerSales } from "../../src/features/peer-sales"
import { wordEffects } from "../../src/features/title-words"
import type { Database } from "../../src/store/database"
import { readLines } from "../../src/store/history"
import { recentDays, salesByProduct } from "./sales"
import { productOf, wordsFit } from "./shop"

/** Vectors of texts by the text tower of the recommendation model; empty where it cannot run. */
export type Embed = (products: { title: string; category?: string }[]) => Promise<Float32Array[]>

/** What titles and attributes of the seller's own listings let expect, by product. */
async function qualityOf(
  listings: Listing[],
  sales: Map<string, OwnSales>,
  embed: Embed
): Promise<Map<string, ListingQuality>> {
  const sold = listings.filter((listing) => listing.title && sales.has(productOf(listing)))
  const distinct = [...new Map(sold.map((listing) => [productOf(listing), listing])).values()]
  const vectors = await embed(
    distinct.map(({ title = "", category }) => ({
      title,
      ...(category && { category: category.join(" ") })
    }))
  )
  return listingQuality(
    distinct.flatMap((listing, i): SoldListing[] => {
      const [vector, units] = [vectors[i], sales.get(productOf(listing))?.units]
      if (!vector || units === undefined) return []
      const { title = "", brand, bullets, description, images, price } = listing
      const text = {
        title,
        brand,
        bullets: bullets?.length,
        description: description?.length,
        images: images?.length,
        price: price?.minor
      }
      return [{ id: productOf(listing), units, vector, text }]
    })
  )
}

/** Two years: enough for a price's effect, and bounded. */
const historyMs = 2 * 365 * 86_400_000

/** Reads the whole history once: every product's sales, and the words of titles that go with them. */
export async function learnSales(
  db: Database,
  listings: Listing[],
  now: number,
  embed: Embed
): Promise<void> {
  const lines = await readLines(db, { since: now - historyMs })
  const sales = await salesByProduct(lines, now)
  const titled = listings.flatMap((listing) => {
    const found = sales.get(productOf(listing))
    return listing.title && found
      ? [{ title: listing.title, unitsPerDay: found.units / recentDays }]
      : []
  })
  // by the text tower of the recommendation model, once that has learnt
  const companions = await db.companions.toArray()
  const peers = peerSales(
    companions.flatMap(({ sku, similar }) => {
      const units = sales.get(sku)?.units
      const alike = similar.map((one) => ({ id: one.sku, likeness: one.value }))
      return units === undefined ? [] : [{ id: sku, units, peers: alike }]
    })
  )
  const quality = await qualityOf(listings, sales, embed)
  const rows = [...sales].map(([product, one]) => {
    const [found, known] = [peers.get(product), quality.get(product)]
    return { product, ...one, ...(found && { peers: found }), ...(known && { quality: known }) }
  })
  await db.transaction("rw", db.ownSales, db.fits, async () => {
    await db.ownSales.clear()
    await db.ownSales.bulkPut(rows)
    await db.fits.put({
      model: wordsFit,
      fit: 1,
      fittedAt: now,
      orders: lines.rows,
      state: wordEffects(titled)
    })
  })
}

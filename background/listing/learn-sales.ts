import type { Listing } from "../../src/domain/listing"
import { peerSales } from "../../src/features/peer-sales"
import { wordEffects } from "../../src/features/title-words"
import type { Database } from "../../src/store/database"
import { readLines } from "../../src/store/history"
import { recentDays, salesByProduct } from "./sales"
import { productOf, wordsFit } from "./shop"

/** Two years: enough for a price's effect, and bounded. */
const historyMs = 2 * 365 * 86_400_000

/** Reads the whole history once: every product's sales, and the words of titles that go with them. */
export async function learnSales(db: Database, listings: Listing[], now: number): Promise<void> {
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
  const rows = [...sales].map(([product, one]) => {
    const found = peers.get(product)
    return { product, ...one, ...(found && { peers: found }) }
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

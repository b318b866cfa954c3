import type { PageListing } from "../../domain/listing"
import type { MarketplaceAdapter } from "../adapter"
import { pageHints } from "../page-hints"
import { readProduct } from "../product/read-product"
import { readPage } from "../read-page"

type World = typeof globalThis & { portsideReaders?: Map<string, MarketplaceAdapter> }

/** The one listing that a page shows: by the marketplace's own reader where one runs here, else by what any page says. */
export function readListingPage(doc: Document, url: URL, now: number): PageListing | null {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone
  for (const adapter of (globalThis as World).portsideReaders?.values() ?? []) {
    if (!adapter.listing) continue
    const reading = readPage(adapter, url, doc, now)
    const [listing, more] = reading?.listings ?? []
    if (reading?.page === "listing" && listing && !more) return listing
  }
  return readProduct(doc, url, pageHints(doc, { now, zone }))?.listing ?? null
}

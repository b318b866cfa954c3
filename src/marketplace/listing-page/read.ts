import type { PageListing } from "../../domain/listing"
import type { MarketplaceAdapter } from "../adapter"
import { pageHints } from "../page-hints"
import { readProduct } from "../product/read-product"
import { readPage } from "../read-page"

type World = typeof globalThis & { portsideReaders?: Map<string, MarketplaceAdapter> }

const inThisPage = () => [...((globalThis as World).portsideReaders?.values() ?? [])]

/**
 * The one listing that a page shows: by a reader of its marketplace (`readers`: those that run in this page), else by
 * what any page says; null when it shows none.
 */
export function readListingPage(
  doc: Document,
  url: URL,
  now: number,
  readers: MarketplaceAdapter[] = inThisPage()
): PageListing | null {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone
  for (const adapter of readers) {
    if (!adapter.listing) continue
    const reading = readPage(adapter, url, doc, now, zone)
    const [listing, more] = reading?.listings ?? []
    if (reading?.page === "listing" && listing && !more) return listing
  }
  return readProduct(doc, url, pageHints(doc, { now, zone }))?.listing ?? null
}

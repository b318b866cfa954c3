import type { PageListing } from "../../domain/listing"
import type { MarketplaceAdapter } from "../adapter"
import { type PageHints, pageHints } from "../page-hints"
import { idInUrl, readProduct } from "../product/read-product"
import { readPage } from "../read-page"
import { formProduct } from "../records/form-product"
import { listingForm } from "./listing-form"

type World = typeof globalThis & { portsideReaders?: Map<string, MarketplaceAdapter> }

const inThisPage = () => [...((globalThis as World).portsideReaders?.values() ?? [])]

/** Hosts that price in one currency and often print no sign of it. */
const inYuan = /(?:^|\.)(?:taobao|tmall|1688|jd)\.com$/

/** What the page as a whole says of its language, money and time. */
export function listingHints(doc: Document, url: URL, now: number): PageHints {
  const { timeZone: zone } = Intl.DateTimeFormat().resolvedOptions()
  const hints = pageHints(doc, { now, zone })
  return inYuan.test(url.hostname) ? { ...hints, currency: "CNY" } : hints
}

/** A seller's editor without structured data: its title field names the listing. */
function inEditor(doc: Document, url: URL, hints: PageHints): PageListing | null {
  const form = formProduct(doc, url, hints)?.listing
  const title = form?.title ?? listingForm(doc)?.title
  return form ?? (title === undefined ? null : { nativeId: idInUrl(url) ?? title, title })
}

/**
 * The one listing that a page shows: by a reader of its marketplace (`readers`: those that run in this page), else by
 * what any page says, else by the form of a seller's editor; null when it shows none.
 */
export function readListingPage(
  doc: Document,
  url: URL,
  hints: PageHints,
  readers: MarketplaceAdapter[] = inThisPage()
): PageListing | null {
  for (const adapter of readers) {
    if (!adapter.listing) continue
    const reading = readPage(adapter, url, doc, hints.now, hints.zone)
    const [listing, more] = reading?.listings ?? []
    if (reading?.page === "listing" && listing && !more) return listing
  }
  return readProduct(doc, url, hints)?.listing ?? inEditor(doc, url, hints)
}

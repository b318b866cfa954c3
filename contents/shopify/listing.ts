import type { PageListing } from "../../src/domain/listing"
import { embeddedState, listAt, textAt, valueAt } from "../../src/marketplace/embedded-state"
import { findListing, type Reading } from "../../src/marketplace/find-records"
import type { PageHints } from "../../src/marketplace/page-hints"
import { scaledMoney } from "../../src/marketplace/scaled-money"

/** What the storefront's own analytics say of the product: prices in minor units, a SKU for each variant. */
function fromMeta(doc: Document, url: URL, hints: PageHints): PageListing | null {
  const product = valueAt(embeddedState(doc, /\bvar meta\s*=/), "product")
  const variants = listAt(product, "variants")
  const asked = url.searchParams.get("variant")
  const variant =
    variants.find((one) => asked !== null && textAt(one, "id") === asked) ?? variants[0]
  const nativeId = textAt(product, "id")
  if (!nativeId || !variant) return null
  const price = scaledMoney(valueAt(variant, "price"), 100, hints.currency)
  const [title, sku, brand] = [
    textAt(variant, "name"),
    textAt(variant, "sku"),
    textAt(product, "vendor")
  ]
  return {
    nativeId,
    ...(title && { title }),
    ...(sku && { sku }),
    ...(price && { price }),
    ...(brand && { brand })
  }
}

/** A product page of a storefront: structured data where the theme prints it, the analytics' own state for the rest. */
export function readListing(
  doc: Document,
  url: URL,
  hints: PageHints
): Reading<PageListing> | null {
  const meta = fromMeta(doc, url, hints)
  if (!meta) return null
  const found = findListing(doc, url, hints)
  const [listing] = found?.rows ?? []
  const doubts =
    listing?.price && meta.price && listing.price.minor !== meta.price.minor ? ["price"] : []
  return {
    ...found,
    rows: [{ ...meta, ...listing, nativeId: meta.nativeId }],
    expected: 1,
    strategy: found?.strategy ?? "embedded-state",
    ...(doubts.length > 0 && { doubts }),
    anchors: []
  }
}

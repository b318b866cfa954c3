import type { PageListing } from "../../src/domain/listing"
import { type Anchor, MissingField, type Rows } from "../../src/marketplace/adapter"
import { parseCount } from "../../src/marketplace/count-text"
import { isWithinHidden, languageOfPage, textOf } from "../../src/marketplace/page-text"
import { queryDeep } from "../../src/marketplace/query-deep"
import { countsOf, fieldReader, id, moneyOf } from "./page-facts"
import { emptyWords, selectors } from "./selectors"

export function readListings(doc: Document): Rows<PageListing> {
  const rows = queryDeep(doc, selectors.listingRow).filter((row) => !isWithinHidden(row))
  const [first] = rows
  if (!first) {
    const honest = emptyWords.test(textOf(doc.body)) && !countsOf(doc).total
    if (!honest) throw new MissingField(id, "listings", "rows")
    return { rows: [], expected: 0, total: 0, strategy: "empty" }
  }
  const field = fieldReader(first.closest("table") ?? first)
  const locale = languageOfPage(doc)
  const listings = rows.map((row): PageListing => {
    const nativeId = row.getAttribute("data-listing-id") ?? row.getAttribute("data-variant-id")
    if (!nativeId) throw new MissingField(id, "listings", "listing id")
    const sku = row.getAttribute("data-sku") ?? textOf(field(row, "sku"))
    const title = textOf(field(row, "title"))
    const price = moneyOf(field(row, "price"), doc)
    const onHand = parseCount(textOf(field(row, "stock")), locale)
    const available = parseCount(textOf(field(row, "available")), locale)
    return {
      nativeId,
      ...(sku && { sku }),
      ...(title && { title }),
      ...(price && { price }),
      ...(onHand !== null && { onHand }),
      ...(available !== null && { available })
    }
  })
  return { rows: listings, ...countsOf(doc), strategy: "data-attributes" }
}

/** Beside each product's title. */
export function listingAnchors(doc: Document): Anchor[] {
  return queryDeep(doc, selectors.listingRow).flatMap((row) => {
    const nativeId = row.getAttribute("data-listing-id") ?? row.getAttribute("data-variant-id")
    const element = row.querySelector('[data-field="title"]') ?? row.children[1]
    return nativeId && element ? [{ kind: "listing" as const, nativeId, element }] : []
  })
}

import type { PageListing } from "../../src/domain/listing"
import { parseCount } from "../../src/marketplace/count-text"
import type { Reading } from "../../src/marketplace/find-records"
import type { PageHints } from "../../src/marketplace/page-hints"
import { isWithinHidden, textOf } from "../../src/marketplace/page-text"
import { countsIn } from "../../src/marketplace/records/counts"
import { moneyIn, skuIn } from "../../src/marketplace/records/values"
import { selectors } from "./selectors"

/** Active listings of Seller Hub (/sh/lst/active). */
export function readListings(doc: Document, _: URL, hints: PageHints): Reading<PageListing> | null {
  const found = Array.from(doc.querySelectorAll(selectors.listingRow)).filter(
    (row) => !isWithinHidden(row)
  )
  if (found.length === 0) return null
  const rows = found.map((row): PageListing => {
    const cell = (name: string) => row.querySelector(selectors.cell(name))
    const title = textOf(cell("title")?.querySelector("a") ?? cell("title"))
    const sku = skuIn(textOf(cell("listingSKU")))
    const price = moneyIn(textOf(row.querySelector(".col-price__current")), hints)
    const available = parseCount(textOf(cell("availableQuantity")), hints.locale)
    return {
      nativeId: row.getAttribute("data-id") ?? "",
      ...(sku && { sku }),
      ...(title && { title }),
      ...(price && { price }),
      ...(available !== null && { available })
    }
  })
  return {
    rows,
    ...countsIn(doc),
    strategy: "column-classes",
    anchors: found.map((row) => ({
      kind: "listing",
      nativeId: row.getAttribute("data-id") ?? "",
      element: row.querySelector(selectors.cell("title")) ?? row
    }))
  }
}

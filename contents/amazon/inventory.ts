import type { PageListing } from "../../src/domain/listing"
import type { Reading } from "../../src/marketplace/find-records"
import { parseMoney } from "../../src/marketplace/money-text"
import type { PageHints } from "../../src/marketplace/page-hints"
import { isWithinHidden, textOf } from "../../src/marketplace/page-text"
import { countsIn } from "../../src/marketplace/records/counts"
import { withLabels } from "../../src/marketplace/records/labelled"
import { piecesIn } from "../../src/marketplace/records/pieces"
import { stockIn } from "../../src/marketplace/records/values"
import { selectors } from "./selectors"

/** Manage All Inventory (/myinventory/inventory): label and value in panels, the price in an input. */
export function readInventory(
  doc: Document,
  _: URL,
  hints: PageHints
): Reading<PageListing> | null {
  const found = Array.from(doc.querySelectorAll(selectors.inventoryRow)).filter(
    (row) => !isWithinHidden(row) && !row.parentElement?.closest(selectors.inventoryRow)
  )
  if (found.length === 0) return null
  const rows = found.map((row): PageListing => {
    const sku = row.getAttribute("data-sku") ?? ""
    const said = withLabels(piecesIn(row))
    const value = (field: string) => said.find(({ label }) => label?.field === field)?.text ?? ""
    const link = row.querySelector(selectors.listingLink)
    const title = textOf(link)
    const stock = stockIn(value("stock"), hints.locale)
    const price = parseMoney(row.querySelector(selectors.priceInput)?.getAttribute("value") ?? "", {
      ...hints,
      decimal: "."
    })
    return { nativeId: sku, sku, ...(title && { title }), ...(price && { price }), ...stock }
  })
  const { expected, total } = countsIn(doc)
  return {
    rows,
    strategy: "data-sku",
    ...(expected !== undefined && { expected }),
    ...(total !== undefined && { total }),
    anchors: found.flatMap((row) => {
      const element = row.querySelector(selectors.listingLink)?.parentElement
      const nativeId = row.getAttribute("data-sku")
      return element && nativeId ? [{ kind: "listing" as const, nativeId, element }] : []
    })
  }
}

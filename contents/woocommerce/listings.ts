import type { PageListing } from "../../src/domain/listing"
import { MissingField, type Rows } from "../../src/marketplace/adapter"
import { parseCount } from "../../src/marketplace/count-text"
import { parseMoney } from "../../src/marketplace/money-text"
import { isHidden, isWithinHidden, textOf } from "../../src/marketplace/page-text"
import { cellReader, countsOf, id, moneyHint, strategyOf } from "./page-facts"
import { selectors } from "./selectors"

/** The price that buyers pay: of a sale "was, is" the second. */
function priceText(cell: Element | undefined): string {
  const now = cell?.querySelector("ins")
  return now ? (now.textContent ?? "") : textOf(cell)
}

/** "In stock (4)": what can be sold; WooCommerce shows it only for products whose stock it counts. */
function stockOf(text: string, locale: string | undefined) {
  const counted = /\(([^()]+)\)\s*$/.exec(text)?.[1]
  const available = counted === undefined ? null : parseCount(counted, locale)
  return available === null ? {} : { available }
}

/** The products list (edit.php?post_type=product). */
export function readListings(doc: Document): Rows<PageListing> {
  const table = Array.from(doc.querySelectorAll(selectors.list)).find((one) => !isWithinHidden(one))
  const rows = Array.from(table?.querySelectorAll(selectors.rows) ?? []).filter(
    (row) => !isHidden(row)
  )
  const counts = countsOf(doc)
  if (!table || rows.length === 0) {
    const honest = doc.querySelector(selectors.noItems) && !counts.total
    if (!honest) throw new MissingField(id, "listings", "rows")
    return { rows: [], expected: 0, total: 0, strategy: "empty" }
  }
  const cell = cellReader(table)
  const hint = moneyHint(doc)
  const listings = rows.map((row): PageListing => {
    const nativeId = /^post-(\d+)$/.exec(row.id)?.[1]
    if (!nativeId) throw new MissingField(id, "listings", "product id")
    const sku = textOf(cell(row, "sku")).replace(/^[–-]$/, "")
    const title = textOf(row.querySelector("a.row-title"))
    const price = parseMoney(priceText(cell(row, "price")), hint)
    return {
      nativeId,
      ...(sku && { sku }),
      ...(title && { title }),
      ...(price && { price }),
      ...stockOf(textOf(cell(row, "is_in_stock")), hint.locale),
      enabled: /(?:^|\s)status-publish(?:\s|$)/.test(row.className)
    }
  })
  return { rows: listings, ...counts, strategy: strategyOf(table, "is_in_stock") }
}

import type { PageListing } from "../../src/domain/listing"
import { MissingField, type Rows } from "../../src/marketplace/adapter"
import { countsIn } from "../../src/marketplace/count-text"
import { parseMoney } from "../../src/marketplace/money-text"
import {
  cellAt,
  columnNamed,
  columnsOf,
  dataRows,
  shownTables
} from "../../src/marketplace/page-table"
import { idInLink, languageOfPage, textOf } from "../../src/marketplace/page-text"
import { expectedRows, id, moneyHint } from "./page-facts"
import { emptyWords, headers, selectors } from "./selectors"

/** "100 / 0": on hand and allocated. */
function stockOf(cell: Element | undefined, locale: string | undefined) {
  const [onHand, allocated, ...more] = countsIn(textOf(cell), locale) ?? []
  if (onHand === undefined || allocated === undefined || more.length > 0) return {}
  return { onHand, available: onHand - allocated }
}

function enabledOf(text: string) {
  if (/^enabled$/i.test(text)) return { enabled: true }
  return /^disabled$/i.test(text) ? { enabled: false } : {}
}

/** The list of variants (/dashboard/product-variants). */
export function readListings(doc: Document): Rows<PageListing> {
  const tables = shownTables(doc)
  const table = tables.find((one) => one.querySelector(selectors.variantLink)) ?? tables[0]
  if (!table) throw new MissingField(id, "listings", "table")
  const columns = columnsOf(table)
  const locale = languageOfPage(doc)
  const at = (words: string[]) => columnNamed(columns, words)
  const rows = dataRows(table).flatMap((row): PageListing[] => {
    const link = row.querySelector(selectors.variantLink)
    const nativeId = idInLink(link, "product-variants")
    if (!nativeId) return []
    const sku = textOf(cellAt(row, at(headers.sku)))
    const title = textOf(link)
    const price = parseMoney(textOf(cellAt(row, at(headers.priceWithTax))), moneyHint(doc))
    return [
      {
        nativeId,
        ...(sku && { sku }),
        ...(title && { title }),
        ...(price && { price }),
        ...stockOf(cellAt(row, at(headers.stock)), locale),
        ...enabledOf(textOf(cellAt(row, at(headers.enabled))))
      }
    ]
  })
  if (rows.length === 0) {
    if (!emptyWords.test(textOf(table))) throw new MissingField(id, "listings", "rows")
    return { rows: [], expected: 0, strategy: "empty" }
  }
  const expected = expectedRows(doc)
  const strategy = at(headers.sku) === undefined ? "links" : "headers"
  return { rows, ...(expected !== undefined && { expected }), strategy }
}

import type { Money } from "../../src/domain/money"
import type { PageOrder } from "../../src/domain/order"
import { type Anchor, MissingField, type Rows } from "../../src/marketplace/adapter"
import { parseInstant } from "../../src/marketplace/date-text"
import { type MoneyHint, parseMoney } from "../../src/marketplace/money-text"
import { isHidden, isWithinHidden, textOf } from "../../src/marketplace/page-text"
import { cellReader, countsOf, id, idOf, moneyHint, statusOf, strategyOf } from "./page-facts"
import { selectors } from "./selectors"

function orderTable(doc: Document): Element | undefined {
  return Array.from(doc.querySelectorAll(selectors.list)).find((table) => !isWithinHidden(table))
}

function orderRows(table: Element): Element[] {
  return Array.from(table.querySelectorAll(selectors.rows)).filter((row) => !isHidden(row))
}

/** The edit link that shows the order's number. */
function orderLink(row: Element): Element | null {
  return (
    Array.from(row.querySelectorAll(selectors.editLink)).find((link) => /#/.test(textOf(link))) ??
    row.querySelector(selectors.editLink)
  )
}

/** After a refund the cell says "was, is": the order's own total is the struck one. */
function totalOf(cell: Element | undefined, hint: MoneyHint): Money | null {
  const before = cell?.querySelector("del")
  return parseMoney(before ? (before.textContent ?? "") : textOf(cell), hint)
}

/** The country that ends the map link of the (often hidden) address column; nothing else of it is read. */
function countryOf(row: Element): string | undefined {
  const href = row.querySelector(selectors.shipTo)?.getAttribute("href") ?? ""
  return /(?:%20|\+|%2C|,|\s)([A-Z]{2})(?:&|$)/.exec(href)?.[1]
}

type Cell = ReturnType<typeof cellReader>

function readRow(row: Element, cell: Cell, hint: MoneyHint): PageOrder {
  const link = orderLink(row)
  const nativeId = idOf(link) ?? /^(?:order|post)-(\d+)$/.exec(row.id)?.[1]
  if (!nativeId) throw new MissingField(id, "orders", "order number")
  const total = totalOf(cell(row, "order_total"), hint)
  if (!total) throw new MissingField(id, "orders", "total")
  const mark = row.querySelector(selectors.status)
  const statusText = textOf(mark ?? cell(row, "order_status"))
  const named = /(?:^|\s)(status-[a-z-]+)/.exec(`${mark?.className ?? ""} ${row.className}`)?.[1]
  const time = cell(row, "order_date")?.querySelector("time") ?? row.querySelector("time")
  const placedAt = parseInstant(time?.getAttribute("datetime") ?? "")
  const name = /^#\S+\s+(.+)$/.exec(textOf(link))?.[1]
  const shipCountry = countryOf(row)
  return {
    nativeId,
    status: statusOf(named ?? ""),
    ...(statusText && { statusText }),
    ...(placedAt !== null && { placedAt }),
    total,
    ...(shipCountry && { shipCountry }),
    ...(name && { buyer: { ref: name } })
  }
}

/** The orders list, in both of WooCommerce's storages. */
export function readOrders(doc: Document): Rows<PageOrder> {
  const table = orderTable(doc)
  const rows = table ? orderRows(table) : []
  const counts = countsOf(doc)
  if (!table || rows.length === 0) {
    const honest = doc.querySelector(selectors.noItems) && !counts.total
    if (!honest) throw new MissingField(id, "orders", "rows")
    return { rows: [], expected: 0, total: 0, strategy: "empty" }
  }
  const cell = cellReader(table)
  const hint = moneyHint(doc)
  return {
    rows: rows.map((row) => readRow(row, cell, hint)),
    ...counts,
    strategy: strategyOf(table, "order_total")
  }
}

export function listAnchors(doc: Document): Anchor[] {
  const table = orderTable(doc)
  return (table ? orderRows(table) : []).flatMap((row) => {
    const link = orderLink(row)
    const nativeId = idOf(link)
    const element = link?.parentElement
    return nativeId && element ? [{ kind: "order", nativeId, element }] : []
  })
}

import type { PageOrder } from "../../src/domain/order"
import { type Anchor, MissingField, type Rows } from "../../src/marketplace/adapter"
import { parseDate } from "../../src/marketplace/date-text"
import { parseMoney } from "../../src/marketplace/money-text"
import {
  cellAt,
  columnNamed,
  columnsOf,
  dataRows,
  shownTables
} from "../../src/marketplace/page-table"
import { idInLink, languageOfPage, textOf } from "../../src/marketplace/page-text"
import { expectedRows, id, moneyHint, statusOf } from "./page-facts"
import { emptyWords, headers, selectors } from "./selectors"

type OrderRow = { row: Element; link: Element; code: string }

function orderRows(table: Element): OrderRow[] {
  return dataRows(table).flatMap((row) => {
    const link = row.querySelector(selectors.orderLink)
    const code = textOf(link)
    return link && code && idInLink(link, "orders") ? [{ row, link, code }] : []
  })
}

function orderTable(doc: Document): Element | undefined {
  const tables = shownTables(doc)
  return (
    tables.find((table) => orderRows(table).length > 0) ??
    tables.find((table) => columnNamed(columnsOf(table), headers.code) !== undefined) ??
    tables[0]
  )
}

type Positions = Record<
  "updatedAt" | "placedAt" | "state" | "total" | "shipping",
  number | undefined
>

/** Positions by header text; where the headers speak another language, only what the row's structure proves. */
function positionsOf(table: Element): { at: Positions; strategy: string } {
  const columns = columnsOf(table)
  const at = {
    updatedAt: columnNamed(columns, headers.updatedAt),
    placedAt: columnNamed(columns, headers.placedAt),
    state: columnNamed(columns, headers.state),
    total: columnNamed(columns, headers.totalWithTax),
    shipping: columnNamed(columns, headers.shipping)
  }
  return { at, strategy: at.total === undefined ? "links" : "headers" }
}

/** Without headers: the last amount of the row, which is the one with tax (Total, Total with tax, Shipping). */
function lastMoney(row: Element, doc: Document) {
  const amounts = Array.from(row.querySelectorAll("td"))
    .map((cell) => parseMoney(textOf(cell), moneyHint(doc)))
    .filter((money) => money !== null)
  return amounts.length >= 2 ? amounts.at(-1) : undefined
}

type Dates = { updatedAt?: number; placedAt?: number }[]

/** Dates of a column are read all or none: one day above 12 in the wrong place proves the language wrong for all. */
function datesOf(rows: OrderRow[], at: Positions, doc: Document): Dates {
  const locale = languageOfPage(doc)
  const column = (position: number | undefined) => {
    const texts = rows.map(({ row }) => textOf(cellAt(row, position)))
    const dates = texts.map((text) => (text && locale ? parseDate(text, { locale }) : null))
    return texts.every((text, i) => text === "" || dates[i] !== null) ? dates : []
  }
  const [updated, placed] = [column(at.updatedAt), column(at.placedAt)]
  return rows.map((_, i) => ({
    ...(typeof updated[i] === "number" && { updatedAt: updated[i] }),
    ...(typeof placed[i] === "number" && { placedAt: placed[i] })
  }))
}

function readRow({ row, code }: OrderRow, at: Positions, doc: Document): PageOrder {
  const statusText = textOf(cellAt(row, at.state) ?? row.querySelector(selectors.badge))
  const total =
    at.total === undefined
      ? lastMoney(row, doc)
      : parseMoney(textOf(cellAt(row, at.total)), moneyHint(doc))
  if (!total) throw new MissingField(id, "orders", "total")
  const customer = row.querySelector(selectors.customerLink)
  const customerId = idInLink(customer, "customers")
  const shippingMethod = textOf(cellAt(row, at.shipping))
  return {
    nativeId: code,
    status: statusOf(statusText),
    ...(statusText && { statusText }),
    total,
    ...(shippingMethod && { shippingMethod }),
    ...(customerId && { buyer: { ref: `customer:${customerId}` } })
  }
}

/** The orders list (/dashboard/orders). */
export function readOrders(doc: Document): Rows<PageOrder> {
  const table = orderTable(doc)
  if (!table) throw new MissingField(id, "orders", "table")
  const rows = orderRows(table)
  if (rows.length === 0) {
    if (!emptyWords.test(textOf(table))) throw new MissingField(id, "orders", "rows")
    return { rows: [], expected: 0, strategy: "empty" }
  }
  const { at, strategy } = positionsOf(table)
  const dates = datesOf(rows, at, doc)
  const expected = expectedRows(doc)
  return {
    rows: rows.map((row, i) => ({ ...readRow(row, at, doc), ...dates[i] })),
    ...(expected !== undefined && { expected }),
    strategy
  }
}

export function listAnchors(doc: Document): Anchor[] {
  const table = orderTable(doc)
  return (table ? orderRows(table) : []).map(({ link, code }) => ({
    kind: "order",
    nativeId: code,
    element: link.parentElement ?? link
  }))
}

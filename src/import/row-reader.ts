import type {
  ImportedBuyer,
  ImportedLine,
  ImportedListing,
  ImportedMovement,
  ImportedRecord,
  RowProblem,
  RowReason
} from "../domain/imported"
import { createMoneyReader, currencyCode, readQuantity } from "./amounts"
import { countryCode } from "./countries"
import { createDateReader } from "./dates"
import { isBlank, type Row } from "./delimited"
import type { Field } from "./fields"
import { importLimits } from "./limits"
import type { Plan } from "./plan"
import { statusOf } from "./status-words"

export type ReadRow = (row: Row) => ImportedRecord | RowProblem | null

const longestId = 200
const roundedId = /^\d(?:\.\d+)?e\+?\d+$/i
/** What exports write into a cell that holds nothing. */
const nothing = new Set(["--", "-", "n/a", "N/A", "null"])
const longestNothing = 4

/** `trim` for texts that mostly have nothing to trim. */
function trimmed(text: string): string {
  const [first, last] = [text.charCodeAt(0), text.charCodeAt(text.length - 1)]
  return first > 32 && first < 127 && last > 32 && last < 127 ? text : text.trim()
}

class Unreadable extends Error {
  constructor(
    readonly reason: RowReason,
    readonly field?: Field
  ) {
    super(reason)
  }
}

/**
 * Reads the rows of one table by its plan: a record, the reason why there is none, or null for an empty row.
 * Rows must come in the file's order: one may continue the row before it.
 */
export function createRowReader(plan: Plan): ReadRow {
  const { format, header, columns, conventions } = plan
  const readDate = createDateReader(conventions)
  const readMoney = createMoneyReader(conventions)
  const lastColumn = Math.max(-1, ...Object.values(columns).flat())
  let cells: string[] = []
  let before: { orderId: string; cells: string[]; at: number } | null = null
  let continued = false
  let lastSummary: string[] | null = null
  let summary: string[] | null = null

  const sumsUp = (row: string[] | null) =>
    row !== null && format.summaryGives && cellOf(row, "order") === cellOf(cells, "order")

  const plain = (raw: string | undefined) => {
    const text = trimmed(raw ?? "")
    return text.length <= longestNothing && nothing.has(text) ? "" : text
  }

  function cellOf(from: string[], field: Field): string {
    for (const column of columns[field] ?? []) {
      const text = plain(from[column])
      if (text !== "") return text
    }
    return ""
  }

  function text(field: Field): string {
    const own = cellOf(cells, field)
    if (own !== "") return own
    if (summary && format.summaryGives?.includes(field)) return cellOf(summary, field)
    if (!continued || !before || !format.continues?.includes(field)) return own
    return cellOf(before.cells, field)
  }

  /** The text before the one that spreadsheets are kept from changing by an apostrophe. */
  const id = (field: Field) => text(field).replace(/^'/, "")

  function titleAt(field: Field): string | undefined {
    const column = columns[field]?.[0]
    return column === undefined ? undefined : header.titles[column]
  }

  function moneyOf(field: Field) {
    const column = columns[field]?.[0]
    const raw = text(field)
    if (column === undefined || raw === "") return null
    const named = text("currency")
    const own = currencyCode(named)
    const currency = own || header.currencies[column] || undefined
    // a sign in the column of currencies reads as if it stood beside the amount
    const money = readMoney(named === "" || own ? raw : `${raw} ${named}`, currency)
    if (money) return money
    // without a currency an amount is left out, and the seller is asked once for the file
    const needsCurrency = !currency && !conventions.currency && /^[-+(]?[\d.,'’\s]+\)?$/.test(raw)
    if (!needsCurrency) throw new Unreadable("unclear-money", field)
    return null
  }

  function timeOf(field: Field): number | undefined {
    const raw = text(field)
    if (raw === "") return undefined
    const at = readDate(raw)
    if (at === null) throw new Unreadable("unclear-date", field)
    return at
  }

  function countOf(field: Field): number | undefined {
    const raw = text(field)
    if (raw === "") return undefined
    const count = readQuantity(raw, conventions.decimal)
    if (count === null) throw new Unreadable("unclear-quantity", field)
    return count
  }

  function buyerOf(): ImportedBuyer | undefined {
    const [name, email] = [text("buyerName"), text("buyerEmail")]
    const ref = text("buyerId") || email || name
    if (ref === "") return undefined
    const [phone, address] = [text("buyerPhone"), text("buyerAddress")]
    const buyer: ImportedBuyer = { ref }
    if (name) buyer.name = name
    if (email) buyer.email = email
    if (phone) buyer.phone = phone
    if (address) buyer.address = address
    return buyer
  }

  function statusText(): string {
    if (!format.statusOf) return text("status")
    const from = continued && before && format.continues?.includes("status") ? before.cells : cells
    return format.statusOf(named(from))
  }

  function named(from: string[]) {
    return {
      cell: (name: string) => plain(from[header.positions.get(name) ?? -1]),
      filled: from.reduce((sum, cell) => sum + (cell.trim() === "" ? 0 : 1), 0),
      width: from.length
    }
  }

  function orderIdOf(): string {
    const orderId = id("order")
    if (orderId === "") throw new Unreadable("no-order-id", "order")
    if (roundedId.test(orderId)) throw new Unreadable("order-id-rounded", "order")
    if (orderId.length > longestId) throw new Unreadable("too-long", "order")
    return orderId
  }

  function lineOf(): ImportedLine {
    const orderId = orderIdOf()
    continued = before?.orderId === orderId && cellOf(cells, "at") === "" && !!format.continues
    const at = timeOf("at")
    if (at === undefined) throw new Unreadable(continued ? "no-first-row" : "no-date", "at")
    const updatedAt = timeOf("updatedAt")
    const counted = countOf("quantity")
    // a table without a column for quantities has one row a piece
    if (counted === undefined && columns.quantity) {
      throw new Unreadable("unclear-quantity", "quantity")
    }
    const quantity = counted ?? 1
    const detail = format.kind === "lines"
    const skus = text("sku")
    const single = detail || !/[,;]/.test(skus)
    const sku = single ? skus.slice(0, longestId) : ""
    const each = moneyOf("unitPrice")
    const sum = each ? null : moneyOf("linePrice")
    const price = each ?? sum
    const share = sum && quantity !== 0 ? sum.minor / quantity : Number.NaN
    const words = statusText()
    const title = text("title")
    const buyer = buyerOf()
    if (!continued) before = { orderId, cells, at }
    const line: ImportedLine = {
      orderId,
      at,
      sku,
      quantity,
      unitPrice: single ? (each?.minor ?? share) : Number.NaN,
      currency: price?.currency ?? "",
      status: format.statuses?.[words] ?? statusOf(words),
      country: countryCode(text("country")),
      detail
    }
    if (updatedAt !== undefined) line.updatedAt = updatedAt
    if (title) line.title = title.slice(0, 500)
    if (buyer) line.buyer = buyer
    return line
  }

  function listingOf(): ImportedListing {
    continued = cellOf(cells, "title") === "" && before !== null && !!format.continues
    const nativeId = id("listing") || id("sku")
    if (nativeId === "") throw new Unreadable("no-sku", "sku")
    if (nativeId.length > longestId) throw new Unreadable("too-long", "listing")
    const [sku, title, state] = [id("sku"), text("title"), text("enabled")]
    const price = moneyOf("price")
    const [onHand, available] = [countOf("onHand"), countOf("available")]
    if (!continued) before = { orderId: nativeId, cells, at: 0 }
    const enabled = /^(?:active|true|1|yes|published)$/i.test(state)
    return {
      nativeId,
      ...(sku && { sku: sku.slice(0, longestId) }),
      ...(title && { title: title.slice(0, 500) }),
      ...(price && { price }),
      ...(onHand === undefined ? {} : { onHand }),
      ...(available === undefined ? {} : { available }),
      ...(state && { enabled })
    }
  }

  function movementOf(): ImportedMovement {
    const at = timeOf("at")
    if (at === undefined) throw new Unreadable("no-date", "at")
    const money = moneyOf("amount")
    if (!money) throw new Unreadable("unclear-money", "amount")
    return {
      settlement: id("settlement").slice(0, longestId),
      orderId: id("order").slice(0, longestId),
      at,
      sku: text("sku").slice(0, longestId),
      type: text("movement").slice(0, longestId),
      amount: money.minor,
      currency: money.currency
    }
  }

  const isHeader = (some: string[]) =>
    trimmed(some[0] ?? "") === (header.titles[0] ?? "") &&
    some.every((cell, i) => cell.trim() === (header.titles[i] ?? ""))

  function recordOf(): ImportedRecord {
    if (format.kind === "listings") return { kind: "listing", value: listingOf() }
    if (format.kind === "movements") return { kind: "movement", value: movementOf() }
    return { kind: "line", value: lineOf() }
  }

  return (row) => {
    cells = row.cells
    continued = false
    if (isBlank(cells)) return null
    const { line } = row
    const left = format.notData?.(named(cells))
    if (left) {
      if (left === "summary") lastSummary = cells
      return { line, reason: left }
    }
    summary = sumsUp(lastSummary) ? lastSummary : null
    if (isHeader(cells)) {
      return { line, reason: "repeated-header" }
    }
    // a download that broke off, or a note under the table
    if (plan.fullRows && cells.length <= lastColumn) return { line, reason: "short-row" }
    if (cells.some((cell) => cell.length > importLimits.cellChars)) {
      return { line, reason: "too-long" }
    }
    try {
      return recordOf()
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error
      const column = error.field && titleAt(error.field)
      return { line, reason: error.reason, ...(column && { column }) }
    }
  }
}

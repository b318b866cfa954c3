import type { PageOrder } from "../../domain/order"
import type { OrderStatus } from "../../domain/order-status"
import type { PageHints } from "../page-hints"
import { type Assigned, assign, type Fields } from "./assign"
import type { Atom, Column } from "./column"
import { dayFirstOf, moneyHints } from "./column-hints"
import { columnsOf } from "./columns"
import type { Field } from "./fields"
import type { Grid } from "./grids"
import { itemsOf, valueAt } from "./items"
import { orderInLink } from "./order-link"
import { statusIn } from "./status-text"
import { dateIn, idIn, moneyIn } from "./values"

export const sampleRows = 6

/** What a list was found to hold, how sure each field is, and where each record stands. */
export type Found<T> = {
  rows: T[]
  grid: Grid
  confidence: Record<string, number>
  anchors: { nativeId: string; element: Element }[]
  /** How much there is to it: more sure fields in more rows. */
  worth: number
}

/** Rows of one order: from the row that shows its number to the next one that does. */
type Span = { nativeId: string; element: Element; from: number; to: number }

function spansOf(order: Column, rows: number): Span[] {
  const spans: Span[] = []
  for (const { row, text, piece } of order.atoms) {
    const nativeId = idIn(text)
    if (!nativeId || spans.at(-1)?.from === row) continue
    spans.push({ nativeId, element: piece.element, from: row, to: rows })
  }
  spans.forEach((span, i) => {
    span.to = spans[i + 1]?.from ?? rows
  })
  return spans
}

/** Payment and fulfilment told apart, as one state: what went wrong first, then how far it came. */
export function combineStatus(payment: OrderStatus, fulfilment: OrderStatus): OrderStatus {
  if (["cancelled", "refunded", "failed", "pending"].includes(payment)) return payment
  if (fulfilment !== "unknown" && fulfilment !== "paid") return fulfilment
  return payment === "unknown" ? fulfilment : payment
}

function statusOf(fields: Fields, row: number): { status: OrderStatus; statusText?: string } {
  const text = (field: Field) => valueAt(fields, field, row)?.text ?? ""
  const status = text("status")
  if (status) return { status: statusIn(status), statusText: status }
  const [payment, fulfilment] = [text("payment"), text("fulfilment")]
  const said = payment || fulfilment
  if (!said) return { status: "unknown" }
  return { status: combineStatus(statusIn(payment), statusIn(fulfilment)), statusText: said }
}

const told: Field[] = [
  "order",
  "placed",
  "total",
  "status",
  "payment",
  "fulfilment",
  "title",
  "sku",
  "quantity",
  "unitPrice",
  "shippingMethod",
  "paymentMethod"
]

export function confidenceOf(fields: Fields, wanted: Field[]): Record<string, number> {
  return Object.fromEntries(
    wanted.flatMap((field) => {
      const score = fields[field]?.score
      return score === undefined ? [] : [[field.toLowerCase(), Math.round(score * 100) / 100]]
    })
  )
}

function readOrder(
  span: Span,
  fields: Fields,
  hints: PageHints,
  dayFirst: boolean | null | undefined
): PageOrder {
  const at = (field: Field) => {
    for (let row = span.from; row < span.to; row++) {
      const value = valueAt(fields, field, row)
      if (value) return value
    }
    return undefined
  }
  const money = (field: Field) => {
    const [atom, column] = [at(field), fields[field]?.column]
    // "was, is" without a word for it: a refund, a change or a discount, so neither is the order's total
    if (column?.atoms.filter(({ row }) => row === atom?.row).length !== 1) return null
    return atom && column ? moneyIn(atom.text, moneyHints(column, hints)) : null
  }
  const placed = at("placed")
  const placedAt = placed ? dateIn({ ...placed.piece, text: placed.text }, hints, dayFirst) : null
  const [total, shippingPrice] = [money("total"), money("shippingPrice")]
  const items = itemsOf(fields, span.from, span.to, hints)
  const buyer = at("buyer")?.text
  const [shippingMethod, paymentMethod] = [at("shippingMethod")?.text, at("paymentMethod")?.text]
  return {
    nativeId: span.nativeId,
    ...statusOf(fields, span.from),
    ...(placedAt !== null && { placedAt }),
    ...(total && { total }),
    ...(items.length > 0 && { items }),
    ...(shippingPrice && { shippingPrice }),
    ...(shippingMethod && { shippingMethod }),
    ...(paymentMethod && { paymentMethod }),
    ...(buyer && { buyer: { ref: buyer } })
  }
}

/** An order that stands twice with two totals (a sale and its refund) has none that is known. */
function agreeing(orders: PageOrder[]): PageOrder[] {
  const totals = new Map<string, Set<number | undefined>>()
  for (const { nativeId, total } of orders)
    totals.set(nativeId, (totals.get(nativeId) ?? new Set()).add(total?.minor))
  return orders.map(({ total, ...order }) =>
    total && totals.get(order.nativeId)?.size === 1 ? { ...order, total } : order
  )
}

/** Where a row shows only "Open", its link names the order. */
function numbersInLinks(grid: Grid): Assigned | undefined {
  const atoms = grid.rows.flatMap((row, index): Atom[] => {
    for (const element of Array.from(row.element.querySelectorAll("a[href]"))) {
      const id = orderInLink(element.getAttribute("href") ?? "")
      if (id) return [{ row: index, piece: { text: id, element, struck: false }, text: id }]
    }
    return []
  })
  const numbers = new Set(atoms.map(({ text }) => text))
  if (atoms.length < 2 || atoms.length < grid.rows.length * 0.8 || numbers.size < atoms.length)
    return undefined
  const column = { key: "link", label: null, header: null, headerText: "", name: null, atoms }
  return { column, score: 0.6 }
}

/** A "reference" is an order's number only where the rows have a date or a total as orders do. */
const isDoubtful = ({ order, placed, total }: Fields) =>
  order?.column.header?.field === "reference" && !placed && !total

/** The orders of a grid whose columns are known; null without a column of their numbers. */
export function ordersFrom(grid: Grid, known: Fields, hints: PageHints): Found<PageOrder> | null {
  const order = known.order ?? numbersInLinks(grid)
  if (!order || isDoubtful(known)) return null
  const fields = { ...known, order }
  const beside = [
    fields.placed,
    fields.total,
    fields.status ?? fields.payment ?? fields.fulfilment,
    fields.buyer
  ].filter((one) => one !== undefined)
  const spans = spansOf(order.column, grid.rows.length)
  const dayFirst = fields.placed && dayFirstOf(fields.placed.column, hints)
  const rows = agreeing(spans.map((span) => readOrder(span, fields, hints, dayFirst)))
  const sum = [order, ...beside, fields.title, fields.sku, fields.quantity].reduce(
    (total, one) => total + (one?.score ?? 0),
    0
  )
  return {
    rows,
    grid,
    confidence: confidenceOf(fields, told),
    anchors: spans.map(({ nativeId, element }) => ({ nativeId, element })),
    worth: beside.length < 2 ? 0 : sum * Math.log2(rows.length + 1)
  }
}

/** The orders that a grid lists; null when it does not list orders. */
export function ordersIn(grid: Grid, hints: PageHints): Found<PageOrder> | null {
  // a few rows tell whether it is worth reading all of them
  if (!assign(columnsOf(grid, sampleRows), "orders", hints).order && !numbersInLinks(grid))
    return null
  const found = ordersFrom(grid, assign(columnsOf(grid), "orders", hints), hints)
  if (!found || found.worth === 0) return null
  const numbers = new Set(found.rows.map(({ nativeId }) => nativeId))
  return numbers.size < found.rows.length * 0.8 ? null : found
}

import type { OrderStatus } from "./order-status"

/** Buyer facts of one row of a file. They live only until the row's records are made; the store keeps pseudonyms. */
export type ImportedBuyer = {
  /** The most stable thing the file shows: an account id, else an e-mail, else the name. */
  ref: string
  name?: string
  email?: string
  phone?: string
  address?: string
}

/** One order line as an exported file says it. What a file does not say is absent, never guessed. */
export type ImportedLine = {
  orderId: string
  /** Epoch ms UTC: placed, as the file says. */
  at: number
  /** When the marketplace last changed the order, where the file says so. */
  updatedAt?: number
  sku: string
  title?: string
  quantity: number
  /** Minor units; NaN where the file says no price or no currency. */
  unitPrice: number
  currency: string
  status: OrderStatus
  /** ISO 3166-1 alpha-2 or "". */
  country: string
  buyer?: ImportedBuyer
  /** False where the file knows the order but not its lines. */
  detail: boolean
}

/** A product, variant or stock row. */
export type ImportedListing = {
  nativeId: string
  sku?: string
  title?: string
  price?: { minor: number; currency: string }
  onHand?: number
  available?: number
  enabled?: boolean
}

/** One movement of money in a settlement. */
export type ImportedMovement = {
  settlement: string
  orderId: string
  at: number
  sku: string
  type: string
  amount: number
  currency: string
}

export type ImportedRecord =
  | { kind: "line"; value: ImportedLine }
  | { kind: "listing"; value: ImportedListing }
  | { kind: "movement"; value: ImportedMovement }

/** Why a row of a file gave no record. The first five are rows that are not meant as data. */
export const rowReasons = [
  "description",
  "footer",
  "summary",
  "repeated-header",
  "variant-parent",
  "short-row",
  "no-order-id",
  "order-id-rounded",
  "no-date",
  "unclear-date",
  "unclear-quantity",
  "unclear-money",
  "no-sku",
  "no-first-row",
  "too-long"
] as const
export type RowReason = (typeof rowReasons)[number]

/** Rows that a file holds beside its data; the others are data that could not be read. */
export function isNotData(reason: RowReason): boolean {
  return rowReasons.indexOf(reason) < 5
}

export type RowProblem = {
  line: number
  reason: RowReason
  /** The column's own header, where one is to blame. Never a cell: it may hold buyer text. */
  column?: string
}

/** Every row is in exactly one of the two: `rowsIn` = `stored` + `reported`. */
export type ImportReport = {
  rowsIn: number
  stored: number
  reported: number
  reasons: Partial<Record<RowReason, number>>
  /** The first thousand, with line and reason; all are counted. */
  problems: RowProblem[]
}

export function emptyReport(): ImportReport {
  return { rowsIn: 0, stored: 0, reported: 0, reasons: {}, problems: [] }
}

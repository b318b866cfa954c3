import type { RowReason } from "../domain/imported"
import type { OrderStatus } from "../domain/order-status"
import type { DateOrder } from "./conventions"
import type { Field } from "./fields"

export type TableKind = "lines" | "orders" | "listings" | "movements"

/** A row under the names of its header. */
export type NamedRow = { cell(name: string): string; filled: number; width: number }

/**
 * One kind of exported file, described once. Header names are normalised (`normaliseHeader`); a field lists the names
 * that it has had over the years, newest first.
 */
export type Format = {
  id: string
  /** "amazon", "shopify", ...; the orders' ids start with it. */
  marketplace: string
  kind: TableKind
  /** Names that only this file has together; every one must be there. */
  signature: string[]
  columns: Partial<Record<Field, string[]>>
  /** What the file never says but always means. */
  fixed?: { dateOrder?: DateOrder; decimal?: "." | ","; language?: string; zone?: string }
  /** Rows that are not data, by their own words. */
  notData?: (row: NamedRow) => RowReason | undefined
  /** A row without these cells continues the row before it ("Shopify: the second item of an order"). */
  continues?: Field[]
  /** What a row that sums up the rows after it says for them too. */
  summaryGives?: Field[]
  /** The marketplace's status words where the shared ones (`status-words.ts`) do not do. */
  statuses?: Record<string, OrderStatus>
  /** Several columns decide the status; the first word that is known wins. */
  statusOf?: (row: NamedRow) => string
}

import type { Decimal } from "../marketplace/number-text"

export const dateOrders = ["ymd", "mdy", "dmy"] as const
export type DateOrder = (typeof dateOrders)[number]

/**
 * How one file writes dates and amounts. Decided by all of its rows together, or by the seller, never by one row;
 * what stays undefined makes the texts that depend on it unreadable.
 */
export type Conventions = {
  /** Order of the parts where a date is digits only. */
  dateOrder?: DateOrder | undefined
  /** Language of month names. */
  language?: string | undefined
  /** For times without an offset: an IANA zone. */
  zone: string
  /** The decimal sign, where a text alone ("1.234") does not show it. */
  decimal?: Decimal | undefined
  /** ISO 4217, where the file names none. */
  currency?: string | undefined
}

/** What a seller must say because the file does not. */
export type Question = "dateOrder" | "decimal" | "currency"

import * as v from "valibot"
import { limits } from "./limit-values"
import { epochMsSchema, nameSchema, textSchema } from "./limits"
import { pageListingSchema } from "./listing"
import { pageMessageSchema } from "./message"
import { pageOrderSchema } from "./order"

export const pageKinds = ["orders", "order", "listings", "listing", "messages"] as const
export type PageKind = (typeof pageKinds)[number]

/**
 * How a reading ended. Only `complete` may be shown as "all read":
 * `short` = the page's own total disagrees with the rows read; `unreadable` = a required field is missing;
 * `signed-out` and `challenge` = the page shows neither orders nor none.
 */
export const readingOutcomes = [
  "complete",
  "short",
  "unreadable",
  "signed-out",
  "challenge"
] as const
export type ReadingOutcome = (typeof readingOutcomes)[number]

const count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1_000_000_000))

const readingFields = {
  marketplace: nameSchema,
  /** The shop: host and, where a host serves several, the shop's name. */
  account: textSchema,
  page: v.picklist(pageKinds),
  readAt: epochMsSchema,
  outcome: v.picklist(readingOutcomes),
  /** Rows read from this page. */
  rows: count,
  /** Rows this page must hold by its own words, where it says so. */
  rowsExpected: v.optional(count),
  /** Rows in the whole list over all of its pages, where the page says so. */
  listTotal: v.optional(count),
  /** Which way of reading won: "embedded-json", "data-attributes", "headers", ... */
  strategy: nameSchema,
  /** How sure each field is (0..1), where the reader had to work out what the page's columns mean. */
  confidence: v.optional(v.record(nameSchema, v.pipe(v.number(), v.minValue(0), v.maxValue(1)))),
  /** Fields of which the page says two different things. */
  doubts: v.optional(v.pipe(v.array(nameSchema), v.maxLength(20))),
  /** Marketplace, page and field in our words; never text of a buyer. */
  problem: v.optional(textSchema)
} as const

/** One reading of one page, as a content script sends it. */
export const pageReadingSchema = v.strictObject({
  ...readingFields,
  orders: v.pipe(v.array(pageOrderSchema), v.maxLength(limits.rowsPerReading)),
  listings: v.pipe(v.array(pageListingSchema), v.maxLength(limits.rowsPerReading)),
  messages: v.pipe(v.array(pageMessageSchema), v.maxLength(limits.rowsPerReading))
})
export type PageReading = v.InferOutput<typeof pageReadingSchema>

/** What the store keeps of a reading: how it went, not what it held. */
export const readingSchema = v.strictObject(readingFields)
export type Reading = v.InferOutput<typeof readingSchema>

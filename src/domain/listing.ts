import * as v from "valibot"
import { epochMsSchema, nameSchema, textSchema } from "./limits"
import { moneySchema } from "./money"

const count = v.pipe(v.number(), v.integer(), v.minValue(-1_000_000), v.maxValue(100_000_000))

/** A product or variant as one page shows it. `available` is stock on hand less what is promised. */
export const pageListingSchema = v.strictObject({
  nativeId: textSchema,
  sku: v.optional(textSchema),
  title: v.optional(textSchema),
  price: v.optional(moneySchema),
  onHand: v.optional(count),
  available: v.optional(count),
  enabled: v.optional(v.boolean())
})
export type PageListing = v.InferOutput<typeof pageListingSchema>

export const listingSchema = v.strictObject({
  ...pageListingSchema.entries,
  id: textSchema,
  marketplace: nameSchema,
  account: textSchema,
  readAt: epochMsSchema
})
export type Listing = v.InferOutput<typeof listingSchema>

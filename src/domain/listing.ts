import * as v from "valibot"
import { limits } from "./limit-values"
import { epochMsSchema, longTextSchema, nameSchema, textSchema } from "./limits"
import { moneySchema } from "./money"

const count = v.pipe(v.number(), v.integer(), v.minValue(-1_000_000), v.maxValue(100_000_000))

const texts = v.pipe(v.array(textSchema), v.maxLength(limits.itemsPerOrder))

/** What only a listing's own page shows, beyond a row of a list. */
const ownPage = {
  /** The struck or recommended price beside the one that buyers pay. */
  listPrice: v.optional(moneySchema),
  brand: v.optional(textSchema),
  /** GTIN-8, -12, -13 or -14 with a right check digit. */
  gtin: v.optional(v.pipe(v.string(), v.regex(/^\d{8}(?:\d{4,6})?$/))),
  /** Breadcrumb of the category, widest first. */
  category: v.optional(texts),
  /** Selling points, in the page's order. */
  bullets: v.optional(texts),
  description: v.optional(longTextSchema),
  /** Addresses of the pictures, the main one first. */
  images: v.optional(texts),
  /** Mean rating on a scale from 0 to 5. */
  rating: v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(5))),
  /** Ratings that the mean rests on. */
  ratings: v.optional(count),
  inStock: v.optional(v.boolean())
} as const

/** A product or variant as one page shows it. `available` is stock on hand less what is promised. */
export const pageListingSchema = v.strictObject({
  nativeId: textSchema,
  sku: v.optional(textSchema),
  title: v.optional(textSchema),
  price: v.optional(moneySchema),
  onHand: v.optional(count),
  available: v.optional(count),
  enabled: v.optional(v.boolean()),
  ...ownPage
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

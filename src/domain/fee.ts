import * as v from "valibot"
import { countrySchema, nameSchema } from "./limits"
import { confidences } from "./listing-analysis"
import { moneySchema } from "./money"

/** A rate as text, so that no binary fraction gets in: "0.065". */
export const rateSchema = v.pipe(v.string(), v.regex(/^\d{1,3}(?:\.\d{1,6})?$/))
const dateSchema = v.pipe(v.string(), v.isoDate())

/** Where a number is known from, and on which days (first and last) it holds. */
export const datedFields = {
  validFrom: v.optional(dateSchema),
  validTo: v.optional(dateSchema),
  source: v.pipe(v.string(), v.minLength(1), v.maxLength(500)),
  confidence: v.picklist(confidences),
  checkedOn: dateSchema
} as const

/** What a marketplace's fee is called, each with a name in `locales/`. */
export const feeNames = [
  "referral",
  "listing",
  "transaction",
  "payment",
  "final-value",
  "per-order",
  "regulatory",
  "other"
] as const

/** Kinds of goods that marketplaces set fees for, each with a name in `locales/`. */
export const feeCategories = [
  "clothing",
  "jewellery",
  "consumer-electronics",
  "electronics-accessories",
  "computers",
  "compact-appliances",
  "major-appliances",
  "automotive",
  "baby",
  "beauty-health",
  "home",
  "pet",
  "grocery",
  "industrial"
] as const
export type FeeCategory = (typeof feeCategories)[number]

/** One fee: a rate of something, a fixed amount, or both. */
export const feeSchema = v.strictObject({
  id: v.pipe(v.string(), v.minLength(1), v.maxLength(100)),
  marketplace: nameSchema,
  stores: v.optional(v.array(countrySchema)),
  /** For these goods only: it stands in for the marketplace's general fee of the same name. */
  category: v.optional(v.picklist(feeCategories)),
  name: v.picklist(feeNames),
  rate: v.optional(rateSchema),
  /** What the rate is of: the item, item and shipping, or all that the buyer pays, tax included. */
  of: v.optional(v.picklist(["item", "item-and-shipping", "total"])),
  fixed: v.optional(moneySchema),
  /** Charged when rate × base is less. */
  minimum: v.optional(moneySchema),
  /** For sales whose base (`of`, else all that the buyer pays) is above this, or at most this. */
  above: v.optional(moneySchema),
  upTo: v.optional(moneySchema),
  /** The rate is of the part of the base above this, or up to this. */
  partAbove: v.optional(moneySchema),
  partUpTo: v.optional(moneySchema),
  /** True: kept by the marketplace when the order is returned. */
  kept: v.optional(v.boolean()),
  /** Kept of the fee when the order is returned: this share, and `keptMost` at most. */
  keptRate: v.optional(rateSchema),
  keptMost: v.optional(moneySchema),
  ...datedFields
})
export type Fee = v.InferOutput<typeof feeSchema>

export const taxSchema = v.strictObject({
  country: countrySchema,
  rate: rateSchema,
  ...datedFields
})
/** The standard rate of value added tax; reduced rates are the seller's to type. */
export type Tax = v.InferOutput<typeof taxSchema>

import * as v from "valibot"
import { countrySchema, nameSchema, textSchema } from "./limits"
import { moneySchema } from "./money"

const longText = v.pipe(v.string(), v.maxLength(20_000))
const count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1_000_000_000))
const pixels = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(100_000))
const share = v.pipe(v.number(), v.minValue(0), v.maxValue(1))
const few = <T extends v.GenericSchema>(item: T, max: number) =>
  v.pipe(v.array(item), v.maxLength(max))

export const listingImageSchema = v.strictObject({
  width: v.optional(pixels),
  height: v.optional(pixels),
  /** The longer side of the copy that the page shows: what was uploaded is no smaller. */
  atLeast: v.optional(pixels),
  alt: v.optional(longText),
  /** Of the file that the seller uploaded, where the page says so: shops often serve a converted copy. */
  format: v.optional(nameSchema),
  /** The share of pixels along the edge that are pure white (RGB 255), where pixels may be read. */
  whiteEdge: v.optional(share),
  /** The longer side of the product's bounding box as a share of the picture's, on a white background. */
  fill: v.optional(share),
  /** Shares of the picture taken by lines of text on its background, and elsewhere, where pixels may be read. */
  textBeside: v.optional(share),
  textWithin: v.optional(share),
  /** A frame of one colour runs around the picture. */
  border: v.optional(v.boolean())
})
export type ListingImage = v.InferOutput<typeof listingImageSchema>

/**
 * What one page shows of one listing, and all that a check may look at. Absent = the page does not show it
 * ("unknown"); an empty text or list = the page shows that there is none.
 */
export const listingFactsSchema = v.strictObject({
  marketplace: nameSchema,
  /** The country that the storefront sells to. */
  store: v.optional(countrySchema),
  nativeId: v.optional(textSchema),
  sku: v.optional(textSchema),
  title: v.optional(longText),
  /** The limit that the page itself prints beside the title's field. */
  titleLimit: v.optional(count),
  highlights: v.optional(longText),
  bullets: v.optional(few(longText, 50)),
  /** As written, HTML included. */
  description: v.optional(longText),
  searchTerms: v.optional(longText),
  tags: v.optional(few(longText, 100)),
  attributes: v.optional(few(v.strictObject({ name: longText, value: longText }), 200)),
  brand: v.optional(longText),
  gtin: v.optional(longText),
  condition: v.optional(v.picklist(["new", "used"])),
  category: v.optional(longText),
  /** Books, music, films: several rules spare them. */
  media: v.optional(v.boolean()),
  images: v.optional(few(listingImageSchema, 100)),
  /** True: there are no more pictures than these; a public page often shows the first one only. */
  imagesComplete: v.optional(v.boolean()),
  /** The most pictures that one variation has. */
  variationImages: v.optional(count),
  /** The page labels the pictures as stock photos, or as the seller's own. */
  stockPicture: v.optional(v.boolean()),
  /** The shop's name. */
  seller: v.optional(longText),
  price: v.optional(moneySchema),
  listPrice: v.optional(moneySchema),
  /** 0 to 5. */
  rating: v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(5))),
  reviews: v.optional(count),
  /** Shares of reviews with 1, 2, 3, 4 and 5 stars. */
  stars: v.optional(v.pipe(v.array(share), v.length(5))),
  metaTitle: v.optional(longText),
  metaDescription: v.optional(longText),
  /** The block about product safety and the manufacturer, as shown. */
  compliance: v.optional(longText),
  shipsFrom: v.optional(countrySchema),
  /** Pieces sold so far. */
  sold: v.optional(count)
})
export type ListingFacts = v.InferOutput<typeof listingFactsSchema>

/** What a rule is about; each has a name in `locales/`. */
export const listingFields = [
  "title",
  "highlights",
  "bullets",
  "description",
  "searchTerms",
  "tags",
  "attributes",
  "brand",
  "gtin",
  "condition",
  "category",
  "images",
  "altTexts",
  "variationImages",
  "price",
  "reviews",
  "metaTitle",
  "metaDescription",
  "compliance",
  "shipping",
  "texts"
] as const
export type ListingField = (typeof listingFields)[number]

/** Fields that hold text of the seller's own making. */
export const writtenFields = [
  "title",
  "highlights",
  "bullets",
  "description",
  "searchTerms",
  "tags"
] as const
export type WrittenField = (typeof writtenFields)[number]

import * as v from "valibot"
import { epochMsSchema, textSchema } from "./limits"

/** Fields that a seller can point at, by what a list is of. */
export const taughtFields = {
  orders: ["order", "placed", "total", "status", "title", "sku", "quantity", "unitPrice"],
  listings: ["product", "title", "sku", "price", "stock"]
} as const
export type TaughtKind = keyof typeof taughtFields
export type TaughtField = (typeof taughtFields)[TaughtKind][number]

/**
 * Where a field stands, by what outlives small changes of a page: the words above or before it, the build of its
 * elements without generated names, its place among the columns. No value of the page is kept.
 */
export const taughtAnchorSchema = v.strictObject({
  header: v.optional(textSchema),
  label: v.optional(textSchema),
  name: v.optional(textSchema),
  path: v.pipe(v.string(), v.maxLength(500)),
  column: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(500))
})
export type TaughtAnchor = v.InferOutput<typeof taughtAnchorSchema>

const anchors = v.record(
  v.picklist([...new Set([...taughtFields.orders, ...taughtFields.listings])]),
  v.optional(taughtAnchorSchema)
)

/** A reader that a seller taught for the pages of one pattern. */
export const taughtReaderSchema = v.strictObject({
  host: textSchema,
  /** Path with numbers as "*": "/admin/orders", "/shop/*\/orders". */
  path: textSchema,
  kind: v.picklist(["orders", "listings"]),
  fields: anchors,
  taughtAt: epochMsSchema
})
export type TaughtReader = v.InferOutput<typeof taughtReaderSchema>

/** The file in which taught readers are shared. */
export const taughtFileSchema = v.strictObject({
  format: v.literal("portside-taught-readers"),
  version: v.literal(1),
  readers: v.pipe(v.array(taughtReaderSchema), v.maxLength(200))
})
export type TaughtFile = v.InferOutput<typeof taughtFileSchema>

export const taughtId = ({ host, path, kind }: TaughtReader): string => `${host}${path} ${kind}`

/** What the page answers when the seller pointed at something in it. */
export const pointedSchema = v.variant("outcome", [
  v.strictObject({
    outcome: v.literal("picked"),
    anchor: taughtAnchorSchema,
    sample: textSchema,
    rows: v.pipe(v.number(), v.integer(), v.minValue(1))
  }),
  v.strictObject({ outcome: v.picklist(["cancelled", "not-in-a-list"]) })
])
export type Pointed = v.InferOutput<typeof pointedSchema>

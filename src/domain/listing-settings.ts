import * as v from "valibot"
import { feeSchema } from "./fee"
import { textSchema } from "./limits"

const currency = v.pipe(v.string(), v.regex(/^[A-Z]{3}$/))

/** An exchange rate that the seller typed or imported: one `from` is `rate` of `to` on that day. */
export const exchangeRateSchema = v.strictObject({
  from: currency,
  to: currency,
  rate: v.pipe(v.string(), v.regex(/^\d{1,9}(?:\.\d{1,9})?$/)),
  on: v.pipe(v.string(), v.isoDate())
})
export type ExchangeRate = v.InferOutput<typeof exchangeRateSchema>

/** Ten days of the European Central Bank's rates are some 300. */
export const mostRates = 1_000

/** What is left of a price until the seller says otherwise. */
export const usualMargin = 0.3
export const marginSchema = v.pipe(v.number(), v.minValue(0), v.maxValue(1))

/** What the seller told us for checks and for profit. */
export const listingSettingsSchema = v.strictObject({
  /** Names that must not appear in listings. */
  tradeMarks: v.pipe(v.array(textSchema), v.maxLength(500)),
  /** Rule packs as JSON text; the worker parses them again each time. */
  packs: v.pipe(
    v.array(v.strictObject({ name: textSchema, json: v.pipe(v.string(), v.maxLength(500_000)) })),
    v.maxLength(20)
  ),
  fees: v.pipe(v.array(feeSchema), v.maxLength(200)),
  rates: v.pipe(v.array(exchangeRateSchema), v.maxLength(mostRates)),
  /** Share of a price that is left after all costs, for products without costs of their own. */
  margin: v.optional(marginSchema)
})
export type ListingSettings = v.InferOutput<typeof listingSettingsSchema>

export const noSettings: ListingSettings = { tradeMarks: [], packs: [], fees: [], rates: [] }

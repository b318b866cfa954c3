import * as v from "valibot"
import { confidences } from "../domain/listing-analysis"

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

type Dated = { validFrom?: string | undefined; validTo?: string | undefined }

export function holdsOn({ validFrom = "", validTo = "9999-12-31" }: Dated, day: string): boolean {
  return validFrom <= day && day <= validTo
}

import * as v from "valibot"
import { countrySchema, nameSchema } from "../domain/limits"
import { confidences } from "../domain/listing-analysis"
import { listingFields } from "../domain/listing-facts"
import { checkSchema } from "./checks"

/** A day, "2026-07-27". */
export const isoDateSchema = v.pipe(v.string(), v.isoDate())
const shortText = v.pipe(v.string(), v.minLength(1), v.maxLength(500))

/** One rule of one marketplace, with its dates and where it is known from. */
export const ruleSchema = v.strictObject({
  /** Unique; the first part is the marketplace: "amazon.title.length.2026". */
  id: v.pipe(v.string(), v.regex(/^[a-z][a-z0-9-]*(\.[a-z0-9-]+)+$/), v.maxLength(100)),
  /** "any" holds on every marketplace. */
  marketplace: nameSchema,
  /** Countries of the stores that it holds in; absent: all. */
  stores: v.optional(v.array(countrySchema)),
  exceptStores: v.optional(v.array(countrySchema)),
  /** Holds for these listings only; a listing of which that is not known is "unknown", unless it passes. */
  only: v.optional(v.picklist(["media", "not-media", "new", "used"])),
  field: v.picklist(listingFields),
  check: checkSchema,
  /** `broken`: the marketplace forbids it. `missed`: it advises otherwise. */
  severity: v.picklist(["broken", "missed"]),
  /** First and last day on which it holds. */
  validFrom: v.optional(isoDateSchema),
  validTo: v.optional(isoDateSchema),
  source: shortText,
  confidence: v.picklist(confidences),
  /** The day on which somebody last looked at the source. */
  checkedOn: isoDateSchema
})
export type Rule = v.InferOutput<typeof ruleSchema>

/** A file of rules, ours or a seller's. */
export const rulePackSchema = v.strictObject({
  name: shortText,
  rules: v.pipe(v.array(ruleSchema), v.maxLength(1_000))
})
export type RulePack = v.InferOutput<typeof rulePackSchema>

/**
 * Reads a seller's pack from JSON text.
 * @throws Error that names the first wrong place
 */
export function parseRulePack(text: string): RulePack {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    throw new Error("not JSON")
  }
  const parsed = v.safeParse(rulePackSchema, json)
  if (parsed.success) return parsed.output
  const [issue] = parsed.issues
  throw new Error(`${v.getDotPath(issue) ?? "pack"}: ${issue.message}`)
}

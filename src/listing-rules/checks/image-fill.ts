import * as v from "valibot"
import { defineCheck, passed, unknown } from "../check"

/** The product fills at least this share of the main picture's side; unknown where pixels may not be read. */
export const imageFill = defineCheck(
  "image-fill",
  { min: v.pipe(v.number(), v.minValue(0), v.maxValue(1)) },
  ({ min }, { listing }) => {
    const fill = listing.images?.[0]?.fill
    if (fill === undefined) return unknown
    if (fill >= min) return passed
    return {
      outcome: "failed",
      facts: { measured: { kind: "share", value: fill }, min: { kind: "share", value: min } }
    }
  }
)

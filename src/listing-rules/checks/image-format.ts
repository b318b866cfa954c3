import * as v from "valibot"
import { defineCheck, passed, text, unknown } from "../check"

/** File formats that the marketplace takes; unknown where the page does not say what was uploaded. */
export const imageFormat = defineCheck(
  "image-format",
  { formats: v.pipe(v.array(v.string()), v.minLength(1)) },
  ({ formats }, { listing }) => {
    const known = listing.images?.flatMap(({ format }) => (format === undefined ? [] : [format]))
    if (!known || known.length === 0) return unknown
    const wrong = known.find((format) => !formats.includes(format))
    if (wrong === undefined) return passed
    return { outcome: "failed", facts: { format: text(wrong), formats: text(formats.join(", ")) } }
  }
)

import * as v from "valibot"
import { passed, text, unknown } from "../check"
import { languageOf, languagesOfStore } from "../language"
import { markAt } from "../pieces"
import { defineTextCheck } from "../text-check"

/** The text is in the language of the store, or in `language`. Short texts stay unknown. */
export const language = defineTextCheck(
  "language",
  { language: v.optional(v.pipe(v.string(), v.regex(/^[a-z]{2}$/))) },
  (pieces, value, { listing }) => {
    const wanted = value.language ? [value.language] : languagesOfStore(listing.store)
    const found = languageOf(pieces.map((piece) => piece.text).join(" "))
    if (!found || wanted.length === 0) return unknown
    if (wanted.includes(found)) return passed
    return {
      outcome: "failed",
      marks: pieces.map((piece) => markAt(piece, 0, piece.text.length)),
      facts: { found: text(found), wanted: text(wanted.join(", ")) }
    }
  }
)

import * as v from "valibot"
import { markedOrPassed, text } from "../check"
import { marksOf } from "../pieces"
import { defineTextCheck } from "../text-check"

const escaped = (characters: string) => characters.replace(/[\\\]^-]/g, "\\$&")

/** Beside a number, as in "#10" or "5 < 10 mm", or inside a code, as in "A*7", a character names or measures. */
function measures(whole: string, start: number, end: number): boolean {
  const [before, after] = [whole.slice(0, start), whole.slice(end)]
  const besideNumber = /\p{N}\s?$/u.test(before) || /^\s?\p{N}/u.test(after)
  return besideNumber || (/[\p{L}\p{N}]$/u.test(before) && /^[\p{L}\p{N}]/u.test(after))
}

/** Characters that must not appear: `unless` they are part of the brand, or of an identifier or a measure. */
export const bannedCharacters = defineTextCheck(
  "banned-characters",
  {
    characters: v.pipe(v.string(), v.minLength(1)),
    unless: v.optional(v.picklist(["brand", "measure"]))
  },
  (pieces, { characters, unless }, { listing }) => {
    const all = marksOf(pieces, new RegExp(`[${escaped(characters)}]`, "gu"))
    const marks = all.filter((mark) => {
      const whole =
        pieces.find(({ field, index }) => field === mark.field && index === mark.index)?.text ?? ""
      if (unless === "brand") return !listing.brand?.includes(mark.text)
      return unless !== "measure" || !measures(whole, mark.start, mark.end)
    })
    const found = [...new Set(marks.map((mark) => mark.text))].join(" ")
    return markedOrPassed(marks, { characters: text(found) })
  }
)

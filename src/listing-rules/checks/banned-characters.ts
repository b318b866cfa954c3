import * as v from "valibot"
import { markedOrPassed, text } from "../check"
import { marksOf } from "../pieces"
import { defineTextCheck } from "../text-check"

const escaped = (characters: string) => characters.replace(/[\\\]^-]/g, "\\$&")

/** A character beside a digit or letter, as in "#10 envelope" or "5 < 10 mm", names or measures something. */
function measures(whole: string, start: number, end: number): boolean {
  return /[\p{L}\p{N}]\s?$/u.test(whole.slice(0, start)) || /^\s?\p{N}/u.test(whole.slice(end))
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

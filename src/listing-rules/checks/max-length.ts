import * as v from "valibot"
import { count, markedOrPassed, passed, text } from "../check"
import { lengthOf, markAt, offsetWithin } from "../pieces"
import { defineTextCheck } from "../text-check"

/** At most `max` characters, UTF-8 bytes or words, each text by itself or all of the field together. */
export const maxLength = defineTextCheck(
  "max-length",
  {
    max: v.pipe(v.number(), v.integer(), v.minValue(1)),
    unit: v.picklist(["characters", "bytes", "words"]),
    together: v.optional(v.boolean())
  },
  (pieces, { max, unit, together }) => {
    const lengths = pieces.map((piece) => lengthOf(piece.text, unit))
    const sum = lengths.reduce((total, length) => total + length, 0)
    const facts = { max: count(max), unit: text(unit) }
    if (together) {
      return sum <= max ? passed : { outcome: "failed", facts: { ...facts, measured: count(sum) } }
    }
    const over = pieces.filter((_, i) => (lengths[i] ?? 0) > max)
    return markedOrPassed(
      over.map((piece) => markAt(piece, offsetWithin(piece.text, max, unit), piece.text.length)),
      { ...facts, measured: count(Math.max(0, ...lengths)) }
    )
  }
)

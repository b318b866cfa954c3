import * as v from "valibot"
import { count, markedOrPassed, text } from "../check"
import { lengthOf, markAt } from "../pieces"
import { defineTextCheck } from "../text-check"

/** At least `min` characters, UTF-8 bytes or words in each text. */
export const minLength = defineTextCheck(
  "min-length",
  {
    min: v.pipe(v.number(), v.integer(), v.minValue(1)),
    unit: v.picklist(["characters", "bytes", "words"])
  },
  (pieces, { min, unit }) => {
    const short = pieces.filter((piece) => lengthOf(piece.text, unit) < min)
    const measured = Math.min(...short.map((piece) => lengthOf(piece.text, unit)))
    return markedOrPassed(
      short.map((piece) => markAt(piece, 0, piece.text.length)),
      { min: count(min), unit: text(unit), measured: count(measured) }
    )
  }
)

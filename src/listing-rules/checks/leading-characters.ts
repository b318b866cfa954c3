import * as v from "valibot"
import { markedOrPassed, text } from "../check"
import { markAt } from "../pieces"
import { defineTextCheck } from "../text-check"

/** Characters that no text may start with. */
export const leadingCharacters = defineTextCheck(
  "leading-characters",
  { characters: v.pipe(v.string(), v.minLength(1)) },
  (pieces, { characters }) => {
    const wrong = pieces.filter((piece) => piece.text && characters.includes(piece.text.charAt(0)))
    return markedOrPassed(
      wrong.map((piece) => markAt(piece, 0, 1)),
      { characters: text([...characters].join(" ")) }
    )
  }
)

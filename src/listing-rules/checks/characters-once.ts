import * as v from "valibot"
import { markedOrPassed, text } from "../check"
import { markAt } from "../pieces"
import { defineTextCheck } from "../text-check"

/** Characters that may appear once each; every further one is marked. */
export const charactersOnce = defineTextCheck(
  "characters-once",
  { characters: v.pipe(v.string(), v.minLength(1)) },
  (pieces, { characters }) => {
    const marks = pieces.flatMap((piece) =>
      [...characters].flatMap((character) => {
        const places = [...piece.text.matchAll(new RegExp(`\\${character}`, "g"))]
        return places.slice(1).map(({ index }) => markAt(piece, index, index + character.length))
      })
    )
    const found = [...new Set(marks.map((mark) => mark.text))].join(" ")
    return markedOrPassed(marks, { characters: text(found) })
  }
)

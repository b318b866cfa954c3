import { markedOrPassed, text } from "../check"
import { markAt } from "../pieces"
import { defineTextCheck } from "../text-check"

/** No text of the field twice; case and spaces do not count. */
export const duplicates = defineTextCheck("duplicates", {}, (pieces) => {
  const seen = new Set<string>()
  const marks = pieces.flatMap((piece) => {
    const key = piece.text.toLowerCase().replace(/\s+/g, " ").trim()
    if (seen.has(key)) return [markAt(piece, 0, piece.text.length)]
    seen.add(key)
    return []
  })
  return markedOrPassed(marks, { words: text([...new Set(marks.map((m) => m.text))].join(", ")) })
})

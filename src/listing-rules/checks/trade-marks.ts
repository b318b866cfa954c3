import { markedOrPassed, text, unknown } from "../check"
import { marksOf } from "../pieces"
import { defineTextCheck } from "../text-check"
import { phrasePattern } from "../words/phrase-pattern"

/** Names that the seller listed as not to be used; unknown while the list is empty. */
export const tradeMarks = defineTextCheck("trade-marks", {}, (pieces, _, { context }) => {
  if (context.tradeMarks.length === 0) return unknown
  const marks = marksOf(pieces, phrasePattern(context.tradeMarks))
  return markedOrPassed(marks, { words: text([...new Set(marks.map((m) => m.text))].join(", ")) })
})

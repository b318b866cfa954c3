import { markedOrPassed } from "../check"
import { marksOf } from "../pieces"
import { defineTextCheck } from "../text-check"

/** No text ends with punctuation. */
export const endPunctuation = defineTextCheck("end-punctuation", {}, (pieces) =>
  markedOrPassed(marksOf(pieces, /[.!?;:,。！？；：，]+\s*$/gu))
)

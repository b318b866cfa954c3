import { markedOrPassed } from "../check"
import { marksOf } from "../pieces"
import { defineTextCheck } from "../text-check"

/** Each text starts with a capital; digits and scripts without capitals pass. */
export const startCapital = defineTextCheck("start-capital", {}, (pieces) =>
  markedOrPassed(marksOf(pieces, /^\s*\p{Ll}\S*/gu))
)

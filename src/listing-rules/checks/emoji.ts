import { markedOrPassed } from "../check"
import { marksOf } from "../pieces"
import { defineTextCheck } from "../text-check"

/** No pictographs. ©, ® and ™ count as characters of their own, digits and # are not meant. */
export const emoji = defineTextCheck("emoji", {}, (pieces) =>
  markedOrPassed(
    marksOf(
      pieces,
      /(?![©®™])\p{Extended_Pictographic}(?:\u200d\p{Extended_Pictographic}|\ufe0f)*/gu
    )
  )
)

import { markedOrPassed } from "../check"
import { marksOf } from "../pieces"
import { defineTextCheck } from "../text-check"

/** Longer than most abbreviations and model names ("LED", "HDMI"). */
const word = /(?<![\p{L}\p{N}])\p{Lu}{5,}(?![\p{L}\p{N}])/gu

/** Words written in capitals, the brand aside; one with a digit in it is a model. */
export const allCaps = defineTextCheck("all-caps", {}, (pieces, _, { listing }) =>
  markedOrPassed(
    marksOf(pieces, word).filter(
      (mark) => !listing.brand?.toLowerCase().includes(mark.text.toLowerCase())
    )
  )
)

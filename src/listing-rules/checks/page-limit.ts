import { count, markedOrPassed, text, unknown } from "../check"
import { lengthOf, markAt, offsetWithin } from "../pieces"
import { defineTextCheck } from "../text-check"

/** The limit that the page prints itself: for marketplaces whose limit differs by category or is not published. */
export const pageLimit = defineTextCheck("page-limit", {}, (pieces, _, { listing }) => {
  const max = listing.titleLimit
  if (max === undefined) return unknown
  const over = pieces.filter((piece) => lengthOf(piece.text, "characters") > max)
  const measured = Math.max(0, ...pieces.map((piece) => lengthOf(piece.text, "characters")))
  return markedOrPassed(
    over.map((piece) =>
      markAt(piece, offsetWithin(piece.text, max, "characters"), piece.text.length)
    ),
    { max: count(max), measured: count(measured), unit: text("characters") }
  )
})

import { markedOrPassed, passed, text, unknown } from "../check"
import { markAt } from "../pieces"
import { defineTextCheck } from "../text-check"

/** The text names the brand; unknown while the page shows none. */
export const namesBrand = defineTextCheck("names-brand", {}, (pieces, _, { listing }) => {
  const { brand } = listing
  if (!brand) return unknown
  if (pieces.some((piece) => piece.text.toLowerCase().includes(brand.toLowerCase()))) return passed
  const [first] = pieces
  return markedOrPassed(first ? [markAt(first, 0, first.text.length)] : [], { name: text(brand) })
})

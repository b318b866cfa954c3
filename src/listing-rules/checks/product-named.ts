import { passed, unknown } from "../check"
import { defineTextCheck } from "../text-check"

const words = (text: string) => text.toLowerCase().match(/\p{L}{4,}/gu) ?? []

/**
 * The title names what the product is. Seen to pass when a word of the category (or its first five letters) is in
 * the title; otherwise a reader has to judge, so it never fails.
 */
export const productNamed = defineTextCheck("product-named", {}, (pieces, _, { listing }) => {
  const title = words(pieces.map(({ text }) => text).join(" "))
  const named = words(listing.category ?? "").some((word) =>
    title.some((one) => one.startsWith(word.slice(0, 5)))
  )
  return named ? passed : unknown
})

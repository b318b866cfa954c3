import * as v from "valibot"
import { markedOrPassed, unknown } from "../check"
import { marksOf } from "../pieces"
import { defineTextCheck } from "../text-check"
import { phrasePattern } from "../words/phrase-pattern"

/** Amazon's own numbers of non-book products start with B0. */
const asin = /(?<![A-Z0-9])B0[A-Z0-9]{8}(?![A-Z0-9])/g

/** An identifier that belongs in a field of its own: an ASIN, or the listing's SKU. */
export const ownIdentifier = defineTextCheck(
  "own-identifier",
  { identifier: v.picklist(["asin", "sku"]) },
  (pieces, { identifier }, { listing }) => {
    if (identifier === "asin") return markedOrPassed(marksOf(pieces, asin))
    // a SKU of one or two characters would be found everywhere
    if (!listing.sku || listing.sku.length < 4) return unknown
    return markedOrPassed(marksOf(pieces, phrasePattern([listing.sku])))
  }
)

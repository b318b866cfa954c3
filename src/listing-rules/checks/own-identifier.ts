import * as v from "valibot"
import { markedOrPassed, unknown } from "../check"
import { marksOf } from "../pieces"
import { defineTextCheck } from "../text-check"
import { phrasePattern } from "../words/phrase-pattern"

/** Amazon's own numbers of non-book products start with B0. */
const asin = /(?<![A-Z0-9])B0[A-Z0-9]{8}(?![A-Z0-9])/g

/** What has a field of its own: an ASIN, the listing's SKU, the shop's name. */
export const ownIdentifier = defineTextCheck(
  "own-identifier",
  { identifier: v.picklist(["asin", "sku", "seller"]) },
  (pieces, { identifier }, { listing }) => {
    if (identifier === "asin") return markedOrPassed(marksOf(pieces, asin))
    const own = listing[identifier]
    // a SKU or name of one or two characters would be found everywhere
    if (!own || own.length < 4) return unknown
    return markedOrPassed(marksOf(pieces, phrasePattern([own])))
  }
)

import { markedOrPassed, text, unknown } from "../check"
import { marksOf } from "../pieces"
import { defineTextCheck } from "../text-check"

const metric = /(?<![\p{L}\p{N}.])\d+(?:[.,]\d+)?\s?(?:mm|cm|m|kg|g|ml|l|km|°c)(?![\p{L}\p{N}])/giu
const imperial =
  /(?<![\p{L}\p{N}.])\d+(?:[.,]\d+)?\s?(?:inch(?:es)?|in\.|"|″|ft|feet|foot|yd|yards?|lbs?|oz|fl\.? oz|°f)(?![\p{L}\p{N}])/giu

/** Buyers in the United States measure in inches and pounds; elsewhere in the metric system. */
const imperialStores = new Set(["US"])

/** Measures are given in the units of the store's country, alone or beside others. */
export const units = defineTextCheck("units", {}, (pieces, _, { listing }) => {
  if (listing.store === undefined) return unknown
  const usesImperial = imperialStores.has(listing.store)
  const [wanted, foreign] = usesImperial ? [imperial, metric] : [metric, imperial]
  if (marksOf(pieces, wanted).length > 0) return markedOrPassed([])
  return markedOrPassed(marksOf(pieces, foreign), {
    system: text(usesImperial ? "imperial" : "metric")
  })
})

import { markedOrPassed } from "../check"
import { marksOf } from "../pieces"
import { defineTextCheck } from "../text-check"

const amount =
  /(?:[$€£¥₹]|US\s?\$)\s?\d(?:[\d.,]*\d)?|(?<![\p{L}\d.,])\d[\d.,]*\s?(?:[€£₽₺]|(?:USD|EUR|GBP|CNY|JPY|zł|kr)(?![\p{L}]))/gu

/** No prices in texts: they belong in the price's field. */
export const amounts = defineTextCheck("amounts", {}, (pieces) =>
  markedOrPassed(marksOf(pieces, amount))
)

import type { Money } from "../../domain/money"
import type { PageHints } from "../page-hints"
import { isInCard, mainHeading } from "../product/shown-product"
import { type Piece, piecesIn } from "../records/pieces"
import { moneyIn } from "../records/values"

const highest = 7
const mostNodes = 1_500
/** What belongs to a product stands near its name. */
const [before, after] = [15, 120]

/**
 * What a page shows around its product's name, line by line: the smallest box around the heading that holds an amount
 * (`price`, where it is known). Cards of other products are left out. Empty where no heading names the product.
 */
export function productArea(
  doc: Document,
  price: Money | undefined,
  hints: PageHints
): { top: Element; pieces: Piece[] } | null {
  const heading = mainHeading(doc) ?? doc.querySelector("#productTitle")
  // with a currency given, any number is an amount: only the price's own counts then
  const signed = { ...hints, currency: undefined }
  const isAmount = ({ text }: Piece) =>
    text.length < 60 &&
    (moneyIn(text, signed) !== null ||
      (price && moneyIn(text, { ...hints, currency: price.currency })?.minor === price.minor))
  let top: Element | null = heading
  for (let up = 0; heading && up < highest && top?.parentElement; up++) {
    top = top.parentElement
    const pieces = piecesIn(top, mostNodes)
    const at = pieces.findIndex(({ element }) => heading.contains(element))
    const near = pieces.slice(Math.max(0, at - before), at + after)
    if (!near.some(isAmount) && top !== doc.body) continue
    const box = top
    return { top, pieces: near.filter(({ element }) => !isInCard(element, box)) }
  }
  return null
}

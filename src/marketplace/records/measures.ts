import { isCurrencySign } from "../money-text"
import type { Piece } from "./pieces"

const bareNumber = /^[\d.,'’ ]*\d$/
const priceTimes = /^(.*\d.*?)\s*[×x✕]\s*(\d{1,6})$/u

/** A form field's number and the currency beside it are one amount; "€ 34,95 × 2" is a price and a quantity. */
export function joinMeasures(pieces: Piece[]): Piece[] {
  const joined: Piece[] = []
  for (const piece of pieces) {
    const last = joined.at(-1)
    if (last && bareNumber.test(last.text) && isCurrencySign(piece.text)) {
      joined[joined.length - 1] = { ...last, text: `${last.text} ${piece.text}` }
      continue
    }
    const [, price, quantity] = piece.text.length <= 40 ? (priceTimes.exec(piece.text) ?? []) : []
    if (price && quantity && price.split(/[\d.,'’\s]+/).some(isCurrencySign)) {
      joined.push({ ...piece, text: price }, { ...piece, text: `× ${quantity}` })
    } else joined.push(piece)
  }
  return joined
}

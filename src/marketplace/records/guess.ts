import { amountsIn } from "../money-text"
import type { PageHints } from "../page-hints"
import type { Atom, Column } from "./column"
import type { Context } from "./context"
import type { Meaning } from "./labels"
import { orderInLink } from "./order-link"
import { statusIn } from "./status-text"
import { dateIn, idIn, moneyIn, quantityIn } from "./values"

/** Long enough to name something: two Chinese characters say as much as a short word. */
const isWorded = (text: string) =>
  /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]{2}/.test(text) ||
  (text.length >= 4 && /\p{L}{3}/u.test(text))

const priceRange = /\d\D{0,4}\s?[-–—~〜～]\s?\D{0,4}\d/u

/** What the values alone say, where nothing around them has a name that is known. */
export function guess(column: Column, context: Context, hints: PageHints): Meaning[] {
  const sample = column.atoms.slice(0, 20)
  const all = (test: (atom: Atom) => boolean) => sample.length > 0 && sample.every(test)
  const distinct = new Set(sample.map(({ text }) => text)).size
  // a number alone is no amount unless a header says so, whatever the page's currency is
  const isAmount = ({ text }: Atom) => amountsIn(text, hints).length === 1
  const found: Meaning[] = []
  if (context === "orders") {
    const linked = all(
      ({ piece }) =>
        orderInLink(piece.element.closest("a")?.getAttribute("href") ?? "") !== undefined
    )
    const coded = all(
      ({ text }) =>
        /^#?[A-Z]{0,4}[-_]?\d[\dA-Z_-]{2,}$/i.test(idIn(text) ?? "") &&
        quantityIn(text, hints.locale) === null
    )
    const unique = distinct === sample.length && sample.length > 1
    if (
      all(({ text }) => idIn(text) !== null) &&
      unique &&
      (linked || (coded && column.name === null))
    ) {
      found.push({ field: "order", score: linked ? 0.7 : 0.45 })
    }
    if (
      all(
        ({ text, piece }) =>
          /\d/.test(text) &&
          text.length >= 6 &&
          !/^\d+$/.test(text) &&
          dateIn({ ...piece, text }, hints) !== null
      )
    ) {
      found.push({ field: "placed", score: 0.5 })
    }
    const status =
      sample.filter(({ text }) => statusIn(text) !== "unknown").length / Math.max(1, sample.length)
    // "Mark as shipped" is on a button, though some pages show the state as one
    const isPressed = all(({ piece }) => piece.element.closest("button, [role=button]") !== null)
    if (status >= 0.6) found.push({ field: "status", score: isPressed ? 0.42 : 0.4 + status * 0.2 })
    if (
      all(
        ({ text }) =>
          /^[x×]\s?\d+$|^\d+\s?[x×]$/i.test(text) ||
          (/\D/.test(text) && quantityIn(text, hints.locale) !== null)
      )
    ) {
      found.push({ field: "quantity", score: 0.5 })
    }
    if (all(isAmount)) found.push({ field: "total", score: 0.42 })
  } else {
    // a product of several variants shows a range among the others' prices
    const isRange = ({ text }: Atom) => amountsIn(text, hints).length === 2 && priceRange.test(text)
    if (
      all((atom) => isAmount(atom) || isRange(atom)) &&
      sample.filter(isAmount).length > sample.length * 0.6
    ) {
      found.push({
        field: all(({ piece }) => piece.struck)
          ? "listPrice"
          : context === "items"
            ? "unitPrice"
            : "price",
        score: 0.5
      })
    }
  }
  const worded = all(
    ({ text }) => isWorded(text) && moneyIn(text, hints) === null && statusIn(text) === "unknown"
  )
  // "Ship by 24 Nov", "Ship by 25 Nov": one sentence with another date is no name
  const sentences = new Set(sample.map(({ text }) => text.replace(/\d+/g, "#"))).size
  if (worded && distinct > sample.length / 4 && (sentences > 1 || sample.length < 3)) {
    const heading = all(
      ({ piece }) => piece.element.closest("h1,h2,h3,h4,h5,h6,[role=heading]") !== null
    )
    const linked = all(
      ({ piece }) =>
        piece.element.closest("a[href]") !== null || piece.element.querySelector("a[href]") !== null
    )
    const pictured = all(({ piece }) =>
      /product|item|goods|listing|\/p\/|\/dp\/|\/itm\//i.test(
        piece.element.closest("a")?.getAttribute("href") ?? ""
      )
    )
    const length =
      sample.reduce((sum, { text }) => sum + Math.min(60, text.length), 0) / sample.length
    found.push({
      field: "title",
      score: (heading ? 0.55 : pictured ? 0.52 : linked ? 0.42 : 0.4) + length / 1_000
    })
  }
  return found
}

import { isCurrencySign } from "../money-text"
import type { PageHints } from "../page-hints"
import type { Column } from "./column"
import { dayFirstIn, decimalOfTexts } from "./values"

/** The page's hints, sharpened by what the amounts of a column prove. */
export function moneyHints(column: Column, hints: PageHints): PageHints {
  const decimal = decimalOfTexts(column.atoms.map(({ text }) => text))
  const code = /\b[A-Z]{3}\b/.exec(column.headerText)?.[0]
  return {
    ...hints,
    ...(decimal && { decimal }),
    ...(code && isCurrencySign(code) && { currency: code })
  }
}

export const dayFirstOf = (column: Column, hints: PageHints) =>
  dayFirstIn(
    column.atoms.map(({ text }) => text),
    hints
  )

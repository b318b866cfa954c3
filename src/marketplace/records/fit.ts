import type { PageHints } from "../page-hints"
import type { Atom, Column } from "./column"
import type { Field } from "./fields"
import { dateIn, idIn, moneyIn, quantityIn, skuIn, stockIn } from "./values"

export const moneyFields = new Set<Field>([
  "total",
  "shippingPrice",
  "unitPrice",
  "price",
  "listPrice",
  "lineTotal",
  "subtotal",
  "tax",
  "discount",
  "fee"
])
const dateFields = new Set<Field>(["placed", "updated", "due", "date"])

/** Share of a column's values that can be what the field needs (0..1). */
export function fitOf(field: Field, column: Column, hints: PageHints): number {
  const sample = column.atoms.slice(0, 30)
  const share = (test: (atom: Atom) => boolean) =>
    sample.filter(test).length / Math.max(1, sample.length)
  if (moneyFields.has(field)) return share(({ text }) => moneyIn(text, hints) !== null)
  if (dateFields.has(field))
    return share(
      ({ text, piece }) =>
        dateIn({ ...piece, text }, hints) !== null || /\d{1,2}[./-]\d{1,2}[./-]\d{2,4}/.test(text)
    )
  if (field === "quantity") return share(({ text }) => quantityIn(text, hints.locale) !== null)
  if (field === "stock" || field === "onHand")
    return share(({ text }) => stockIn(text, hints.locale) !== null)
  if (field === "order") return share(({ text }) => /\d/.test(idIn(text) ?? ""))
  if (field === "sku")
    return share(({ text }) => skuIn(text) !== null && moneyIn(text, hints) === null)
  if (field === "gtin") return share(({ text }) => /^\d{8,14}$/.test(text))
  if (field === "product") return share(({ text }) => idIn(text) !== null)
  if (field === "title") return share(({ text }) => /\p{L}{2}/u.test(text) && text.length <= 400)
  return share(({ text }) => text.length <= 80)
}

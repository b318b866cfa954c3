import { limits } from "../../domain/limit-values"
import type { OrderItem } from "../../domain/order"
import type { PageHints } from "../page-hints"
import type { Fields } from "./assign"
import type { Atom } from "./column"
import { moneyHints } from "./column-hints"
import type { Field } from "./fields"
import { moneyIn, quantityIn, skuIn } from "./values"

const itemFields = ["title", "sku", "product", "quantity", "unitPrice", "lineTotal"] as const
type ItemField = (typeof itemFields)[number]

/** The value of a field in a row; of several the first. */
export function valueAt(fields: Fields, field: Field, row: number): Atom | undefined {
  return fields[field]?.column.atoms.find((atom) => atom.row === row)
}

type Part = { field: ItemField; atom: Atom }
type Draft = Partial<Record<ItemField, Atom>>

function before(a: Atom, b: Atom): number {
  if (a.row !== b.row) return a.row - b.row
  const order = a.piece.element.compareDocumentPosition(b.piece.element)
  return order & 4 ? -1 : order & 2 ? 1 : 0
}

/** The lines of one order: a field that comes again, or a new row, begins the next line. */
function draftsOf(parts: Part[]): Draft[] {
  const drafts: Draft[] = []
  let row = -1
  let current: Draft = {}
  for (const { field, atom } of parts) {
    if (current[field] || (row !== atom.row && row >= 0)) {
      drafts.push(current)
      current = {}
    }
    current[field] = atom
    row = atom.row
  }
  return [...drafts, current]
}

/** The lines of the order that the rows `from`..`to` (exclusive) show. A line whose quantity is not shown is left out. */
export function itemsOf(fields: Fields, from: number, to: number, hints: PageHints): OrderItem[] {
  const parts = itemFields.flatMap((field) =>
    (fields[field]?.column.atoms ?? [])
      .filter(({ row }) => row >= from && row < to)
      .map((atom): Part => ({ field, atom }))
  )
  parts.sort((a, b) => before(a.atom, b.atom))
  const drafts = draftsOf(parts).slice(0, limits.itemsPerOrder)
  return drafts.flatMap((draft): OrderItem[] => {
    const quantity = draft.quantity ? quantityIn(draft.quantity.text, hints.locale) : null
    if (quantity === null) return []
    const sku = draft.sku && skuIn(draft.sku.text)
    const title = draft.title?.text
    const priced = fields.unitPrice?.column
    const unitPrice =
      draft.unitPrice && priced && moneyIn(draft.unitPrice.text, moneyHints(priced, hints))
    if (!sku && !title) return []
    return [
      { quantity, ...(title && { title }), ...(sku && { sku }), ...(unitPrice && { unitPrice }) }
    ]
  })
}

import type { PageHints } from "../page-hints"
import { parseRelative } from "../relative-date"
import type { Column } from "./column"
import { type Context, inContext } from "./context"
import type { Field } from "./fields"
import { fitOf, moneyFields } from "./fit"
import { guess } from "./guess"

export type Assigned = { column: Column; score: number }
export type Fields = Partial<Record<Field, Assigned>>

/** "Colour: blue [TOTE-01]" */
const bracketed = /\[[\p{L}\d][\p{L}\d._/-]*\]$/u

const untaxed =
  /\b(?:netto|net|excl|ex\.? ?vat|ohne mwst|hors tax|h\.?t\b|sin iva|senza iva|sem iva|bez vat|kdv hariç|exkl)|税抜|不含税|未稅|부가세 ?별도/i

const sure = 0.4

type Candidate = { field: Field; column: Column; score: number }

function candidatesOf(column: Column, context: Context, hints: PageHints): Candidate[] {
  const struckPrice = column.atoms.every(({ piece }) => piece.struck)
  const said = [
    column.label && inContext(column.label, context),
    column.header && inContext({ ...column.header, score: column.header.score * 0.97 }, context),
    column.name && inContext({ field: column.name, score: 0.66 }, context)
  ].filter((meaning) => meaning !== null)
  // of two headers for one field the more exact one: "Total with tax" before "Total"
  const exactness = Math.min(20, column.headerText.length) / 1_000
  // "3 hours ago" beside the hour itself is the less exact of two dates
  const vague = column.atoms
    .slice(0, 10)
    .every(({ text }) => parseRelative(text, hints.locale, hints.now) !== null)
  const [best] = said.sort((a, b) => b.score - a.score)
  // "Shipping" above amounts is what shipping costs, "Payment" above states is the state of the payment
  const meant =
    best?.field === "shippingMethod" && fitOf("shippingPrice", column, hints) > 0.6
      ? { ...best, field: "shippingPrice" as const }
      : best
  const coded =
    context !== "listings" &&
    column.atoms.length > 0 &&
    column.atoms.slice(0, 20).every(({ text }) => bracketed.test(text))
  // "Price excl. VAT" beside "Price incl. VAT": the buyer pays the other one
  const net = untaxed.test(column.headerText) ? 0.8 : 1
  const own = coded ? [{ field: "sku" as const, score: 0.6 }] : meant ? [meant] : []
  const guesses =
    !meant || meant.score < 0.6 || fitOf(meant.field, column, hints) < 0.6
      ? guess(column, context, hints).map((one) =>
          column.headerText && !meant ? { ...one, score: one.score * 0.95 } : one
        )
      : []
  return [...own, ...guesses].flatMap(({ field, score }) => {
    const fits = fitOf(field, column, hints)
    const priced = (field === "price" || field === "unitPrice") && struckPrice ? "listPrice" : field
    return fits >= 0.6
      ? [
          {
            field: priced,
            column,
            score: score * (0.6 + 0.4 * fits) * (vague ? 0.9 : 1) * net + exactness
          }
        ]
      : []
  })
}

/** Few rows have a value there: more often a note than the field. */
const rarity = (share: number) => (share < 0.1 ? 0.8 : share < 0.4 ? 0.9 : 1)

/**
 * What each column is: the surest pair of field and column first, each used once. Below 0.4, or where two columns
 * are as good as each other by their values alone, a field stays unknown.
 */
export function assign(columns: Column[], context: Context, hints: PageHints): Fields {
  const rowsOf = ({ atoms }: Column) => new Set(atoms.map(({ row }) => row)).size
  const most = Math.max(...columns.map(rowsOf), 1)
  const candidates = columns
    .flatMap((column) => candidatesOf(column, context, hints))
    .map((one) => ({ ...one, score: one.score * rarity(rowsOf(one.column) / most) }))
    .filter(({ score }) => score >= sure)
    .sort((a, b) => b.score - a.score || b.column.atoms.length - a.column.atoms.length)
  const fields: Fields = {}
  const used = new Set<Column>()
  for (const { field, column, score } of candidates) {
    if (fields[field] || used.has(column)) continue
    const rival = candidates.find(
      (other) =>
        other.field === field &&
        other.column !== column &&
        !used.has(other.column) &&
        other.score > score - 0.02 &&
        other.column.atoms.length > column.atoms.length / 2
    )
    // two amounts without a name: which one is the total cannot be known
    if (score < 0.55 && rival && moneyFields.has(field)) continue
    fields[field] = { column, score }
    used.add(column)
  }
  for (const assigned of Object.values(fields))
    assigned.column = withRest(assigned.column, columns, used)
  return fields
}

/** A row that builds the cell in another way ("was, is" of a sale) has its value in a sibling column of the same header or name. */
function withRest(column: Column, columns: Column[], used: Set<Column>): Column {
  if (column.label) return column
  const have = new Set(column.atoms.map(({ row }) => row))
  const place = column.key.split(" ", 1)[0]
  const isSibling = (other: Column) => {
    if (used.has(other) || other.label || other.key.split(" ", 1)[0] !== place) return false
    if (column.header) return other.headerText === column.headerText
    return (
      column.name !== null &&
      other.name === column.name &&
      !other.atoms.some(({ piece }) => piece.struck)
    )
  }
  const missing = columns
    .filter(isSibling)
    .flatMap(({ atoms }) => atoms.filter(({ row }) => !have.has(row)))
  if (missing.length === 0) return column
  return { ...column, atoms: [...column.atoms, ...missing].sort((x, y) => x.row - y.row) }
}

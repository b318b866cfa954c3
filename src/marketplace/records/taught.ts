import type { PageListing } from "../../domain/listing"
import type { PageOrder } from "../../domain/order"
import type { TaughtAnchor, TaughtField, TaughtReader } from "../../domain/taught"
import type { PageHints } from "../page-hints"
import { assign, type Fields } from "./assign"
import type { Column } from "./column"
import { columnsOf } from "./columns"
import type { Grid } from "./grids"
import { normalLabel } from "./labels"
import { listingsFrom } from "./listings"
import { type Found, ordersFrom } from "./orders"

const placeOf = (column: Column) => Number(column.key.split(" ", 1)[0]) || 0
/** The build without ordinals and places: tags and the words of their classes. */
const buildOf = (column: Column) => column.key.split(" ").slice(1).join(" ")

/** What of a column outlives small changes of its page. */
export function anchorOf(column: Column): TaughtAnchor {
  return {
    ...(column.headerText && { header: column.headerText.slice(0, 200) }),
    ...(column.label && { label: column.label.field }),
    ...(column.name && { name: column.name }),
    path: buildOf(column).slice(0, 500),
    column: placeOf(column)
  }
}

/** How well a column fits an anchor: its words count most, then its build, then its place. */
function likeness(anchor: TaughtAnchor, column: Column): number {
  const now = anchorOf(column)
  let score = 0
  if (anchor.label || now.label) score += anchor.label === now.label ? 4 : -4
  if (anchor.header || now.header)
    score += normalLabel(anchor.header ?? "") === normalLabel(now.header ?? "") ? 4 : -2
  if (anchor.path === now.path) score += 2
  else if (tagsOf(anchor.path) === tagsOf(now.path)) score += 1
  if (anchor.name && anchor.name === now.name) score += 1
  if (anchor.column === now.column) score += 1
  return score
}

const tagsOf = (path: string) => path.replace(/(^|<)([A-Z0-9-]+)[^<]*/g, "$1$2")
const enough = 3

/** The one column that fits best; undefined when none fits well, or two fit as well. */
function columnFor(anchor: TaughtAnchor, columns: Column[]): Column | undefined {
  const ranked = columns
    .map((column) => ({ column, score: likeness(anchor, column) }))
    .sort((a, b) => b.score - a.score)
  const [first, second] = ranked
  return first && first.score >= enough && first.score > (second?.score ?? 0)
    ? first.column
    : undefined
}

export type TaughtFound = {
  found: Found<PageOrder> | Found<PageListing>
  /** Fields whose place is not on the page any more. */
  lost: TaughtField[]
}

const most = (found: TaughtFound[]) =>
  found.sort(
    (a, b) => a.lost.length - b.lost.length || b.found.rows.length - a.found.rows.length
  )[0]

/** Reads a page as the seller taught it; what was not taught is worked out as ever. Null where no list of the page fits. */
export function readTaught(
  grids: Grid[],
  reader: TaughtReader,
  hints: PageHints
): TaughtFound | null {
  const read = grids.flatMap((grid): TaughtFound[] => {
    const columns = columnsOf(grid)
    const fields: Fields = {}
    const lost: TaughtField[] = []
    for (const [field, anchor] of Object.entries(reader.fields) as [
      TaughtField,
      TaughtAnchor | undefined
    ][]) {
      const column = anchor && columnFor(anchor, columns)
      if (column) fields[field] = { column, score: 1 }
      else if (anchor) lost.push(field)
    }
    const taken = new Set(Object.values(fields).map(({ column }) => column))
    const rest = assign(
      columns.filter((column) => !taken.has(column)),
      reader.kind,
      hints
    )
    const all: Fields = { ...rest, ...fields }
    const found =
      reader.kind === "orders" ? ordersFrom(grid, all, hints) : listingsFrom(grid, all, hints)
    return found && found.rows.length > 0 && taken.size > 0 ? [{ found, lost }] : []
  })
  return most(read) ?? null
}

/** The list and the column that an element of the page belongs to; of several lists the one with the most rows. */
export function columnAt(
  grids: Grid[],
  element: Element
): { column: Column; grid: Grid; text: string } | null {
  const holding = grids
    .filter((grid) => grid.rows.some((row) => row.element.contains(element)))
    .sort((a, b) => b.rows.length - a.rows.length)
  for (const grid of holding) {
    for (const column of columnsOf(grid)) {
      const atom = column.atoms.find(
        ({ piece }) => piece.element === element || piece.element.contains(element)
      )
      if (atom) return { column, grid, text: atom.text }
    }
    // the cell around the value was pointed at
    for (const column of columnsOf(grid)) {
      const atom = column.atoms.find(
        ({ piece }) =>
          element.contains(piece.element) &&
          !grid.rows.some((row) => element.contains(row.element) && element !== row.element)
      )
      if (atom) return { column, grid, text: atom.text }
    }
  }
  return null
}

import { isHidden, isWithinHidden, textOf } from "./page-text"

const cellsOf = (row: Element): Element[] =>
  Array.from(row.children).filter((cell) => /^(?:TD|TH)$/i.test(cell.nodeName))

/** Where each column of a table starts, by the lower-case text of its header ("total with tax" → 6). */
export function columnsOf(table: Element): Map<string, number> {
  const columns = new Map<string, number>()
  const header = table.querySelector("thead tr") ?? table.querySelector("tr")
  let at = 0
  for (const cell of header ? cellsOf(header) : []) {
    const name = textOf(cell).toLowerCase()
    if (name && !columns.has(name)) columns.set(name, at)
    at += Number(cell.getAttribute("colspan") ?? 1) || 1
  }
  return columns
}

/** The cell of a row under a header position, colspans counted. */
export function cellAt(row: Element, position: number | undefined): Element | undefined {
  if (position === undefined) return undefined
  let at = 0
  for (const cell of cellsOf(row)) {
    const next = at + (Number(cell.getAttribute("colspan") ?? 1) || 1)
    if (position < next) return cell
    at = next
  }
  return undefined
}

/** The position of the first header that one of the words names exactly. */
export function columnNamed(columns: Map<string, number>, words: string[]): number | undefined {
  for (const word of words) {
    const position = columns.get(word)
    if (position !== undefined) return position
  }
  return undefined
}

/** The shown rows of a table that hold data cells: no header rows, also none inside `tbody`, none hidden. */
export function dataRows(table: Element): Element[] {
  const rows = Array.from(table.querySelectorAll("tbody tr"))
  return rows.filter(
    (row) => !isHidden(row) && row.querySelector("td") !== null && row.closest("table") === table
  )
}

/** The shown tables of a page. */
export function shownTables(root: ParentNode): Element[] {
  return Array.from(root.querySelectorAll("table")).filter((table) => !isWithinHidden(table))
}

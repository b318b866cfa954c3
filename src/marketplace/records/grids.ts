import { isHidden, isWithinHidden, textOf } from "../page-text"
import { openRoots } from "../query-deep"
import { meaningOf } from "./labels"

export type Cell = { column: number; header: string; element: Element }
/** `shifted`: fewer columns than the header, so that a cell's place says nothing (a continuation of the row above). */
export type Row = { element: Element; cells: Cell[]; shifted: boolean }
export type GridKind = "table" | "aria-grid" | "cards"
export type Grid = { kind: GridKind; element: Element; rows: Row[]; headers: string[] }

// a few more than one reading takes, so that what is left out is told
const mostRows = 1_200
const mostElements = 30_000
const mostGroups = 10
const mostInCard = 1_500
/** What frames a page instead of being on it. */
export const offStage =
  "nav, header:not(main header), footer, aside, [role=navigation], [role=menu], [role=menubar], [role=tablist], [role=toolbar], [role=listbox], [role=dialog][aria-hidden=true], #wpadminbar, #adminmenumain"

const spanOf = (cell: Element, name: "colspan" | "rowspan") =>
  Math.min(50, Math.max(1, Number(cell.getAttribute(name) ?? 1) || 1))

const cellsIn = (row: Element): Element[] =>
  Array.from(row.children).filter((cell) => cell.nodeName === "TD" || cell.nodeName === "TH")

/** The rows of a table itself, without those of tables inside it. */
function rowsIn(table: Element): Element[] {
  const parts = Array.from(table.children).flatMap((part) =>
    part.nodeName === "TR" ? [part] : Array.from(part.children)
  )
  return parts.filter((row) => row.nodeName === "TR").slice(0, mostRows)
}

/** A header's text, else its name for screen readers, else the first of its parts that says anything. */
function headerText(cell: Element): string {
  const shown = textOf(cell) || (cell.getAttribute("aria-label") ?? "")
  if (shown) return shown
  const parts = [cell, ...Array.from(cell.querySelectorAll("*"))].filter(
    (one) => one.childElementCount === 0
  )
  return parts.map((part) => (part.textContent ?? "").trim()).find(Boolean) ?? ""
}

function spread(cells: Element[]): string[] {
  return cells.flatMap((cell) => {
    const text = headerText(cell)
    return Array.from({ length: spanOf(cell, "colspan") }, () => text)
  })
}

const knownHeaders = (headers: string[]) =>
  headers.filter((text) => (meaningOf(text)?.score ?? 0) >= 0.8).length

/** Rows of a table after the first two are headers only when they are nothing but header cells. */
function isHeaderRow(row: Element, index = 0): boolean {
  if (row.parentElement?.nodeName === "THEAD") return row.childElementCount >= 2
  const cells = cellsIn(row)
  if (cells.length < 2) return false
  const onlyHeaders = cells.every((cell) => cell.nodeName === "TH")
  if (!onlyHeaders && index > 1) return false
  const texts = cells.map(headerText)
  const named = texts.filter(Boolean).length
  return onlyHeaders ? named > 0 : named >= 2 && knownHeaders(texts) >= Math.max(2, named * 0.6)
}

/**
 * One header a column. Under a header that spans several columns stand their own names: "Order value" over "net" and
 * "gross" gives "Order value net" and "Order value gross", which their own name is put before where it says all.
 */
function headersOf(rows: Element[]): string[] {
  const [first, second] = rows
  if (!first) return []
  if (!second || second.parentElement !== first.parentElement) return spread(cellsIn(first))
  const below = cellsIn(second)
  let next = 0
  return cellsIn(first).flatMap((cell) => {
    const width = spanOf(cell, "colspan")
    const text = headerText(cell)
    if (spanOf(cell, "rowspan") > 1) return Array.from({ length: width }, () => text)
    return Array.from({ length: width }, () => {
      const own = below[next++]
      const name = own ? headerText(own) : ""
      return name === "" || (meaningOf(name)?.score ?? 0) >= 0.8 ? name || text : `${text} ${name}`
    })
  })
}

/** A table whose header stands in a table of its own just before it (fixed headers of Element UI, Ant Design and others). */
function headersBefore(table: Element, columns: number): string[] {
  for (let at: Element | null = table, up = 0; at && up < 4; at = at.parentElement, up++) {
    const before = at.previousElementSibling
    const other = before?.nodeName === "TABLE" ? before : before?.querySelector("table")
    const header = other && rowsIn(other).slice(0, 3).find(isHeaderRow)
    if (!header) continue
    const headers = spread(cellsIn(header))
    if (Math.abs(headers.length - columns) <= 1) return headers
  }
  return []
}

function tableGrid(table: Element): Grid | null {
  const all = rowsIn(table)
  const headerRows = new Set(all.filter(isHeaderRow))
  const body = all.filter(
    (row) => !headerRows.has(row) && row.parentElement?.nodeName !== "TFOOT" && !isHidden(row)
  )
  if (body.length === 0) return null
  const widest = Math.max(...body.slice(0, 50).map((row) => spread(cellsIn(row)).length))
  const headers = headerRows.size > 0 ? headersOf([...headerRows]) : headersBefore(table, widest)
  /** Rows that a cell above still covers, by column. */
  let covered: number[] = []
  const rows = body.map((element): Row => {
    let column = 0
    const cells: Cell[] = []
    const below: number[] = []
    for (const cell of cellsIn(element)) {
      while ((covered[column] ?? 0) > 0) column++
      const width = spanOf(cell, "colspan")
      const own =
        cell.getAttribute("data-colname") ??
        cell.getAttribute("data-label") ??
        cell.getAttribute("data-title") ??
        cell.getAttribute("data-th")
      cells.push({ column, header: headers[column] || own || "", element: cell })
      for (let i = 0; i < width; i++) below[column + i] = spanOf(cell, "rowspan")
      column += width
    }
    const reach = Math.max(column, covered.findLastIndex((rows) => rows > 0) + 1)
    covered = Array.from({ length: Math.max(reach, below.length) }, (_, i) =>
      Math.max(0, Math.max(covered[i] ?? 0, below[i] ?? 0) - 1)
    )
    return { element, cells, shifted: reach < Math.max(headers.length, widest) - 1 }
  })
  return { kind: "table", element: table, rows, headers }
}

/** Rows that stay in place while a grid scrolls hold its sums. */
const summaryRows =
  '[class*="floating-top" i], [class*="floating-bottom" i], [class*="pinned-top" i], [class*="pinned-bottom" i], [class*="summary" i], tfoot'

function ariaGrid(grid: Element): Grid | null {
  const all = Array.from(grid.querySelectorAll("[role=row]")).slice(0, mostRows)
  const placed = (row: Element, roles: string) =>
    Array.from(row.querySelectorAll(roles)).map((element, i) => ({
      element,
      column: Number(element.getAttribute("aria-colindex") ?? i + 1) - 1
    }))
  const headers: string[] = []
  for (const row of all) {
    for (const { element, column } of placed(row, "[role=columnheader]")) {
      headers[column] ??= headerText(element)
    }
  }
  const rows: Row[] = []
  /** Pinned columns stand in rows of their own beside the others. */
  const byIndex = new Map<string, Row>()
  for (const row of all) {
    if (isHidden(row) || row.closest(summaryRows)) continue
    const cells = placed(row, "[role=gridcell], [role=cell], [role=rowheader]").map(
      ({ element, column }) => ({ element, column, header: headers[column] ?? "" })
    )
    if (cells.length === 0) continue
    const index = row.getAttribute("aria-rowindex") ?? row.getAttribute("row-index")
    const same = index === null ? undefined : byIndex.get(index)
    const taken = new Set(same?.cells.map(({ column }) => column))
    if (same && cells.every(({ column }) => !taken.has(column))) {
      same.cells.push(...cells)
      continue
    }
    const added: Row = { element: row, cells, shifted: false }
    rows.push(added)
    if (index !== null) byIndex.set(index, added)
  }
  return rows.length > 0
    ? { kind: "aria-grid", element: grid, rows, headers: Array.from(headers, (text) => text ?? "") }
    : null
}

const passing =
  /^(?:active|selected|odd|even|first|last|hover|focus|open|closed|expanded|unread|read|new|is-.*|has-.*)$/i

const firstWords = new Map<string, string>()

/** The first class that names a kind, without numbers and generated endings. */
function firstWord(classes: string): string {
  let word = firstWords.get(classes)
  if (word === undefined) {
    const name = classes
      .split(/\s+/)
      .slice(0, 6)
      .find((one) => one && !passing.test(one))
    word = (name ?? "")
      .replace(/(?:--?|__)(?=[a-z]*[A-Z\d])[A-Za-z\d]{5,8}$/, "")
      .replace(/\d+/g, "")
    if (firstWords.size > 5_000) firstWords.clear()
    firstWords.set(classes, word)
  }
  return word
}

/** Kind of an element by its tag and the first word of its classes, without states, numbers and generated endings. */
export function signatureOf(element: Element): string {
  return `${element.nodeName} ${firstWord(element.getAttribute("class") ?? "")}`
}

const skippedParents = new Set("TABLE TBODY THEAD TR SELECT SVG HEAD DL UL-NAV P".split(" "))

/** A header line made of blocks: the element before the rows, with as many named parts as a row has. */
function blockHeaders(first: Element): string[] {
  const columns = first.children.length
  for (let at: Element | null = first, up = 0; at && up < 3; at = at.parentElement, up++) {
    const before: Element | null = at.previousElementSibling
    const line = before && before.children.length === columns ? before : before?.firstElementChild
    if (!line || line.children.length !== columns || columns < 2) continue
    const headers = Array.from(line.children, headerText)
    if (knownHeaders(headers) >= 2) return headers
  }
  return []
}

function cardGrid(parent: Element, cards: Element[]): Grid {
  const [first] = cards
  const headers = first ? blockHeaders(first) : []
  const rows = cards.map((element): Row => {
    const split = headers.length > 0 && element.children.length === headers.length
    const cells = split
      ? Array.from(element.children, (cell, column) => ({
          element: cell,
          column,
          header: headers[column] ?? ""
        }))
      : [{ element, column: 0, header: "" }]
    return { element, cells, shifted: false }
  })
  return { kind: "cards", element: parent, rows, headers }
}

/** How many of the first rows look as if they held a record: a few words and a number. */
function promise(cards: Element[]): number {
  const sample = cards.slice(0, 3)
  const texts: string[] = []
  let rich = true
  for (const card of sample) {
    const parts = card.querySelectorAll("*").length
    // what holds half a page is no card, and its text is long to gather
    if (parts > mostInCard) return 0
    const text = card.textContent ?? ""
    if (text.length < 12 || text.length > 12_000) return 0
    if (!/\d/.test(text) || !/\p{L}{2}/u.test(text)) return 0
    texts.push(text)
    rich &&= parts >= 3
  }
  const money = texts.every((text) =>
    /[$€£¥₹₩₽₺₫฿zł]|[A-Z]{3}\s?\d|\d\s?(?:kr|Kč|Ft|lei)/.test(text)
  )
  return rich ? Math.log2(cards.length + 1) * (money ? 3 : 1) : 0
}

function cardGroups(
  roots: readonly ParentNode[]
): { parent: Element; cards: Element[]; worth: number }[] {
  const groups: { parent: Element; cards: Element[]; worth: number }[] = []
  const parents: Element[] = []
  let left = mostElements
  for (const root of roots) {
    if (root.nodeType === 1) parents.push(root as Element)
    const all = root.querySelectorAll("*")
    for (let i = 0; i < all.length && left > 0; i++, left--) {
      const element = all[i]
      if (element && element.childElementCount >= 2) parents.push(element)
    }
  }
  for (const parent of parents) {
    if (skippedParents.has(parent.nodeName.toUpperCase())) continue
    const bySignature = new Map<string, Element[]>()
    for (
      let child = parent.firstElementChild, n = 0;
      child && n < mostRows;
      child = child.nextElementSibling, n++
    ) {
      if (child.childElementCount === 0 || isHidden(child)) continue
      const signature = signatureOf(child)
      const same = bySignature.get(signature)
      if (same) same.push(child)
      else bySignature.set(signature, [child])
    }
    for (const cards of bySignature.values()) {
      const worth = cards.length >= 2 ? promise(cards) : 0
      if (worth > 0) groups.push({ parent, cards, worth })
    }
  }
  return groups.sort((a, b) => b.worth - a.worth).slice(0, mostGroups)
}

const onStage = (element: Element) => !element.closest(offStage) && !isWithinHidden(element)

/** Everything on the page that repeats like rows, in open shadow roots too: tables, ARIA grids, and cards or lists of the same build. */
export function* findGrids(doc: Document): Generator<Grid> {
  if (!doc.body) return
  const roots = openRoots(doc.body)
  const all = (selector: string, most: number) =>
    roots.flatMap((root) => Array.from(root.querySelectorAll(selector))).slice(0, most)
  for (const table of all("table", 60)) {
    const grid = onStage(table) ? tableGrid(table) : null
    if (grid) yield grid
  }
  for (const element of all(
    "[role=grid]:not(table), [role=table]:not(table), [role=treegrid]:not(table)",
    20
  )) {
    const grid = onStage(element) ? ariaGrid(element) : null
    if (grid) yield grid
  }
  for (const { parent, cards } of cardGroups(roots))
    if (onStage(parent)) yield cardGrid(parent, cards)
}

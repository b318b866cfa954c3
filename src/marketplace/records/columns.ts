import { isCurrencySign } from "../money-text"
import { joinClocks } from "./clocks"
import type { Atom, Column } from "./column"
import { nameOf } from "./element-name"
import { type Grid, type Row, signatureOf } from "./grids"
import { withLabels } from "./labelled"
import { meaningOf } from "./labels"
import { joinMeasures } from "./measures"
import { piecesIn } from "./pieces"

function pathOf(element: Element, top: Element): string {
  const path: string[] = []
  for (
    let at: Element | null = element;
    at && at !== top && path.length < 6;
    at = at.parentElement
  ) {
    path.push(signatureOf(at))
  }
  return path.join("<")
}

const actionWords =
  /^(?:edit|view|delete|details?|preview|quick edit|trash|duplicate|more|select|bearbeiten|ansehen|modifier|voir|editar|ver|編集|详情|编辑|查看|删除|操作)$/i

/** Orders, products and lines of one order are all looked for in the same grid: its columns are found once. */
const found = new WeakMap<Grid, Map<number, Column[]>>()

/** The columns of a grid: values by place, label and build, over all rows or the first `mostRows`. */
export function columnsOf(grid: Grid, mostRows = grid.rows.length): Column[] {
  const rows = Math.min(mostRows, grid.rows.length)
  const known = found.get(grid) ?? new Map<number, Column[]>()
  found.set(grid, known)
  const columns = known.get(rows) ?? findColumns(grid, rows)
  known.set(rows, columns)
  return columns
}

function findColumns(grid: Grid, mostRows: number): Column[] {
  const columns = new Map<string, Column>()
  const byPath = new Map<string, Column[]>()
  const headered = grid.headers.some(Boolean)
  const put = (key: string, atom: Atom, meaning: () => Omit<Column, "key" | "atoms">) => {
    let column = columns.get(key)
    if (!column) {
      column = { key, ...meaning(), atoms: [] }
      columns.set(key, column)
    }
    column.atoms.push(atom)
    return column
  }
  const readRow = (row: Row, index: number) => {
    for (const cell of row.cells) {
      for (const { piece, text, label } of withLabels(
        joinMeasures(joinClocks(piecesIn(cell.element)))
      )) {
        if (actionWords.test(text)) continue
        const atom = { row: index, piece, text }
        const path = `${pathOf(piece.element, cell.element)}${piece.struck ? " struck" : ""}`
        if (label) {
          put(`label ${label.field}${piece.struck ? " struck" : ""}`, atom, () => ({
            label,
            header: null,
            headerText: "",
            name: null
          }))
          continue
        }
        if (row.shifted) {
          // its place says nothing: only a build, or a developer's name, that is found in one column elsewhere does
          const same = (path !== "" && byPath.get(path)) || []
          const name = nameOf(piece.element, row.element)
          const alike =
            same.length > 0
              ? same
              : [...columns.values()].filter((column) => name !== null && column.name === name)
          const [only, ...more] = alike
          if (only && more.length === 0) only.atoms.push(atom)
          continue
        }
        const column = put(`${cell.column} ${path}`, atom, () => ({
          label: null,
          header: cell.header ? meaningOf(cell.header) : null,
          headerText: cell.header,
          name:
            nameOf(piece.element, cell.element) ??
            (headered ? null : nameOf(cell.element, row.element))
        }))
        const same = byPath.get(path)
        if (!same) byPath.set(path, [column])
        else if (!same.includes(column)) same.push(column)
      }
    }
  }
  const rows = grid.rows.slice(0, mostRows)
  rows.forEach((row, index) => {
    if (!row.shifted) readRow(row, index)
  })
  rows.forEach((row, index) => {
    if (row.shifted) readRow(row, index)
  })
  for (const column of columns.values()) column.atoms.sort((a, b) => a.row - b.row)
  nameCurrencies([...columns.values()])
  return [...columns.values()].flatMap((column) => splitByOrdinal(column, rows.length))
}

const currencyCode = /^[A-Z]{3}$/
const bareAmount = /^-?\d[\d.,'’ ]*[.,]\d\d$/

/** A column that holds nothing but currency codes says what the bare amounts of its rows are in. */
function nameCurrencies(columns: Column[]): void {
  const codes = columns.find(
    ({ atoms }) =>
      atoms.length > 1 && atoms.every(({ text }) => currencyCode.test(text) && isCurrencySign(text))
  )
  if (!codes) return
  const codeAt = new Map(codes.atoms.map(({ row, text }) => [row, text]))
  for (const column of columns) {
    column.atoms = column.atoms.map((atom) => {
      const code = codeAt.get(atom.row)
      return code && bareAmount.test(atom.text) ? { ...atom, text: `${atom.text} ${code}` } : atom
    })
  }
}

/** Lines of the same build that every row has equally many of are as many columns: first line, second line, … */
function splitByOrdinal(column: Column, rows: number): Column[] {
  if (column.label || rows < 2) return [column]
  const byRow = new Map<number, Atom[]>()
  for (const atom of column.atoms) byRow.set(atom.row, [...(byRow.get(atom.row) ?? []), atom])
  const counts = [...byRow.values()].map(({ length }) => length)
  const [count = 1] = counts
  if (count < 2 || count > 12 || counts.length < 2 || counts.some((one) => one !== count))
    return [column]
  return Array.from({ length: count }, (_, i) => ({
    ...column,
    key: `${column.key} ${i}`,
    atoms: [...byRow.values()].flatMap((atoms) => atoms[i] ?? [])
  }))
}

import { isBlank, type Row } from "./delimited"
import { type Columns, fields, normaliseHeader } from "./fields"
import type { Format } from "./format"
import { formats } from "./formats"

/** The header of a table: normalised names by position, and the currency that one names ("Total (BRL)"). */
export type Header = {
  line: number
  titles: string[]
  /** Position of the first column of each name. */
  positions: Map<string, number>
  currencies: (string | undefined)[]
}

export type Recognised = { format: Format; header: Header; columns: Columns }

/** Rows above a header: titles, notes, filters. */
export const headerWithin = 30

const currencyInHeader = /[([]\s*([A-Z]{3})\s*[)\]]\s*$/
const isoCodes = new Set(Intl.supportedValuesOf("currency"))

/** The header that a row would be. */
export function headerOf(row: Row): Header {
  const positions = new Map<string, number>()
  const currencies: (string | undefined)[] = []
  for (const [i, title] of row.cells.entries()) {
    const code = currencyInHeader.exec(title.trim())?.[1]
    const currency = code && isoCodes.has(code) ? code : undefined
    currencies.push(currency)
    const name = normaliseHeader(currency ? title.replace(currencyInHeader, "") : title)
    if (name && !positions.has(name)) positions.set(name, i)
  }
  return { line: row.line, titles: row.cells.map((cell) => cell.trim()), positions, currencies }
}

function columnsOf(format: Format, header: Header): Columns {
  const columns: Columns = {}
  for (const field of fields) {
    const found = format.columns[field]?.flatMap((name) => header.positions.get(name) ?? [])
    if (found && found.length > 0) columns[field] = found
  }
  return columns
}

/**
 * The format of a table by the content of its header, whatever the file is called; null when none is known.
 * Of several that fit, the one whose signature is longest.
 */
export function recognise(firstRows: Row[]): Recognised | null {
  for (const row of firstRows.slice(0, headerWithin)) {
    if (row.cells.length < 3 || isBlank(row.cells)) continue
    const header = headerOf(row)
    const fitting = formats
      .filter(({ signature }) => signature.every((name) => header.positions.has(name)))
      .sort((a, b) => b.signature.length - a.signature.length)
    const [format] = fitting
    if (format) return { format, header, columns: columnsOf(format, header) }
  }
  return null
}

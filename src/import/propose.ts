import { isCurrencySign } from "../marketplace/money-text"
import { readQuantity } from "./amounts"
import { createDateReader, DateEvidence, dateLanguages } from "./dates"
import { isBlank, type Row } from "./delimited"
import { type Columns, type Field, normaliseHeader } from "./fields"
import type { TableKind } from "./format"
import { headerWords } from "./header-words"
import { type Header, headerOf, headerWithin } from "./recognise"

export type Proposal = {
  header: Header
  kind: TableKind
  marketplace: string
  columns: Columns
}

const words = headerWords.map(([field, text]) => ({
  field,
  words: text.split(" ").map(normaliseHeader)
}))

/** How well a header names a field: the word itself, or a longer text that holds it. */
function wordScore(name: string, fieldWords: string[]): number {
  if (fieldWords.includes(name)) return 3
  const held = fieldWords.filter((word) => word.length >= 3 && name.includes(word))
  const longest = Math.max(0, ...held.map((word) => word.length))
  return longest === 0 ? 0 : 1 + longest / name.length
}

/** A few unreadable cells do not make a column something else. */
const mostly = (texts: string[], test: (text: string) => boolean): boolean =>
  texts.filter(test).length >= texts.length * 0.7

const isDateLike = (texts: string[]): boolean => {
  const evidence = new DateEvidence()
  for (const text of texts) evidence.add(text)
  const dateOrder = evidence.dateOrder === "undecidable" ? "dmy" : evidence.dateOrder
  const language = evidence.language ?? dateLanguages[0]
  const read = createDateReader({ dateOrder, language, zone: "UTC" })
  return mostly(texts, (text) => read(text) !== null)
}

/** Whether cells can be what the header says: a column of words is no quantity. */
function fits(field: Field, texts: string[]): boolean {
  if (texts.length === 0) return true
  if (field === "at" || field === "updatedAt") return isDateLike(texts)
  if (field === "quantity" || field === "onHand" || field === "available") {
    return mostly(texts, (text) => readQuantity(text, undefined) !== null)
  }
  if (field === "unitPrice" || field === "linePrice" || field === "price") {
    return texts.every((text) => /\d/.test(text) && text.length < 30 && !isDateLike([text]))
  }
  if (field === "currency") {
    return mostly(texts, (text) => /^[A-Z]{3}$/i.test(text) || isCurrencySign(text))
  }
  if (field === "buyerEmail") return texts.every((text) => text.includes("@"))
  return true
}

/** The row that looks most like a header: many different short texts, few digits, known words. */
function findHeader(rows: Row[]): Row | null {
  let best: Row | null = null
  let bestScore = 0
  const width = Math.max(0, ...rows.map(({ cells }) => cells.length))
  for (const row of rows.slice(0, headerWithin)) {
    const filled = row.cells.filter((cell) => cell.trim() !== "")
    if (filled.length < 2 || filled.length < width / 2) continue
    const names = filled.map(normaliseHeader)
    const known = names.filter((name) =>
      words.some((one) => wordScore(name, one.words) >= 2)
    ).length
    const worded = filled.filter((cell) => !/^[\d\s.,:/-]+$/.test(cell)).length
    const score = known * 2 + worded / filled.length + new Set(names).size / names.length
    if (score > bestScore + 0.001) {
      bestScore = score
      best = row
    }
  }
  return best
}

/**
 * What the columns of an unknown table may mean, from its header's words in many languages and from its first cells:
 * a proposal that the seller confirms or changes. Null where no row can be a header.
 */
export function proposeMapping(firstRows: Row[]): Proposal | null {
  const row = findHeader(firstRows)
  if (!row) return null
  const header = headerOf(row)
  const below = firstRows.filter(({ line, cells }) => line > row.line && !isBlank(cells))
  const textsOf = (column: number) =>
    below
      .map(({ cells }) => cells[column]?.trim() ?? "")
      .filter((text) => text !== "")
      .slice(0, 20)
  const candidates = [...header.positions].flatMap(([name, column]) =>
    words.map(({ field, words }) => ({ field, column, score: wordScore(name, words) }))
  )
  candidates.sort((a, b) => b.score - a.score)
  const columns: Columns = {}
  const taken = new Set<number>()
  for (const { field, column, score } of candidates) {
    if (score < 1.3 || columns[field] || taken.has(column) || !fits(field, textsOf(column)))
      continue
    columns[field] = [column]
    taken.add(column)
  }
  byContent(columns, taken, header, textsOf)
  const orders = columns.order !== undefined || columns.at !== undefined
  if (!orders && columns.unitPrice) {
    columns.price = columns.unitPrice
    delete columns.unitPrice
  }
  if (!orders && columns.quantity && !columns.onHand) {
    columns.onHand = columns.quantity
    delete columns.quantity
  }
  return { header, kind: orders ? "lines" : "listings", marketplace: "file", columns }
}

/** What no header word named: the only column of dates is the date, one of e-mail addresses the buyer's. */
function byContent(
  columns: Columns,
  taken: Set<number>,
  header: Header,
  textsOf: (column: number) => string[]
): void {
  const free = () => header.titles.map((_, i) => i).filter((column) => !taken.has(column))
  const claim = (field: Field, test: (texts: string[]) => boolean) => {
    if (columns[field]) return
    const found = free().filter((column) => {
      const texts = textsOf(column)
      return texts.length > 0 && test(texts)
    })
    const [column] = found
    if (found.length !== 1 || column === undefined) return
    columns[field] = [column]
    taken.add(column)
  }
  claim("at", isDateLike)
  claim("buyerEmail", (texts) => texts.every((text) => /^\S+@\S+\.\S+$/.test(text)))
  claim("currency", (texts) => texts.every((text) => /^[A-Z]{3}$/.test(text)))
}

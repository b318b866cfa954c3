import type { Row } from "./delimited"
import { FileRefused, importLimits } from "./limits"
import { textOf } from "./text"
import { attributeOf, XmlReader, type XmlToken } from "./xml"
import type { ZipEntry } from "./zip"

/** Excel's day 0 in epoch days, for the 1900 and the 1904 date system. */
const dayZero = { 1900: -25_569, 1904: -24_107 } as const

type Styles = { dateStyles: Set<number>; system: keyof typeof dayZero }

async function* tokensOf(entry: ZipEntry): AsyncGenerator<XmlToken[]> {
  const reader = new XmlReader()
  try {
    for await (const text of textOf(entry.open(), "utf-8")) yield reader.push(text)
  } catch (error) {
    if (error instanceof FileRefused) throw error
    // a stream that does not inflate, bytes that are not UTF-8, XML without an end
    throw new FileRefused("workbook-broken")
  }
}

async function sharedTexts(entry: ZipEntry | undefined): Promise<string[]> {
  const texts: string[] = []
  if (!entry) return texts
  let current = ""
  let chars = 0
  let inText = false
  // furigana, which Excel keeps beside the text
  let inPhonetic = false
  for await (const tokens of tokensOf(entry)) {
    for (const token of tokens) {
      if (token.type === "text") {
        if (inText && !inPhonetic) current += token.text
      } else if (token.name === "t") inText = token.type === "open" && !token.empty
      else if (token.name === "rPh") inPhonetic = token.type === "open" && !token.empty
      else if (token.name === "si" && (token.type === "close" || token.empty)) {
        chars += current.length
        if (chars > importLimits.sharedTextChars) throw new FileRefused("too-large")
        texts.push(current)
        current = ""
      }
    }
  }
  return texts
}

/** Built-in number formats that show a date (ECMA-376 part 1, 18.8.30). */
const builtInDates = (id: number) => (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || id >= 45

function isDateFormat(code: string): boolean {
  const shown = code.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, "")
  return /[ymdhs]/i.test(shown) && !/[0#]/.test(shown.replace(/\.0+/, ""))
}

async function dateStyles(entry: ZipEntry | undefined): Promise<Set<number>> {
  const dates = new Set<number>()
  if (!entry) return dates
  const custom = new Map<number, boolean>()
  let inCells = false
  let style = 0
  for await (const tokens of tokensOf(entry)) {
    for (const token of tokens) {
      if (token.type === "text") continue
      if (token.name === "cellXfs") inCells = token.type === "open"
      if (token.type !== "open") continue
      if (token.name === "numFmt") {
        const id = Number(attributeOf(token.attributes, "numFmtId"))
        custom.set(id, isDateFormat(attributeOf(token.attributes, "formatCode") ?? ""))
      }
      if (token.name === "xf" && inCells) {
        const id = Number(attributeOf(token.attributes, "numFmtId") ?? 0)
        if (custom.get(id) ?? (builtInDates(id) && id < 50)) dates.add(style)
        style++
      }
    }
  }
  return dates
}

/** "1.2340" for 1.234: a number of a workbook is never mistaken for one that is grouped by thousands. */
function numberText(text: string): string {
  const value = Number(text)
  if (text.trim() === "" || !Number.isFinite(value)) return text
  const plain = String(value)
  return /^-?\d{1,3}\.\d{3}$/.test(plain) ? `${plain}0` : plain
}

/** A serial date as the wall time that Excel shows: "2026-11-22T12:00:00". */
function dateText(text: string, system: Styles["system"]): string {
  const serial = Number(text)
  const at = Math.round((serial + dayZero[system]) * 86_400) * 1_000
  if (!Number.isFinite(at) || Math.abs(at) > 8e15) return text
  return new Date(at).toISOString().slice(0, 19)
}

/** The column of a cell reference: "C7" → 2. */
function columnOf(reference: string): number {
  let column = 0
  for (const char of reference) {
    const code = char.charCodeAt(0) - 64
    if (code < 1 || code > 26) break
    column = column * 26 + code
  }
  return column - 1
}

type Cell = { column: number; type: string; style: number; text: string }

function shownText(cell: Cell, texts: string[], styles: Styles): string {
  if (cell.type === "s") return texts[Number(cell.text)] ?? ""
  if (cell.type === "str" || cell.type === "inlineStr" || cell.type === "e") return cell.text
  if (cell.type === "b") return cell.text === "1" ? "true" : "false"
  if (cell.type === "d") return cell.text
  if (cell.text === "") return ""
  return styles.dateStyles.has(cell.style)
    ? dateText(cell.text, styles.system)
    : numberText(cell.text)
}

async function* sheetRows(entry: ZipEntry, texts: string[], styles: Styles): AsyncGenerator<Row[]> {
  let line = 0
  let cells: string[] = []
  let cell: Cell | null = null
  let collecting = false
  let chars = 0
  for await (const tokens of tokensOf(entry)) {
    const rows: Row[] = []
    for (const token of tokens) {
      if (token.type === "text") {
        if (collecting && cell) cell.text += token.text
        continue
      }
      const opens = token.type === "open"
      if (token.name === "row") {
        if (opens) {
          line = Number(attributeOf(token.attributes, "r") ?? line + 1)
          cells = []
          chars = 0
        }
        if (!opens || token.empty) rows.push({ line, cells })
      } else if (token.name === "c") {
        if (opens) {
          const reference = attributeOf(token.attributes, "r")
          cell = {
            column: reference ? columnOf(reference) : cells.length,
            type: attributeOf(token.attributes, "t") ?? "n",
            style: Number(attributeOf(token.attributes, "s") ?? -1),
            text: ""
          }
        }
        if (cell && (!opens || token.empty)) {
          if (cell.column >= importLimits.columns) throw new FileRefused("too-many-columns", line)
          while (cells.length < cell.column) cells.push("")
          const text = shownText(cell, texts, styles)
          chars += text.length
          if (chars > importLimits.recordChars) throw new FileRefused("record-too-long", line)
          cells[cell.column] = text
          cell = null
        }
      } else if (token.name === "v" || token.name === "t") collecting = opens && !token.empty
    }
    if (rows.length > 0) yield rows
  }
}

export const isWorkbook = (entries: ZipEntry[]) =>
  entries.some(({ name }) => name === "xl/workbook.xml")

/** The sheets of a workbook in the order of its tabs, each as rows of text that stream. */
export async function readWorkbook(
  entries: ZipEntry[]
): Promise<{ name: string; rows: () => AsyncGenerator<Row[]> }[]> {
  const named = (name: string) => entries.find((entry) => entry.name === name)
  const targets = new Map<string, string>()
  const links = named("xl/_rels/workbook.xml.rels")
  const book = named("xl/workbook.xml")
  if (!book || !links) throw new FileRefused("workbook-broken")
  for await (const tokens of tokensOf(links)) {
    for (const token of tokens) {
      if (token.type !== "open" || token.name !== "Relationship") continue
      const target = attributeOf(token.attributes, "Target") ?? ""
      const path = target.startsWith("/") ? target.slice(1) : `xl/${target}`
      targets.set(attributeOf(token.attributes, "Id") ?? "", path)
    }
  }
  let system: Styles["system"] = 1900
  const sheets: { name: string; entry: ZipEntry }[] = []
  for await (const tokens of tokensOf(book)) {
    for (const token of tokens) {
      if (token.type !== "open") continue
      if (token.name === "workbookPr") {
        const value = attributeOf(token.attributes, "date1904")
        if (value === "1" || value === "true") system = 1904
      }
      if (token.name !== "sheet") continue
      const id = attributeOf(token.attributes, "(?:[a-z0-9]+:)?id") ?? ""
      const entry = named(targets.get(id) ?? "")
      if (entry) sheets.push({ name: attributeOf(token.attributes, "name") ?? "", entry })
    }
  }
  const texts = await sharedTexts(named("xl/sharedStrings.xml"))
  const styles = { dateStyles: await dateStyles(named("xl/styles.xml")), system }
  return sheets.map(({ name, entry }) => ({ name, rows: () => sheetRows(entry, texts, styles) }))
}

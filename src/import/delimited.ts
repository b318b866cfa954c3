import { FileRefused, importLimits } from "./limits"

/** One record of a table: the line where it starts (1-based) and its cells as text. */
export type Row = { line: number; cells: string[] }

export type Dialect = {
  delimiter: "," | ";" | "\t" | "|"
  /** Amazon's flat files are not quoted: a title may start with a quotation mark. */
  quoted: boolean
}

const quote = 34
const lineFeed = 10
const carriageReturn = 13

/** Remembers where a search found something, past the end when nowhere, until it is asked for what comes after. */
function finder(text: string, search: (from: number) => number): (from: number) => number {
  let found = -1
  return (from) => {
    if (found < from) {
      found = search(from)
      if (found < 0) found = text.length
    }
    return found
  }
}

function loneReturn(text: string, from: number): number {
  let at = text.indexOf("\r", from)
  while (at >= 0 && text.charCodeAt(at + 1) === lineFeed) at = text.indexOf("\r", at + 2)
  return at
}

/**
 * A streaming reader of delimited text (RFC 4180, and what programs write instead of it): CRLF, LF or CR, quoted
 * fields that span lines, doubled quotes, text after a closing quote kept as it is. `push` returns the records that
 * are complete; `end` the last one.
 * @throws FileRefused for a record that is too long or too wide
 */
export class DelimitedReader {
  private rest = ""
  private line = 1
  /** Lines of the record that was read last. */
  private lines = 1
  private afterCarriageReturn = false
  private readonly delimiterCode: number

  constructor(private readonly dialect: Dialect) {
    this.delimiterCode = dialect.delimiter.charCodeAt(0)
  }

  push(text: string): Row[] {
    // the LF of a CRLF that two pieces share ends no second line
    let piece = text
    if (this.afterCarriageReturn && piece.length > 0) {
      if (piece.charCodeAt(0) === lineFeed) piece = piece.slice(1)
      this.afterCarriageReturn = false
    }
    return this.read(this.rest + piece, false)
  }

  end(): Row[] {
    return this.read(this.rest, true)
  }

  private read(text: string, last: boolean): Row[] {
    const rows: Row[] = []
    let at = 0
    const quoteAfter = finder(text, (from) => (this.dialect.quoted ? text.indexOf('"', from) : -1))
    const loneReturnAfter = finder(text, (from) => loneReturn(text, from))
    const lineFeedAfter = finder(text, (from) => text.indexOf("\n", from))
    while (at < text.length) {
      // nearly all records: one line without a quote or a lone CR, which the engine splits faster than any loop
      const end = lineFeedAfter(at)
      if (end < text.length && quoteAfter(at) > end && loneReturnAfter(at) > end) {
        rows.push({ line: this.line, cells: this.split(text, at, end) })
        this.line++
        at = end + 1
        continue
      }
      const cells: string[] = []
      const next = this.record(text, at, last, cells)
      if (next < 0) break
      rows.push({ line: this.line, cells })
      this.line += this.lines
      at = next
    }
    this.rest = text.slice(at)
    if (this.rest.length > importLimits.recordChars) {
      throw new FileRefused("record-too-long", this.line)
    }
    return rows
  }

  private split(text: string, start: number, lineEnd: number): string[] {
    const crlf = lineEnd > start && text.charCodeAt(lineEnd - 1) === carriageReturn
    const line = text.slice(start, crlf ? lineEnd - 1 : lineEnd)
    const cells = line.split(this.dialect.delimiter)
    if (cells.length > importLimits.columns) throw new FileRefused("too-many-columns", this.line)
    if (line.length > importLimits.recordChars) throw new FileRefused("record-too-long", this.line)
    return cells
  }

  /** Fills `cells` with the record at `start` and returns where the next one starts; -1 when the end is not there yet. */
  private record(text: string, start: number, last: boolean, cells: string[]): number {
    const { delimiterCode } = this
    let at = start
    this.lines = 1
    for (;;) {
      if (at - start > importLimits.recordChars) throw new FileRefused("record-too-long", this.line)
      if (cells.length >= importLimits.columns) throw new FileRefused("too-many-columns", this.line)
      let cell = ""
      if (this.dialect.quoted && text.charCodeAt(at) === quote) {
        const close = this.closingQuote(text, at + 1, last)
        if (close < 0) return -1
        cell = text.slice(at + 1, close)
        this.lines += lineEnds(cell)
        if (cell.includes('""')) cell = cell.replaceAll('""', '"')
        at = Math.min(text.length, close + 1)
      }
      let end = at
      let code = text.charCodeAt(end)
      while (
        end < text.length &&
        code !== delimiterCode &&
        code !== lineFeed &&
        code !== carriageReturn
      ) {
        code = text.charCodeAt(++end)
      }
      if (end >= text.length && !last) return -1
      cells.push(end === at ? cell : cell + text.slice(at, end))
      if (end >= text.length) return end
      if (code === delimiterCode) {
        at = end + 1
        continue
      }
      if (code === lineFeed) return end + 1
      if (end + 1 < text.length) return text.charCodeAt(end + 1) === lineFeed ? end + 2 : end + 1
      this.afterCarriageReturn = !last
      return end + 1
    }
  }

  /** A quote that is never closed is text up to the end of the file; -1 while more may come. */
  private closingQuote(text: string, from: number, last: boolean): number {
    let at = text.indexOf('"', from)
    while (at >= 0) {
      if (at + 1 >= text.length && !last) return -1
      if (text.charCodeAt(at + 1) !== quote) return at
      at = text.indexOf('"', at + 2)
    }
    return last ? text.length : -1
  }
}

function lineEnds(cell: string): number {
  return cell.match(/\r\n?|\n/g)?.length ?? 0
}

/** True if the record holds nothing: an empty line, or delimiters only. */
export function isBlank(cells: string[]): boolean {
  return cells.every((cell) => cell.trim() === "")
}

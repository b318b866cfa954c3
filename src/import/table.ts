import { DelimitedReader, type Dialect, type Row } from "./delimited"
import { detectEncoding, type Encoding, legacyEncoding, sampleBytes } from "./encoding"
import { FileRefused, importLimits } from "./limits"
import { NotUtf8, textOf } from "./text"
import { isWorkbook, readWorkbook } from "./workbook"
import { isZip, readZip } from "./zip"

/** The table's encoding is another than its beginning showed: `table.text` says which; what was read counts for nothing. */
export class OtherEncoding extends Error {}

/** One table of a file: a text file, a sheet of a workbook, an entry of a zip. Its rows can be read again. */
export type Table = {
  /** Where it lies in the file: "orders.csv", "orders.zip/2026.csv", "sales.xlsx/Vendas BR". */
  name: string
  /** Absent for a workbook. */
  text?: { encoding: Encoding; dialect: Dialect }
  /** @throws OtherEncoding */
  rows(): AsyncGenerator<Row[]>
}

/** What an earlier look found out of the tables of a file. */
export type KnownEncoding = (table: string) => Encoding | undefined

type Source = { name: string; open: () => ReadableStream<Uint8Array<ArrayBuffer>> }

async function headOf(source: Source): Promise<Uint8Array> {
  const reader = source.open().getReader()
  const head = new Uint8Array(sampleBytes)
  let filled = 0
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    const room = head.subarray(filled)
    room.set(read.value.subarray(0, room.length))
    filled += Math.min(room.length, read.value.length)
    if (filled === head.length) break
  }
  await reader.cancel().catch(() => undefined)
  return head.subarray(0, filled)
}

const delimiters = ["\t", ";", ",", "|"] as const

/** The delimiter that splits the first lines into the same, largest number of cells. */
function dialectOf(sample: string, whole: boolean): Dialect {
  let best: Dialect = { delimiter: ",", quoted: true }
  let bestScore = 0
  for (const delimiter of delimiters) {
    const reader = new DelimitedReader({ delimiter, quoted: true })
    const rows = [...reader.push(sample), ...(whole ? reader.end() : [])].slice(0, 50)
    const widths = new Map<number, number>()
    for (const { cells } of rows) widths.set(cells.length, (widths.get(cells.length) ?? 0) + 1)
    const [width = 1, count = 0] = [...widths]
      .filter(([width]) => width > 1)
      .sort((a, b) => b[1] * b[0] - a[1] * a[0])[0] ?? [1, 0]
    const score = (width - 1) * count
    if (score > bestScore) {
      bestScore = score
      best = { delimiter, quoted: true }
    }
  }
  return best.delimiter === "\t" ? { delimiter: "\t", quoted: isQuotedTsv(sample) } : best
}

/** Tab-separated text is quoted only if its quotes pair up around whole cells; Amazon writes them bare. */
function isQuotedTsv(sample: string): boolean {
  const cells = sample.split(/[\t\r\n]+/)
  const opened = cells.filter((cell) => cell.startsWith('"'))
  return opened.length > 0 && opened.every((cell) => /^"(?:[^"]|"")*"$/.test(cell))
}

async function* readText(source: Source, text: { encoding: Encoding; dialect: Dialect }) {
  const reader = new DelimitedReader(text.dialect)
  try {
    for await (const piece of textOf(source.open(), text.encoding)) {
      const rows = reader.push(piece)
      if (rows.length > 0) yield rows
    }
  } catch (error) {
    if (!(error instanceof NotUtf8)) throw error
    // a piece may begin within a character, a line never does
    text.encoding = legacyEncoding(error.bytes.subarray(error.bytes.indexOf(10) + 1))
    throw new OtherEncoding()
  }
  const rows = reader.end()
  if (rows.length > 0) yield rows
}

async function textTable(source: Source, head: Uint8Array, known?: Encoding): Promise<Table> {
  if (head.length === 0) throw new FileRefused("empty")
  const encoding = known ?? detectEncoding(head)
  const sample = new TextDecoder(encoding).decode(head, { stream: true })
  if (sample.slice(0, 4_096).includes("\0")) {
    throw new FileRefused("not-a-table")
  }
  // what the sample refuses is not decoded to its end
  const dialect = dialectOf(sample, head.length < sampleBytes)
  const text = { encoding, dialect }
  return { name: source.name, text, rows: () => readText(source, text) }
}

const oldWorkbook = [0xd0, 0xcf, 0x11, 0xe0]

/**
 * The tables in a file that a seller dropped: CSV, TSV, XLSX, and any of them in a zip, recognised by their bytes.
 * @throws FileRefused for what is none of them, too large, damaged or encrypted
 */
export async function tablesOf(
  file: Blob,
  fileName: string,
  known: KnownEncoding = () => undefined
): Promise<Table[]> {
  if (file.size === 0) throw new FileRefused("empty")
  if (file.size > importLimits.fileBytes) throw new FileRefused("too-large")
  const whole: Source = { name: fileName, open: () => file.stream() }
  const head = await headOf(whole)
  if (oldWorkbook.every((byte, i) => head[i] === byte)) throw new FileRefused("old-workbook")
  if (!isZip(head)) return [await textTable(whole, head, known(fileName))]
  const entries = await readZip(file)
  if (isWorkbook(entries)) {
    const sheets = await readWorkbook(entries)
    return sheets.map((sheet) => ({ name: `${fileName}/${sheet.name}`, rows: sheet.rows }))
  }
  const tables: Table[] = []
  for (const entry of entries) {
    // what a Mac adds to every zip
    if (/^__MACOSX\/|(?:^|\/)\._/.test(entry.name)) continue
    if (/\.(?:csv|tsv|txt)$/i.test(entry.name)) {
      const source = { name: `${fileName}/${entry.name}`, open: entry.open }
      tables.push(await textTable(source, await headOf(source), known(source.name)))
    } else if (/\.xlsx$/i.test(entry.name)) {
      const inner = await new Response(entry.open()).blob()
      const sheets = await readWorkbook(await readZip(inner))
      for (const sheet of sheets) {
        tables.push({ name: `${fileName}/${entry.name}/${sheet.name}`, rows: sheet.rows })
      }
    }
  }
  if (tables.length === 0) throw new FileRefused("zip-no-table")
  return tables
}

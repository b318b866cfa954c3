import { currencyDigits } from "../domain/currency-digits"
import { spreadsheetText } from "../domain/spreadsheet-text"
import type { Database } from "./database"
import { liveIndex } from "./history"
import { lineAt, type StoredLine } from "./line-block"
import { PageTail, readTail } from "./page-tail"
import { applyOverrides, openLines } from "./supersede"

/** A text cell, never a formula, quoted where it has to be. */
export function csvText(text: string): string {
  const safe = spreadsheetText(text)
  return /[",;\t\r\n']/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** Every order line once, block by block, then what only the tail knows. */
export async function* eachLine(db: Database): AsyncGenerator<StoredLine[]> {
  const { blocks, overridesOf } = await liveIndex(db, "lines")
  const tail = new PageTail(await readTail(db))
  for (const block of blocks) {
    const columns = await openLines(db, block.id)
    const isLive = tail.applyTo(columns, block, applyOverrides(columns, overridesOf(block.id)))
    const lines: StoredLine[] = []
    for (let row = 0; row < columns.at.length; row++) {
      if (isLive(row)) lines.push(lineAt(columns, row))
    }
    yield lines
  }
  yield tail.lines()
}

const header = "order,placed,status,sku,quantity,unit price,currency,country"

function row({ orderId, at, status, sku, quantity, unitPrice, currency, country }: StoredLine) {
  const digits = currency ? currencyDigits(currency) : 0
  const price = Number.isNaN(unitPrice) ? "" : (unitPrice / 10 ** digits).toFixed(digits)
  const placed = new Date(at).toISOString()
  return [csvText(orderId), placed, status, csvText(sku), quantity, price, currency, country].join()
}

/** All order lines as CSV (RFC 4180, UTF-8 with a mark, so that Excel reads it). Amounts in major units, times in UTC. */
export async function exportCsv(db: Database): Promise<Blob> {
  const parts: BlobPart[] = [`\ufeff${header}\r\n`]
  for await (const lines of eachLine(db)) {
    if (lines.length > 0) parts.push(new Blob([lines.map((line) => `${row(line)}\r\n`).join("")]))
  }
  return new Blob(parts, { type: "text/csv" })
}

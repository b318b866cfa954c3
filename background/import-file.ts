import { emptyReport, type ImportedRecord, type ImportReport } from "../src/domain/imported"
import { orderId } from "../src/domain/order"
import type { Columns } from "../src/import/fields"
import { inspect, planOf } from "../src/import/inspect"
import type { Inspection } from "../src/import/plan"
import { readRecords } from "../src/import/read"
import { type Table, tablesOf } from "../src/import/table"
import type { TableChoice, TablePreview } from "../src/messaging/import-protocol"
import { keptAfterOrder } from "../src/store/buyer-text"
import type { Database } from "../src/store/database"
import { ImportWriter } from "../src/store/import-writer"
import { beginImport, commitImport, removeImport, sameImport } from "../src/store/imports"
import { createBulkPseudonymise } from "./bulk-pseudonyms"
import type { IncomingText } from "./buyer-texts"
import { fingerprintOf } from "./file-fingerprint"
import { secretBytes } from "./pseudonyms"

/** Orders whose buyer text may be sealed; older ones would be purged at once. */
const mostTexts = 20_000

export type OnRows = (table: string, rows: number) => void

/** A mapping is remembered under the header that it was made for. */
const mappingId = (titles: string[]) => titles.join("\u0001").toLowerCase().slice(0, 4_000)

async function shopsOf(db: Database, marketplace: string): Promise<string[]> {
  const readings = await db.readings.toArray()
  const own = readings.filter((reading) => reading.marketplace === marketplace)
  return [...new Set(own.map(({ account }) => account))].sort()
}

async function previewOf(db: Database, inspection: Inspection): Promise<TablePreview> {
  const { table, plan, rows, sample, questions } = inspection
  return {
    table,
    format: plan.format.id,
    marketplace: plan.format.marketplace,
    kind: plan.format.kind,
    rows,
    titles: plan.header.titles,
    sample,
    columns: plan.columns,
    conventions: plan.conventions,
    questions,
    accounts: await shopsOf(db, plan.format.marketplace)
  }
}

/** What a file holds, nothing stored yet. @throws FileRefused */
export async function previewFile(
  db: Database,
  file: File,
  zone: string,
  onRows: OnRows,
  signal: AbortSignal
): Promise<TablePreview[]> {
  const previews: TablePreview[] = []
  for (const table of await tablesOf(file, file.name)) {
    const mappingFor = async (titles: string[]) => {
      const known = await db.mappings.get(mappingId(titles))
      return known && { ...known, columns: known.columns as Columns }
    }
    const inspection = await inspect(table, {
      zone,
      signal,
      mappingFor,
      onRows: (rows) => onRows(table.name, rows)
    })
    previews.push(await previewOf(db, inspection))
  }
  return previews
}

export type StoredTable = {
  table: string
  importId: number
  already: boolean
  report: ImportReport
}

/** Reads one table by the seller's choice into the store: all of it, or after a failure nothing. */
async function storeTable(
  db: Database,
  file: File,
  table: Table,
  choice: TableChoice,
  now: number,
  onRows: OnRows,
  onTexts: (texts: IncomingText[]) => Promise<void>,
  signal: AbortSignal
): Promise<StoredTable> {
  const fingerprint = await fingerprintOf(file, JSON.stringify(choice))
  const same = await sameImport(db, fingerprint)
  if (same) return { table: table.name, importId: same.id, already: true, report: same.report }

  const mapping = choice.mapping && {
    ...choice.mapping,
    columns: choice.mapping.columns as Columns
  }
  const plan = await planOf(table, choice.conventions, mapping)
  const { marketplace } = plan.format
  const { account } = choice
  // a file says what was true when it was made, as far as its own date tells
  const asOf = Math.min(now, file.lastModified > 0 ? file.lastModified : now)
  const report = emptyReport()
  const facts = { lines: 0, listings: 0, movements: 0, minAt: 0, maxAt: 0 }
  const importId = await beginImport(db, {
    name: table.name,
    format: plan.format.id,
    marketplace,
    account,
    fingerprint,
    asOf,
    importedAt: now,
    report,
    ...facts
  })
  const writer = new ImportWriter(db, importId)
  const prefix = orderId(marketplace, account, "")
  const texts = new Map<string, IncomingText>()
  const pseudonymise = createBulkPseudonymise(await secretBytes())

  function write(record: ImportedRecord): Promise<void> | undefined {
    if (record.kind === "movement") return writer.addMovement(record.value)
    if (record.kind === "listing") {
      const id = orderId(marketplace, account, record.value.nativeId)
      return writer.addListing({ ...record.value, id, marketplace, account, readAt: asOf })
    }
    const line = record.value
    const buyer = line.buyer ? pseudonymise(account, line.buyer.ref) : ""
    if (line.buyer && now - line.at < keptAfterOrder && texts.size < mostTexts) {
      const { ref: _, ...own } = line.buyer
      const id = prefix + line.orderId
      texts.set(id, { id, buyer, placedAt: line.at, texts: own })
    }
    return writer.addLine({
      orderId: prefix + line.orderId,
      at: line.at,
      stateAt: line.updatedAt ?? asOf,
      sku: line.sku,
      buyer,
      country: line.country,
      currency: line.currency,
      quantity: line.quantity,
      unitPrice: line.unitPrice,
      status: line.status,
      detail: line.detail
    })
  }

  try {
    for await (const records of readRecords(table, plan, report, signal)) {
      for (const record of records) {
        const full = write(record)
        if (full) await full
      }
      onRows(table.name, report.rowsIn)
    }
    await writer.finish()
    signal.throwIfAborted()
    const { lines, listings, movements } = writer
    const [minAt, maxAt] = lines > 0 ? [writer.minAt, writer.maxAt] : [0, 0]
    await commitImport(db, importId, { report, lines, listings, movements, minAt, maxAt })
  } catch (error) {
    await writer.stop()
    // a full disk may refuse even this; the next start removes what is left
    await removeImport(db, importId).catch(() => undefined)
    throw error
  }
  await onTexts([...texts.values()])
  if (choice.mapping) {
    const id = mappingId(plan.header.titles)
    await db.mappings.put({ id, ...choice.mapping })
  }
  return { table: table.name, importId, already: false, report }
}

/** Stores the chosen tables of a file, one import each. @throws FileRefused, or what the store threw */
export async function storeFile(
  db: Database,
  file: File,
  choices: TableChoice[],
  now: number,
  onRows: OnRows,
  onStored: (stored: StoredTable) => void,
  onTexts: (texts: IncomingText[]) => Promise<void>,
  signal: AbortSignal
): Promise<void> {
  const tables = await tablesOf(file, file.name)
  for (const choice of choices) {
    const table = tables.find(({ name }) => name === choice.table)
    if (table) onStored(await storeTable(db, file, table, choice, now, onRows, onTexts, signal))
  }
}

import { emptyReport, type ImportReport } from "../src/domain/imported"
import { orderId } from "../src/domain/order"
import type { Encoding } from "../src/import/encoding"
import type { Columns } from "../src/import/fields"
import { planOf } from "../src/import/inspect"
import { readRecords } from "../src/import/read"
import { type Table, tablesOf } from "../src/import/table"
import type { TableChoice } from "../src/messaging/import-protocol"
import type { StoredImport } from "../src/store/blocks"
import type { Database } from "../src/store/database"
import { ImportWriter } from "../src/store/import-writer"
import { beginImport, commitImport, discardImport, sameImport } from "../src/store/imports"
import { orderHash } from "../src/store/order-hash"
import type { IncomingText } from "./buyer-texts"
import { fingerprintOf } from "./file-fingerprint"
import { mappingId, type OnRows } from "./import-preview"
import { secretBytes } from "./pseudonyms"
import { createRecordWriter } from "./record-writer"

const nothingYet = { lines: 0, listings: 0, movements: 0, minAt: 0, maxAt: 0 }

export type StoredTable = {
  table: string
  importId: number
  already: boolean
  report: ImportReport
}

type Into = {
  db: Database
  now: number
  onRows: OnRows
  onTexts: (texts: IncomingText[]) => Promise<void>
  signal: AbortSignal
}

/** Where the seller named the shop, its orders may be known from files that do not. */
function aliasing(marketplace: string, account: string) {
  if (account === "") return undefined
  const { length } = orderId(marketplace, account, "")
  const bare = orderId(marketplace, "", "")
  return (id: string) => (id === "" ? undefined : orderHash(bare + id.slice(length)))
}

/** Reads one table by the seller's choice into the store: all of it, or after a failure nothing. */
async function storeTable(
  file: File,
  table: Table,
  choice: TableChoice,
  into: Into
): Promise<StoredTable> {
  const { db, now, onRows, signal } = into
  // the file is hashed while its rows are read
  let same: StoredImport | undefined
  const { encoding: _, ...decisive } = choice
  const fingerprinted = fingerprintOf(file, JSON.stringify(decisive)).then(async (fingerprint) => {
    same = await sameImport(db, fingerprint)
    return fingerprint
  })
  fingerprinted.catch(() => undefined)
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
  const importId = await beginImport(db, {
    name: table.name,
    format: plan.format.id,
    marketplace,
    account,
    fingerprint: "",
    asOf,
    importedAt: now,
    report,
    ...nothingYet
  })
  const writer = new ImportWriter(db, importId, aliasing(marketplace, account))
  const secret = await secretBytes()
  const records = createRecordWriter(writer, { marketplace, account, asOf, now, secret })
  try {
    for await (const batch of readRecords(table, plan, report, signal)) {
      if (same) break
      for (const record of batch) {
        const full = records.write(record)
        if (full) await full
      }
      onRows(table.name, report.rowsIn)
    }
    await writer.finish()
    const fingerprint = await fingerprinted
    if (same) {
      await discardImport(db, importId)
      return { table: table.name, importId: same.id, already: true, report: same.report }
    }
    signal.throwIfAborted()
    const { lines, listings, movements } = writer
    const [minAt, maxAt] = lines > 0 ? [writer.minAt, writer.maxAt] : [0, 0]
    const facts = { fingerprint, report, lines, listings, movements, minAt, maxAt }
    await commitImport(db, importId, facts)
  } catch (error) {
    await writer.stop()
    // a full disk may refuse even this; the next start removes what is left
    await discardImport(db, importId).catch(() => undefined)
    throw error
  }
  await into.onTexts(records.texts())
  if (choice.mapping) {
    const id = mappingId(plan.header.titles)
    await db.mappings.put({ id, ...choice.mapping })
  }
  return { table: table.name, importId, already: false, report }
}

/** Stores the chosen tables of a file, one import each. @throws FileRefused, or what the store threw */
export async function storeFile(
  file: File,
  choices: TableChoice[],
  into: Into,
  onStored: (stored: StoredTable) => void
): Promise<void> {
  const choiceOf = (name: string) => choices.find(({ table }) => table === name)
  const known = (name: string) => choiceOf(name)?.encoding as Encoding | undefined
  const tables = await tablesOf(file, file.name, known)
  for (const table of tables) {
    const choice = choiceOf(table.name)
    if (choice) onStored(await storeTable(file, table, choice, into))
  }
}

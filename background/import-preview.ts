import type { Encoding } from "../src/import/encoding"
import type { Columns } from "../src/import/fields"
import { inspect } from "../src/import/inspect"
import type { Inspection } from "../src/import/plan"
import { tablesOf } from "../src/import/table"
import type { TablePreview } from "../src/messaging/import-protocol"
import type { Database } from "../src/store/database"

export type OnRows = (table: string, rows: number) => void

/** A mapping is remembered under the header that it was made for. */
export const mappingId = (titles: string[]) => titles.join("\u0001").toLowerCase().slice(0, 4_000)

async function shopsOf(db: Database, marketplace: string): Promise<string[]> {
  const readings = await db.readings.toArray()
  const own = readings.filter((reading) => reading.marketplace === marketplace)
  return [...new Set(own.map(({ account }) => account))].sort()
}

async function previewOf(
  db: Database,
  inspection: Inspection,
  encoding: Encoding | undefined
): Promise<TablePreview> {
  const { table, plan, rows, sample, parsed, questions } = inspection
  return {
    table,
    format: plan.format.id,
    marketplace: plan.format.marketplace,
    kind: plan.format.kind,
    rows,
    titles: plan.header.titles,
    sample,
    parsed,
    columns: plan.columns,
    conventions: plan.conventions,
    ...(encoding && { encoding }),
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
    previews.push(await previewOf(db, inspection, table.text?.encoding))
  }
  return previews
}

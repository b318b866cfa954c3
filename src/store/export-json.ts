import type { Database } from "./database"
import { schemaVersion } from "./database"
import { eachLine } from "./export-csv"
import { readMovements } from "./history"

/** What a person wants to read of their data; sealed bytes, keys and working tables are not among it. */
const readable = [
  "orders",
  "listings",
  "stockNotes",
  "messages",
  "readings",
  "insights",
  "feedback",
  "imports"
] as const

/** Everything that is stored, readable by anyone and any program: JSON, amounts in minor units, times in epoch ms. */
export async function exportJson(db: Database, now: number): Promise<Blob> {
  const parts: BlobPart[] = [`{"program":"Portside","schema":${schemaVersion},"exportedAt":${now}`]
  for (const name of readable) {
    parts.push(`,\n${JSON.stringify(name)}:`, JSON.stringify(await db.table(name).toArray()))
  }
  parts.push(`,\n"settlementRows":`, JSON.stringify(await readMovements(db)))
  parts.push(`,\n"orderLines":[`)
  let first = true
  for await (const lines of eachLine(db)) {
    if (lines.length === 0) continue
    const text = lines.map((line) => JSON.stringify(line)).join(",\n")
    parts.push(new Blob([first ? text : `,\n${text}`]))
    first = false
  }
  parts.push("]}\n")
  return new Blob(parts, { type: "application/json" })
}

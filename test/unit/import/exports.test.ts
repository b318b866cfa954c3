import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, it } from "vitest"
import { emptyReport, type ImportedRecord } from "../../../src/domain/imported"
import { inspect } from "../../../src/import/inspect"
import { readRecords } from "../../../src/import/read"
import { tablesOf } from "../../../src/import/table"

const folder = join(import.meta.dirname, "../../fixtures/exports")
const files = readdirSync(folder).filter((name) => name !== "expected.json")

async function readFixture(name: string) {
  const [table] = await tablesOf(new Blob([readFileSync(join(folder, name))]), name)
  if (!table) throw new Error("no table")
  const inspection = await inspect(table, { zone: "Europe/Berlin" })
  const report = emptyReport()
  const records: ImportedRecord[] = []
  for await (const batch of readRecords(table, inspection.plan, report)) records.push(...batch)
  const { format, conventions } = inspection.plan
  return {
    format: format.id,
    text: table.text,
    conventions,
    questions: inspection.questions,
    rows: inspection.rows,
    report,
    records: records.map(({ value }) => value)
  }
}

/** What each file must become; a new file starts with a copy of what is read, checked by a person. */
const expectedFile = join(folder, "expected.json")

describe("exported files, each with traps of its own", () => {
  const expected = JSON.parse(readFileSync(expectedFile, "utf8")) as Record<string, unknown>

  it.each(files)("%s", async (name) => {
    const found = await readFixture(name)
    expect(found.rows).toBe(found.report.rowsIn)
    expect(found.report.rowsIn).toBe(found.report.stored + found.report.reported)
    expect(found.records).toHaveLength(found.report.stored)
    // JSON writes NaN, an unknown price, as null
    expect(JSON.parse(JSON.stringify(found))).toEqual(expected[name])
  })
})

import { existsSync, readdirSync, readFileSync } from "node:fs"
import { join, relative, resolve } from "node:path"
import { emptyReport } from "../src/domain/imported"
import { inspect } from "../src/import/inspect"
import { readRecords } from "../src/import/read"
import { tablesOf } from "../src/import/table"
import { type Measurement, type Metric, MissingData } from "./metric"

/** Exported files: `PORTSIDE_EXPORTS`, else beside the project. Our own fixtures are always read too. */
function folders(): string[] {
  const outside = resolve(process.env.PORTSIDE_EXPORTS ?? "../shared/exports")
  if (process.env.PORTSIDE_EXPORTS && !existsSync(outside)) {
    throw new MissingData(`PORTSIDE_EXPORTS names ${outside}, which does not exist.`)
  }
  return [outside, resolve("test/fixtures/exports")].filter((folder) => existsSync(folder))
}

async function measure(path: string, name: string): Promise<Metric[]> {
  const file = new Blob([readFileSync(path)])
  const metrics: Metric[] = []
  for (const table of await tablesOf(file, name)) {
    const { plan, rows } = await inspect(table, { zone: "UTC" })
    const report = emptyReport()
    let stored = 0
    for await (const records of readRecords(table, plan, report)) stored += records.length
    const reasons = Object.entries(report.reasons).map(([reason, count]) => `${count} ${reason}`)
    const note = [plan.format.id, ...reasons].join(", ")
    const metric = (id: string, value: number): Metric => ({
      id: `import.${table.name}.${id}`,
      value,
      unit: "rows",
      n: rows
    })
    metrics.push(
      { ...metric("rows_in", rows), note },
      metric("stored", stored),
      metric("reported", report.reported)
    )
    if (rows !== stored + report.reported) {
      throw new Error(
        `${table.name}: ${rows} rows in, ${stored} stored, ${report.reported} reported`
      )
    }
  }
  return metrics
}

async function run(): Promise<Metric[]> {
  const metrics: Metric[] = []
  for (const folder of folders()) {
    const files = readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((name) => /\.(?:csv|tsv|txt|xlsx|zip)$/.test(name) && !name.endsWith("SOURCES.tsv"))
      .sort()
    for (const file of files) {
      metrics.push(...(await measure(join(folder, file), relative(".", file))))
    }
  }
  return metrics
}

/** Every exported file read: rows in = rows stored + rows reported, or it fails. */
export const importEvaluation: Measurement = { name: "import", run }

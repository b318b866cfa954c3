import {
  type ImportedRecord,
  type ImportReport,
  isNotData,
  type RowProblem
} from "../domain/imported"
import { importLimits } from "./limits"
import type { Plan } from "./plan"
import { createRowReader } from "./row-reader"
import type { Table } from "./table"

function note(report: ImportReport, problem: RowProblem): void {
  report.reported++
  report.reasons[problem.reason] = (report.reasons[problem.reason] ?? 0) + 1
  if (!isNotData(problem.reason) && report.problems.length < importLimits.problems) {
    report.problems.push(problem)
  }
}

/** Reads a table by its plan. Rows that give no record go into the report, the others come in batches. */
export async function* readRecords(
  table: Table,
  plan: Plan,
  report: ImportReport,
  signal?: AbortSignal
): AsyncGenerator<ImportedRecord[]> {
  const read = createRowReader(plan)
  for await (const batch of table.rows()) {
    signal?.throwIfAborted()
    const records: ImportedRecord[] = []
    for (const row of batch) {
      if (row.line <= plan.header.line) continue
      const result = read(row)
      if (result === null) continue
      report.rowsIn++
      if ("reason" in result) note(report, result)
      else {
        report.stored++
        records.push(result)
      }
    }
    yield records
  }
}

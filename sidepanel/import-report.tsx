import type { RowProblem } from "../src/domain/imported"
import type { Stored } from "../src/messaging/import-client"
import { type Column, DataTable } from "../src/ui/data-table"
import { Disclosure } from "../src/ui/disclosure"
import { Notice } from "../src/ui/notice"
import { words } from "../src/ui/words"

const text = words.files
const shownRows = 100

const reasonOf = ({ reason, column }: RowProblem) =>
  column ? `${text.reasons[reason]} ${text.inColumn(column)}` : text.reasons[reason]

const columns: Column<RowProblem>[] = [
  {
    id: "line",
    title: text.line,
    cell: ({ line }) => words.format.count(line),
    value: ({ line }) => line
  },
  { id: "reason", title: text.reason, cell: reasonOf, value: ({ reason }) => reason }
]

/** How an import went: what was stored, and every row that was not, with its line and reason. */
export function ImportReportView({ stored: { table, already, report } }: { stored: Stored }) {
  const rows = report.problems.slice(0, shownRows)
  const more = Object.entries(report.reasons)
  return (
    <div className="stack">
      <Notice tone={already ? "note" : "good"}>
        <strong className="break">{table}</strong>{" "}
        {already ? text.already : text.stored(report.stored, report.reported)}
      </Notice>
      {report.reported > 0 && (
        <Disclosure summary={text.leftOut} about={table}>
          {() => (
            <>
              <ul className="reasons">
                {more.map(([reason, count]) => (
                  <li key={reason}>
                    {words.format.count(count)}: {text.reasons[reason as RowProblem["reason"]]}
                  </li>
                ))}
              </ul>
              {rows.length > 0 && (
                <DataTable
                  caption={text.leftOut}
                  columns={columns}
                  rows={rows}
                  rowId={({ line }) => String(line)}
                />
              )}
              {report.problems.length > shownRows && (
                <p className="soft">{text.moreLeftOut(report.problems.length - shownRows)}</p>
              )}
            </>
          )}
        </Disclosure>
      )}
    </div>
  )
}

import type { ClassReport } from "../src/domain/backtest"
import { type Column, DataTable } from "../src/ui/data-table"
import { useStore } from "../src/ui/use-store"
import { words } from "../src/ui/words"

const { demand, format } = words

const versus = (report: ClassReport, measure: "rmsse" | "wql") =>
  demand.versus(
    format.times(report.ours[measure]),
    format.times(report.naive[measure]),
    format.times(report.ets[measure])
  )

const columns: Column<ClassReport>[] = [
  {
    id: "class",
    title: demand.kind,
    cell: (row) => `${demand.classes[row.class]} (${format.count(row.items)})`
  },
  {
    id: "rmsse",
    title: demand.errorColumn,
    value: (row) => row.ours.rmsse,
    cell: (row) => versus(row, "rmsse")
  },
  {
    id: "wql",
    title: demand.rangeError,
    value: (row) => row.ours.wql,
    cell: (row) => versus(row, "wql")
  },
  {
    id: "bias",
    title: demand.biasColumn,
    value: (row) => row.ours.bias,
    cell: (row) => format.share(row.ours.bias)
  },
  {
    id: "inside80",
    title: demand.inside80,
    value: (row) => row.ours.coverage80,
    cell: (row) => format.share(row.ours.coverage80)
  },
  {
    id: "inside95",
    title: demand.inside95,
    value: (row) => row.ours.coverage95,
    cell: (row) => format.share(row.ours.coverage95)
  }
]

/** How good forecasts of this seller's own past were, beside the last value and ETS. */
export function DemandQuality() {
  const report = useStore(async (db) => (await db.backtests.get("demand")) ?? null)
  if (report === undefined) return null
  if (report === null) return <p className="soft">{demand.notTested}</p>
  return (
    <div className="stack">
      <p className="soft">{demand.qualityHelp(report.horizonDays, format.moment(report.at))}</p>
      {report.classes.length === 0 ? (
        <p>{demand.nothingToTest}</p>
      ) : (
        <DataTable
          caption={demand.quality}
          columns={columns}
          rows={report.classes}
          rowId={(row) => row.class}
        />
      )}
      {report.tooShort > 0 && <p className="soft">{demand.tooShort(report.tooShort)}</p>}
    </div>
  )
}

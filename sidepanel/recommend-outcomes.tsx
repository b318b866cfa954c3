import type { KindOutcome } from "../src/domain/suggestion"
import { Card } from "../src/ui/card"
import { type Column, DataTable } from "../src/ui/data-table"
import { words } from "../src/ui/words"

const { outcomes, kinds } = words.recommend

const columns: Column<KindOutcome>[] = [
  { id: "kind", title: outcomes.kind, cell: ({ kind }) => kinds[kind] },
  {
    id: "measured",
    title: outcomes.measured,
    cell: ({ measured }) => words.format.count(measured),
    value: ({ measured }) => measured
  },
  {
    id: "change",
    title: outcomes.change,
    cell: ({ ratio }) => words.format.times(ratio),
    value: ({ ratio }) => ratio
  },
  {
    id: "range",
    title: outcomes.range,
    cell: ({ low, high }) => outcomes.between(low, high)
  }
]

/** What came of the suggestions that were done, by kind; nothing before one was measured. */
export function RecommendOutcomes({ measured }: { measured: KindOutcome[] }) {
  if (measured.length === 0) return null
  return (
    <Card title={outcomes.title}>
      <DataTable
        caption={outcomes.title}
        columns={columns}
        rows={measured}
        rowId={({ kind }) => kind}
      />
      <p className="soft small">{outcomes.help}</p>
    </Card>
  )
}

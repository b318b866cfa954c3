import type { StoredReading } from "../src/store/database"
import { type Column, DataTable } from "../src/ui/data-table"
import { EmptyState } from "../src/ui/empty-state"
import { readingText } from "../src/ui/reading-text"
import { shopName } from "../src/ui/risk-rows"
import { useStore } from "../src/ui/use-store"
import { marketplaceName, words } from "../src/ui/words"
import { ReadingWays } from "./reading-ways"

function Result({ reading }: { reading: StoredReading }) {
  const { text, help, good } = readingText(words, reading)
  return (
    <div>
      <p>{text}</p>
      {help && <p>{help}</p>}
      {!good && reading.problem && (
        <p className="soft small">{words.data.problem(reading.problem)}</p>
      )}
    </div>
  )
}

const columns: Column<StoredReading>[] = [
  {
    id: "shop",
    title: words.data.shop,
    cell: ({ marketplace, account }) => (
      <span className="break">
        {marketplaceName(marketplace)}, {shopName(account)}
      </span>
    ),
    value: ({ account }) => account
  },
  {
    id: "page",
    title: words.data.page,
    cell: ({ page }) => words.page[page],
    value: ({ page }) => words.page[page]
  },
  {
    id: "result",
    title: words.data.outcome,
    cell: (reading) => <Result reading={reading} />,
    value: ({ outcome }) => outcome
  },
  { id: "how", title: words.data.how, cell: (reading) => <ReadingWays reading={reading} /> },
  {
    id: "when",
    title: words.data.when,
    cell: ({ readAt }) => words.format.moment(readAt),
    value: ({ readAt }) => readAt
  }
]

/** The newest reading of each kind of page of each shop. */
export function ReadingsTable() {
  const readings = useStore((db) => db.readings.orderBy("readAt").reverse().toArray())
  if (!readings) return null
  if (readings.length === 0) {
    return <EmptyState text={words.data.noReadings} help={words.data.noReadingsHelp} />
  }
  return (
    <DataTable
      caption={words.data.readings}
      columns={columns}
      rows={readings}
      rowId={({ id }) => id}
    />
  )
}

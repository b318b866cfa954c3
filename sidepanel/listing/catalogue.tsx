import { useState } from "react"
import { send } from "../../src/messaging/messenger"
import { Button } from "../../src/ui/button"
import { type Column, DataTable } from "../../src/ui/data-table"
import { EmptyState } from "../../src/ui/empty-state"
import { ErrorNotice } from "../../src/ui/error-notice"
import { Notice } from "../../src/ui/notice"
import { Progress } from "../../src/ui/progress"
import { saveFile } from "../../src/ui/save-file"
import { useCommand } from "../../src/ui/use-command"
import { useStore } from "../../src/ui/use-store"
import { words } from "../../src/ui/words"
import { type CatalogueRow, catalogueRows } from "./catalogue-rows"
import { fixList } from "./fix-list"

const { catalogue } = words.listing
const { format } = words
const page = 50

function columnsFor(onOpen: (id: string) => void): Column<CatalogueRow>[] {
  return [
    {
      id: "title",
      title: catalogue.listing,
      cell: ({ analysis }) => analysis.title || analysis.id,
      value: ({ analysis }) => analysis.title
    },
    {
      id: "broken",
      title: catalogue.broken,
      cell: ({ broken }) => format.count(broken),
      value: ({ broken }) => broken
    },
    {
      id: "coming",
      title: catalogue.coming,
      cell: ({ coming }) => format.count(coming),
      value: ({ coming }) => coming
    },
    {
      id: "missed",
      title: catalogue.missed,
      cell: ({ missed }) => format.count(missed),
      value: ({ missed }) => missed
    },
    {
      id: "stake",
      title: catalogue.stake,
      cell: ({ analysis: { stake, stakeIs } }) =>
        stake && stakeIs
          ? `${format.money(stake)} (${catalogue[stakeIs]})`
          : catalogue.unknownStake,
      value: ({ analysis }) => analysis.stake?.minor ?? 0
    },
    {
      id: "open",
      title: catalogue.open,
      cell: ({ analysis }) => (
        <Button label={catalogue.openLabel(analysis.title)} onPress={() => onOpen(analysis.id)}>
          {catalogue.open}
        </Button>
      )
    }
  ]
}

/** Every own listing, the most money times the most broken first, with the whole fix list to save. */
export function Catalogue({ onOpen }: { onOpen: (id: string) => void }) {
  const analyses = useStore((db) => db.listingAnalyses.toArray())
  const job = useStore((db) => db.jobs.get("analyse-listings").then((found) => found ?? null))
  const { run, busy, error } = useCommand()
  const [onlyWrong, setOnlyWrong] = useState(true)
  const [most, setMost] = useState(page)
  if (!analyses || job === undefined) return null
  const all = catalogueRows(analyses)
  const rows = onlyWrong
    ? all.filter(({ broken, coming, missed }) => broken + coming + missed > 0)
    : all
  const shown = rows.slice(0, most)
  return (
    <>
      <p className="soft small">{catalogue.help}</p>
      <div className="row">
        <Button
          main
          busy={busy}
          onPress={() => run(async () => void (await send("panel:analyse-listings", {})))}
        >
          {catalogue.check}
        </Button>
        <Button pressed={onlyWrong} onPress={() => setOnlyWrong(!onlyWrong)}>
          {catalogue.onlyWrong}
        </Button>
        {rows.length > 0 && (
          <Button
            onPress={() =>
              saveFile(
                `${words.listing.export.file}.csv`,
                fixList(rows.map(({ analysis }) => analysis)),
                "text/csv"
              )
            }
          >
            {catalogue.export}
          </Button>
        )}
      </div>
      <ErrorNotice error={error} />
      {job && job.lastError === undefined && <Progress label={catalogue.checking} />}
      {job?.lastError !== undefined && <Notice tone="warning">{catalogue.failed}</Notice>}
      {all.length === 0 && !job && <EmptyState text={catalogue.none} help={catalogue.noneHelp} />}
      {all.length > 0 && (
        <>
          <p className="soft small" role="status">
            {catalogue.shown(shown.length, all.length)}
          </p>
          <DataTable
            caption={catalogue.title}
            columns={columnsFor(onOpen)}
            rows={shown}
            rowId={({ analysis }) => analysis.id}
          />
          {rows.length > most && (
            <Button onPress={() => setMost(most + page)}>{catalogue.more}</Button>
          )}
        </>
      )}
    </>
  )
}

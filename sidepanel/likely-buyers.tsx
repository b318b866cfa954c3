import { useEffect, useState } from "react"
import { send } from "../src/messaging/messenger"
import type { LikelyBuyer } from "../src/messaging/protocol"
import { type Column, DataTable } from "../src/ui/data-table"
import { ErrorNotice } from "../src/ui/error-notice"
import { words } from "../src/ui/words"

const { demand, format } = words

const columns: Column<LikelyBuyer>[] = [
  {
    id: "buyer",
    title: demand.buyer,
    cell: ({ buyer }) => <code className="break">{buyer}</code>
  },
  {
    id: "chance",
    title: demand.buyerChance,
    value: ({ chance }) => chance,
    cell: ({ chance }) => format.share(chance)
  },
  {
    id: "purchases",
    title: demand.buyerDays,
    value: ({ purchases }) => purchases,
    cell: ({ purchases }) => format.count(purchases)
  },
  {
    id: "usual",
    title: demand.buyerUsual,
    value: ({ usualDays }) => usualDays,
    cell: ({ usualDays }) => demand.days(usualDays)
  },
  {
    id: "last",
    title: demand.buyerLast,
    value: ({ lastDay }) => lastDay,
    cell: ({ lastDay }) => format.epochDay(lastDay)
  }
]

/** Who is most likely to buy again soon, worked out when it is opened. */
export function LikelyBuyers() {
  const [buyers, setBuyers] = useState<LikelyBuyer[]>()
  const [error, setError] = useState<unknown>()
  useEffect(() => {
    let current = true
    send("panel:likely-buyers", {}).then(
      (reply) => current && setBuyers(reply.buyers),
      (thrown: unknown) => current && setError(thrown)
    )
    return () => {
      current = false
    }
  }, [])
  return (
    <div className="stack">
      <p className="soft">{demand.buyersHelp}</p>
      <ErrorNotice error={error} />
      {buyers === undefined && !error && <p role="status">{demand.buyersWorking}</p>}
      {buyers?.length === 0 && <p>{demand.noBuyers}</p>}
      {buyers && buyers.length > 0 && (
        <DataTable
          caption={demand.buyers}
          columns={columns}
          rows={buyers}
          rowId={({ buyer }) => buyer}
        />
      )}
    </div>
  )
}

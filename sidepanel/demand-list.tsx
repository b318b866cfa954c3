import { useState } from "react"
import type { ItemForecast } from "../src/domain/forecast"
import { urgency } from "../src/domain/forecast"
import { Button } from "../src/ui/button"
import { type Column, DataTable } from "../src/ui/data-table"
import { words } from "../src/ui/words"

const page = 20
const { demand, format } = words

function runsOutText({ plan, stock }: ItemForecast): string {
  if (!plan || !stock) return "–"
  if (stock.units <= 0) return demand.outNow
  const likely = plan.runsOut?.likely
  return typeof likely === "number" ? format.epochDay(likely) : demand.lasts
}

function orderByText({ plan, firstDay }: ItemForecast): string {
  if (!plan || plan.orderBy === null) return "–"
  const day = format.epochDay(plan.orderBy)
  return plan.orderBy < firstDay ? demand.late(day) : day
}

const columns = (onOpen: (sku: string) => void): Column<ItemForecast>[] => [
  {
    id: "item",
    title: demand.item,
    value: (item) => item.title ?? item.sku,
    cell: (item) => (
      <Button onPress={() => onOpen(item.sku)} label={demand.open(item.title ?? item.sku)}>
        {item.title ?? item.sku}
      </Button>
    )
  },
  {
    id: "next28",
    title: demand.sells,
    value: (item) => item.next28,
    cell: (item) => format.count(Math.round(item.next28))
  },
  {
    id: "stock",
    title: demand.stock,
    value: (item) => item.stock?.units ?? -1,
    cell: ({ stock }) => (stock ? format.count(stock.units) : demand.unknownStock)
  },
  {
    id: "runs-out",
    title: demand.runsOut,
    value: (item) => item.plan?.runsOut?.likely ?? Number.MAX_SAFE_INTEGER,
    cell: runsOutText
  },
  { id: "order-by", title: demand.orderBy, value: urgency, cell: orderByText },
  {
    id: "order",
    title: demand.order,
    value: (item) => item.plan?.quantity ?? 0,
    cell: ({ plan }) => (plan && plan.quantity > 0 ? format.count(plan.quantity) : "–")
  }
]

/** The items that match, most urgent first; headers sort. */
export function DemandList({
  items,
  onOpen
}: {
  items: ItemForecast[]
  onOpen: (sku: string) => void
}) {
  const [query, setQuery] = useState("")
  const [shown, setShown] = useState(page)
  const wanted = query.trim().toLowerCase()
  const found = items.filter(({ sku, title = "" }) =>
    `${sku} ${title}`.toLowerCase().includes(wanted)
  )
  return (
    <section className="stack demand-list" aria-label={demand.table}>
      <input
        type="search"
        className="select"
        aria-label={demand.search}
        placeholder={demand.search}
        value={query}
        onChange={({ target }) => setQuery(target.value)}
      />
      <p role="status" className="soft">
        {demand.searched(found.length)}
      </p>
      <DataTable
        caption={demand.table}
        columns={columns(onOpen)}
        rows={found.slice(0, shown)}
        rowId={({ sku }) => sku}
      />
      {found.length > shown && (
        <Button onPress={() => setShown(shown + page)}>
          {demand.showMore(Math.min(page, found.length - shown))}
        </Button>
      )}
    </section>
  )
}

import type { ItemForecast } from "../src/domain/forecast"
import { Button } from "../src/ui/button"
import { saveFile } from "../src/ui/save-file"
import { type Sheet, toCsv, toXlsx } from "../src/ui/spreadsheet"
import { words } from "../src/ui/words"

const { demand, format } = words

/** A day as every spreadsheet reads it. */
const isoDay = (day: number | null | undefined) =>
  typeof day === "number" ? new Date(day * 86_400_000).toISOString().slice(0, 10) : ""

const isDue = ({ plan }: ItemForecast) => plan !== null && plan.quantity > 0

function sheetOf(items: ItemForecast[]): Sheet {
  const titles = demand.planColumns
  const rows = items
    .filter(isDue)
    .map(({ sku, title = "", plan, stock, next28 }) => [
      sku,
      title,
      plan?.quantity ?? 0,
      isoDay(plan?.orderBy),
      stock?.units ?? "",
      isoDay(plan?.runsOut?.likely),
      isoDay(plan?.runsOut?.early),
      Math.round(next28),
      plan?.reorderPoint ?? 0
    ])
  return { name: demand.plan, rows: [Object.values(titles), ...rows] }
}

/** What to order now, as a file for the supplier or the accountant. */
export function PurchasePlan({ items }: { items: ItemForecast[] }) {
  const due = items.filter(isDue)
  if (due.length === 0) return <p className="soft">{demand.nothingDue}</p>
  const file = `purchase-plan-${new Date().toISOString().slice(0, 10)}`
  const workbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
  return (
    <div className="stack">
      <p>{demand.dueNow(due.length)}</p>
      <ul className="reasons">
        {due.slice(0, 8).map(({ sku, title, plan }) => (
          <li
            key={sku}
            className="break"
          >{`${title ?? sku}: ${format.count(plan?.quantity ?? 0)}`}</li>
        ))}
      </ul>
      <div className="row">
        <Button onPress={() => saveFile(`${file}.csv`, toCsv(sheetOf(items)), "text/csv")}>
          {demand.exportCsv}
        </Button>
        <Button onPress={() => saveFile(`${file}.xlsx`, toXlsx(sheetOf(items)), workbook)}>
          {demand.exportXlsx}
        </Button>
      </div>
    </div>
  )
}

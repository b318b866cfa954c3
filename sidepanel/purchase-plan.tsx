import { useEffect, useState } from "react"
import { currencyDigits } from "../src/domain/currency-digits"
import type { ItemForecast } from "../src/domain/forecast"
import { send } from "../src/messaging/messenger"
import type { ReplyOf } from "../src/messaging/protocol"
import { Button } from "../src/ui/button"
import { ErrorNotice } from "../src/ui/error-notice"
import { NumberField } from "../src/ui/number-field"
import { saveFile } from "../src/ui/save-file"
import { type Cell, type Sheet, toCsv, toXlsx } from "../src/ui/spreadsheet"
import { words } from "../src/ui/words"

const { demand, format } = words
const workbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
const shown = 8

type Plan = ReplyOf<"panel:purchase-plan">

/** A day as every spreadsheet reads it. */
const isoDay = (day: number | null | undefined) =>
  typeof day === "number" ? new Date(day * 86_400_000).toISOString().slice(0, 10) : ""

const major = (minor: number, currency: string) =>
  currency === "" ? "" : format.money({ minor, currency })

function sheetOf({ rows, currency }: Plan, items: Map<string, ItemForecast>): Sheet {
  const body = rows.map(({ sku, quantity, cost }): Cell[] => {
    const item = items.get(sku)
    return [
      sku,
      item?.title ?? "",
      cost > 0 ? major(cost, currency) : "",
      quantity,
      isoDay(item?.plan?.orderBy),
      item?.stock?.units ?? "",
      isoDay(item?.plan?.runsOut?.likely),
      isoDay(item?.plan?.runsOut?.early),
      Math.round(item?.next28 ?? 0),
      item?.plan?.reorderPoint ?? 0
    ]
  })
  return { name: demand.plan, rows: [Object.values(demand.planColumns), ...body] }
}

/** What to order now, within a budget if there is one, as a file for the supplier or the accountant. */
export function PurchasePlan({ items }: { items: ItemForecast[] }) {
  const [budget, setBudget] = useState(0)
  const [percent, setPercent] = useState(40)
  const [plan, setPlan] = useState<Plan>()
  const [error, setError] = useState<unknown>()
  const due = items.filter((item) => (item.plan?.quantity ?? 0) > 0)
  const currency = plan?.currency ?? ""
  useEffect(() => {
    let current = true
    const request = {
      budget: budget > 0 ? Math.round(budget * 10 ** currencyDigits(currency)) : null,
      costShare: percent / 100
    }
    send("panel:purchase-plan", request).then((reply) => current && setPlan(reply), setError)
    return () => {
      current = false
    }
  }, [budget, percent, currency])
  if (due.length === 0) return <p className="soft">{demand.nothingDue}</p>
  const bySku = new Map(items.map((item) => [item.sku, item]))
  const file = `purchase-plan-${isoDay(Math.floor(Date.now() / 86_400_000))}`
  const total = plan?.rows.reduce((sum, { cost }) => sum + cost, 0) ?? 0
  return (
    <div className="stack">
      <p>{demand.dueNow(due.length)}</p>
      <div className="plan-fields">
        <NumberField
          label={`${demand.budget}${plan?.currency ? ` (${plan.currency})` : ""}`}
          value={budget}
          min={0}
          max={1_000_000_000}
          step={100}
          onChange={setBudget}
        />
        <NumberField
          label={demand.costShare}
          value={percent}
          min={0}
          max={200}
          onChange={setPercent}
        />
      </div>
      <ErrorNotice error={error} />
      {plan && (
        <>
          <p role="status">
            {demand.withinBudget(format.count(plan.rows.length), format.count(due.length))}{" "}
            {total > 0 && major(total, plan.currency)}
          </p>
          <ul className="reasons">
            {plan.rows.slice(0, shown).map(({ sku, quantity }) => (
              <li key={sku} className="break">
                {`${bySku.get(sku)?.title ?? sku}: ${format.count(quantity)}`}
              </li>
            ))}
          </ul>
          <div className="row">
            <Button
              onPress={() => saveFile(`${file}.csv`, toCsv(sheetOf(plan, bySku)), "text/csv")}
            >
              {demand.exportCsv}
            </Button>
            <Button
              onPress={() => saveFile(`${file}.xlsx`, toXlsx(sheetOf(plan, bySku)), workbook)}
            >
              {demand.exportXlsx}
            </Button>
          </div>
        </>
      )}
    </div>
  )
}

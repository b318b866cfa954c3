import type { TablePreview } from "../src/messaging/import-protocol"
import { words } from "../src/ui/words"

const text = words.files
type Row = TablePreview["parsed"][number]

function said({ order, at, product, quantity, price, reason, column }: Row): string {
  if (reason)
    return `${text.leftOut}: ${text.reasons[reason]} ${column ? text.inColumn(column) : ""}`
  const amount =
    quantity === undefined ? product : `${words.format.count(quantity)} × ${product ?? ""}`
  const day = at === undefined ? undefined : words.format.moment(at)
  return [order, day, amount, price && words.format.money(price)].filter(Boolean).join(" · ")
}

/** The first rows as they would be stored, before anything is. */
export function ImportSample({ rows }: { rows: Row[] }) {
  if (rows.length === 0) return null
  return (
    <div>
      <h4>{text.sampleTitle}</h4>
      <ul className="reasons">
        {rows.map((row) => (
          <li key={row.line} className="break">
            <span className="soft">{`${text.line} ${words.format.count(row.line)}:`}</span>{" "}
            {said(row)}
          </li>
        ))}
      </ul>
    </div>
  )
}

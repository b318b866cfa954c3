import { useState } from "react"
import type { TableChoice, TablePreview } from "../src/messaging/import-protocol"
import { Button } from "../src/ui/button"
import { Notice } from "../src/ui/notice"
import { words } from "../src/ui/words"
import { TableForm } from "./import-table-form"

const text = words.files

/** What still has to be said of a table before it can be stored. */
function missing(preview: TablePreview, choice: TableChoice): string | undefined {
  if (preview.questions.includes("dateOrder") && !choice.conventions.dateOrder) {
    return text.dateOrder
  }
  if (preview.questions.includes("decimal") && !choice.conventions.decimal) return text.decimal
  const { mapping } = choice
  if (!mapping) return undefined
  const { order, at, sku } = mapping.columns
  if (mapping.kind === "lines") return order && at ? undefined : text.missing
  return sku ? undefined : text.missingListing
}

const firstChoice = (preview: TablePreview): TableChoice => ({
  table: preview.table,
  account: preview.accounts[0] ?? "",
  conventions: preview.conventions,
  encoding: preview.encoding,
  mapping:
    preview.format === "mapped"
      ? {
          kind: preview.kind === "listings" ? "listings" : "lines",
          marketplace: preview.marketplace,
          columns: preview.columns
        }
      : undefined
})

type Props = {
  tables: TablePreview[]
  onStore: (choices: TableChoice[]) => void
  onSkip: () => void
}

/** What Portside makes of a file, with the questions that only the seller can answer. */
export function ImportPreview({ tables, onStore, onSkip }: Props) {
  const [choices, setChoices] = useState(() => tables.map(firstChoice))
  const [chosen, setChosen] = useState(() => tables.map(({ rows }) => rows > 0))
  const [complaint, complain] = useState("")
  const store = () => {
    const picked = tables.flatMap((preview, i) => {
      const choice = choices[i]
      return chosen[i] && choice ? [{ preview, choice }] : []
    })
    const open = picked.flatMap(({ preview, choice }) => missing(preview, choice) ?? [])
    if (picked.length === 0 || open[0]) return complain(open[0] ?? text.nothingChosen)
    onStore(picked.map(({ choice }) => choice))
  }
  return (
    <div className="stack">
      {tables.map((preview, i) => {
        const choice = choices[i]
        return (
          choice && (
            <section key={preview.table} className="stack" aria-label={preview.table}>
              <h3 className="break">{text.preview(preview.table)}</h3>
              {tables.length > 1 && (
                <label className="row">
                  <input
                    type="checkbox"
                    checked={chosen[i] ?? false}
                    onChange={({ target }) => setChosen(chosen.with(i, target.checked))}
                  />
                  {text.include(preview.table)}
                </label>
              )}
              <TableForm
                preview={preview}
                choice={choice}
                onChange={(changed) => {
                  complain("")
                  setChoices(choices.with(i, changed))
                }}
              />
            </section>
          )
        )
      })}
      {complaint && <Notice tone="warning">{complaint}</Notice>}
      <div className="row">
        <Button main onPress={store}>
          {text.store}
        </Button>
        <Button onPress={onSkip}>{text.skip}</Button>
      </div>
    </div>
  )
}

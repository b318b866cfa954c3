import { useId } from "react"
import type { TableChoice, TablePreview } from "../src/messaging/import-protocol"
import { SelectField } from "../src/ui/select-field"
import { words } from "../src/ui/words"
import { ImportSample } from "./import-sample"

const text = words.files
const zones = Intl.supportedValuesOf("timeZone")
const currencies = Intl.supportedValuesOf("currency")
const mappable = Object.entries(text.fields)

type Props = {
  preview: TablePreview
  choice: TableChoice
  onChange: (choice: TableChoice) => void
}

const formatName = (format: string) =>
  (text.formats as Record<string, string>)[format] ?? text.formats.mapped

/** The field that a column was given, "" for none. */
function fieldOf(columns: Record<string, number[]>, column: number): string {
  return Object.entries(columns).find(([, positions]) => positions.includes(column))?.[0] ?? ""
}

/** One field has one column here, one column one field. */
function assigned(columns: Record<string, number[]>, column: number, field: string) {
  const rest = Object.entries(columns).flatMap(([name, positions]) => {
    const left = positions.filter((position) => position !== column)
    return name === field || left.length === 0 ? [] : [[name, left] as const]
  })
  return Object.fromEntries(field === "" ? rest : [...rest, [field, [column]]])
}

function Columns({ preview, choice, onChange }: Props) {
  const { mapping } = choice
  if (!mapping) return null
  const options = [{ value: "", label: text.unused }].concat(
    mappable.map(([value, label]) => ({ value, label }))
  )
  return (
    <div className="stack">
      <SelectField
        label={text.kind}
        value={mapping.kind}
        options={Object.entries(text.kinds).map(([value, label]) => ({ value, label }))}
        onChange={(kind) =>
          onChange({
            ...choice,
            mapping: { ...mapping, kind: kind === "listings" ? "listings" : "lines" }
          })
        }
      />
      {preview.titles.map((title, column) => (
        <SelectField
          // biome-ignore lint/suspicious/noArrayIndexKey: two columns may have one title; their places stay
          key={column}
          label={text.column(title || String(column + 1))}
          help={preview.sample
            .flatMap((row) => row[column] || [])
            .slice(0, 3)
            .join(" · ")}
          value={fieldOf(mapping.columns, column)}
          options={options}
          onChange={(field) =>
            onChange({
              ...choice,
              mapping: { ...mapping, columns: assigned(mapping.columns, column, field) }
            })
          }
        />
      ))}
    </div>
  )
}

/** The questions of one table: shop, zone, and what its rows leave open. */
export function TableForm({ preview, choice, onChange }: Props) {
  const zoneList = useId()
  const { conventions } = choice
  const set = (more: Partial<TableChoice["conventions"]>) =>
    onChange({ ...choice, conventions: { ...conventions, ...more } })
  const asks = (question: TablePreview["questions"][number]) => preview.questions.includes(question)
  const shops = [...preview.accounts, ...(preview.accounts.length === 0 ? [""] : [])]
  return (
    <div className="stack">
      <p>
        {preview.format === "mapped"
          ? text.unknownTable(preview.rows)
          : text.recognised(formatName(preview.format), preview.rows)}
      </p>
      {preview.kind !== "listings" && (
        <label className="labelled">
          <span>{text.zone}</span>
          <input
            className="select"
            list={zoneList}
            value={conventions.zone}
            onChange={({ target }) => set({ zone: target.value })}
          />
          <datalist id={zoneList}>
            {zones.map((zone) => (
              <option key={zone} value={zone} />
            ))}
          </datalist>
          <span className="soft small">{text.zoneHelp}</span>
        </label>
      )}
      <SelectField
        label={text.shop}
        value={choice.account}
        options={shops.map((value) => ({ value, label: value || text.noShop }))}
        onChange={(account) => onChange({ ...choice, account })}
      />
      {asks("dateOrder") && (
        <SelectField
          label={text.dateOrder}
          value={conventions.dateOrder ?? ""}
          options={[
            { value: "", label: text.pick },
            { value: "dmy", label: text.dateOrders.dmy },
            { value: "mdy", label: text.dateOrders.mdy }
          ]}
          onChange={(order) =>
            set({ dateOrder: order === "dmy" || order === "mdy" ? order : undefined })
          }
        />
      )}
      {asks("decimal") && (
        <SelectField
          label={text.decimal}
          value={conventions.decimal ?? ""}
          options={[
            { value: "", label: text.pick },
            { value: ".", label: text.decimals["."] },
            { value: ",", label: text.decimals[","] }
          ]}
          onChange={(sign) => set({ decimal: sign === "." || sign === "," ? sign : undefined })}
        />
      )}
      {asks("currency") && (
        <SelectField
          label={text.currency}
          help={text.currencyHelp}
          value={conventions.currency ?? ""}
          options={[
            { value: "", label: text.pick },
            ...currencies.map((code) => ({ value: code, label: code }))
          ]}
          onChange={(code) => set({ currency: code || undefined })}
        />
      )}
      <Columns preview={preview} choice={choice} onChange={onChange} />
      {/* columns that the seller still assigns say nothing yet */}
      {preview.format !== "mapped" && <ImportSample rows={preview.parsed} />}
    </div>
  )
}

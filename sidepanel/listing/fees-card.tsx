import { useId, useState } from "react"
import * as v from "valibot"
import { type Fee, type FeeCategory, feeNames, feeSchema } from "../../src/domain/fee"
import { moneyText, percentText, typedMoney, typedRate } from "../../src/profit/decimal"
import { shippedFees } from "../../src/profit/fee-tables"
import { Button } from "../../src/ui/button"
import { Card } from "../../src/ui/card"
import { Disclosure } from "../../src/ui/disclosure"
import { TextField } from "../../src/ui/text-field"
import { words } from "../../src/ui/words"
import { CategorySelect } from "./category-select"
import { FeeLine, feeName } from "./fee-line"
import { ShippedFees } from "./shipped-fees"

const { setup, profit } = words.listing
const bases = ["item", "item-and-shipping", "total"] as const

type Form = {
  marketplace: string
  store: string
  category: FeeCategory | undefined
  name: Fee["name"]
  of: (typeof bases)[number]
  rate: string
  fixed: string
  currency: string
  validFrom: string
}
const empty: Form = {
  marketplace: "",
  store: "",
  category: undefined,
  name: "referral",
  of: "item",
  rate: "0",
  fixed: "0",
  currency: "USD",
  validFrom: ""
}

/** The fee that the form describes; undefined while it describes none. */
function feeOf(form: Form): Fee | undefined {
  const { marketplace, store, category, name, of, rate, fixed, currency, validFrom } = form
  const fee = {
    id: ["own", marketplace, name, store, category, validFrom].filter(Boolean).join("."),
    marketplace,
    ...(store && { stores: [store] }),
    ...(category && { category }),
    name,
    of,
    ...(validFrom && { validFrom }),
    source: setup.typed,
    confidence: "official" as const,
    checkedOn: new Date().toISOString().slice(0, 10)
  }
  try {
    const parsed = v.safeParse(feeSchema, {
      ...fee,
      rate: typedRate(rate),
      fixed: typedMoney(fixed, currency)
    })
    return parsed.success ? parsed.output : undefined
  } catch {
    return undefined
  }
}

const formOf = (fee: Fee): Form => ({
  marketplace: fee.marketplace,
  store: fee.stores?.[0] ?? "",
  category: fee.category,
  name: fee.name,
  of: fee.of ?? "total",
  rate: percentText(fee.rate ?? "0"),
  fixed: fee.fixed ? moneyText(fee.fixed) : "0",
  currency: (fee.fixed ?? fee.minimum)?.currency ?? "USD",
  validFrom: ""
})

/** Fees that the seller typed; they win over those that ship. */
export function FeesCard({ fees, onChange }: { fees: Fee[]; onChange: (fees: Fee[]) => void }) {
  const id = useId()
  const [form, setForm] = useState(empty)
  const fee = feeOf(form)
  const add = () => {
    if (!fee) return
    onChange([...fees.filter((one) => one.id !== fee.id), fee])
    setForm(empty)
  }
  return (
    <Card title={setup.fees}>
      <p className="soft small">{setup.feesHelp}</p>
      <ul className="items">
        {fees.map((one) => (
          <li key={one.id} className="row spread">
            <span className="break">
              <FeeLine fee={one} />
            </span>
            <Button onPress={() => onChange(fees.filter(({ id: other }) => other !== one.id))}>
              {setup.removeFee(feeName(one))}
            </Button>
          </li>
        ))}
      </ul>
      <div className="form">
        <TextField
          label={setup.feeMarketplace}
          value={form.marketplace}
          onChange={(text) => setForm({ ...form, marketplace: text.trim().toLowerCase() })}
        />
        <div className="labelled">
          <label htmlFor={`${id}name`}>{setup.feeKind}</label>
          <select
            id={`${id}name`}
            className="select"
            value={form.name}
            onChange={({ target }) =>
              setForm({ ...form, name: feeNames.find((one) => one === target.value) ?? "other" })
            }
          >
            {feeNames.map((one) => (
              <option key={one} value={one}>
                {profit.fee[one]}
              </option>
            ))}
          </select>
        </div>
        <TextField
          label={setup.feeRate}
          inputMode="decimal"
          value={form.rate}
          onChange={(rate) => setForm({ ...form, rate })}
        />
        <div className="labelled">
          <label htmlFor={`${id}of`}>{setup.feeOf}</label>
          <select
            id={`${id}of`}
            className="select"
            value={form.of}
            onChange={({ target }) =>
              setForm({ ...form, of: bases.find((one) => one === target.value) ?? "item" })
            }
          >
            {bases.map((one) => (
              <option key={one} value={one}>
                {setup.of[one]}
              </option>
            ))}
          </select>
        </div>
        <TextField
          label={setup.feeFixed}
          inputMode="decimal"
          value={form.fixed}
          onChange={(fixed) => setForm({ ...form, fixed })}
        />
        <TextField
          label={profit.currency}
          value={form.currency}
          onChange={(text) => setForm({ ...form, currency: text.toUpperCase().slice(0, 3) })}
        />
        <TextField
          label={setup.feeStore}
          value={form.store}
          onChange={(text) => setForm({ ...form, store: text.toUpperCase().slice(0, 2) })}
        />
        <CategorySelect
          value={form.category}
          onChange={(category) => setForm({ ...form, category })}
        />
        <TextField
          label={setup.feeFrom}
          value={form.validFrom}
          onChange={(validFrom) => setForm({ ...form, validFrom })}
        />
      </div>
      <div className="row">
        <Button onPress={add} busy={!fee}>
          {setup.addFee}
        </Button>
      </div>
      <Disclosure summary={setup.shippedFees(shippedFees.length)}>
        {() => (
          <ShippedFees marketplace={form.marketplace} onChoose={(one) => setForm(formOf(one))} />
        )}
      </Disclosure>
    </Card>
  )
}

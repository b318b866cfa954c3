import { useId, useState } from "react"
import { type Fee, feeNames } from "../../src/domain/fee"
import { typedMoney, typedRate } from "../../src/profit/decimal"
import { Button } from "../../src/ui/button"
import { Card } from "../../src/ui/card"
import { TextField } from "../../src/ui/text-field"
import { marketplaceName, words } from "../../src/ui/words"

const { setup, profit } = words.listing
const bases = ["item", "item-and-shipping", "total"] as const

type Form = {
  marketplace: string
  name: Fee["name"]
  of: (typeof bases)[number]
  rate: string
  fixed: string
  currency: string
}
const empty: Form = {
  marketplace: "",
  name: "referral",
  of: "item",
  rate: "0",
  fixed: "0",
  currency: "USD"
}

/** The fee that the form describes; undefined while it describes none. */
function feeOf({ marketplace, name, of, rate, fixed, currency }: Form): Fee | undefined {
  if (!/^[a-z][a-z0-9-]{0,39}$/.test(marketplace)) return undefined
  try {
    return {
      id: `own.${marketplace}.${name}`,
      marketplace,
      name,
      rate: typedRate(rate),
      of,
      fixed: typedMoney(fixed, currency),
      source: "typed by the seller",
      confidence: "official",
      checkedOn: new Date().toISOString().slice(0, 10)
    }
  } catch {
    return undefined
  }
}

/** Fees that the seller typed; they win over those that ship. */
export function FeesCard({ fees, onChange }: { fees: Fee[]; onChange: (fees: Fee[]) => void }) {
  const id = useId()
  const [form, setForm] = useState(empty)
  const fee = feeOf(form)
  const told = (one: Fee) => `${marketplaceName(one.marketplace)}: ${profit.fee[one.name]}`
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
              {told(one)} {one.rate && words.format.share(Number(one.rate))}{" "}
              {one.fixed && words.format.money(one.fixed)}
            </span>
            <Button onPress={() => onChange(fees.filter(({ id: other }) => other !== one.id))}>
              {setup.removeFee(told(one))}
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
      </div>
      <div className="row">
        <Button onPress={add} busy={!fee}>
          {setup.addFee}
        </Button>
      </div>
    </Card>
  )
}

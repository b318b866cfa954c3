import { useState } from "react"
import type { ListingAnalysis } from "../../src/domain/listing-analysis"
import type { SellingCosts } from "../../src/domain/selling-costs"
import { send } from "../../src/messaging/messenger"
import { exchangeOn } from "../../src/profit/exchange"
import { taxRate } from "../../src/profit/taxes"
import { Button } from "../../src/ui/button"
import { Card } from "../../src/ui/card"
import { Disclosure } from "../../src/ui/disclosure"
import { ErrorNotice } from "../../src/ui/error-notice"
import { TextField } from "../../src/ui/text-field"
import { useCommand } from "../../src/ui/use-command"
import { useStore } from "../../src/ui/use-store"
import { words } from "../../src/ui/words"
import { CategorySelect } from "./category-select"
import {
  costsOf,
  emptyForm,
  formOf,
  type PlanField,
  type PlanForm,
  planFields
} from "./plan-fields"
import { ProfitResult } from "./profit-result"

const { profit } = words.listing
const today = () => new Date().toISOString().slice(0, 10)

const labels: Record<PlanField, string> = {
  price: profit.whatIf,
  shippingPaid: profit.shippingPaid,
  taxRate: profit.taxRate,
  product: profit.product,
  shipping: profit.shipping,
  other: profit.other,
  ads: profit.ads,
  returns: profit.returns,
  returnCost: profit.returnCost,
  resale: profit.resale
}

type FormProps = { analysis: ListingAnalysis; costs: SellingCosts | undefined }

function ProfitForm({ analysis, costs }: FormProps) {
  const day = today()
  const [form, setForm] = useState<PlanForm>(() =>
    costs ? formOf(costs) : emptyForm(analysis, taxRate(analysis.store ?? "", day)?.rate ?? "0")
  )
  const [said, say] = useState("")
  const { run, busy, error } = useCommand()
  const settings = useStore((db) =>
    db.listingSettings.get("settings").then((found) => found ?? null)
  )
  const change = (part: Partial<PlanForm>) => {
    say("")
    setForm({ ...form, ...part })
  }
  const typed = costsOf(form, analysis.id)
  const wrong = "wrong" in typed ? typed.wrong : undefined
  const save = () =>
    run(async () => {
      if ("wrong" in typed) return
      await send("panel:save-selling-costs", typed)
      say(profit.saved)
    })
  return (
    <>
      <div className="form">
        <TextField
          label={profit.store}
          value={form.store}
          onChange={(store) => change({ store: store.toUpperCase().slice(0, 2) })}
        />
        <TextField
          label={profit.currency}
          value={form.currency}
          onChange={(currency) => change({ currency: currency.toUpperCase().slice(0, 3) })}
        />
        <TextField
          label={profit.costCurrency}
          value={form.costCurrency}
          onChange={(currency) => change({ costCurrency: currency.toUpperCase().slice(0, 3) })}
        />
        <CategorySelect value={form.category} onChange={(category) => change({ category })} />
        {planFields.map((field) => (
          <TextField
            key={field}
            label={labels[field]}
            value={form[field]}
            inputMode="decimal"
            problem={wrong === field ? profit.invalid(labels[field]) : undefined}
            onChange={(value) => change({ [field]: value })}
          />
        ))}
        <label className="row">
          <input
            type="checkbox"
            checked={form.taxIncluded}
            onChange={({ target }) => change({ taxIncluded: target.checked })}
          />
          {profit.taxIncluded}
        </label>
      </div>
      {!("wrong" in typed) && settings !== undefined && (
        <ProfitResult
          costs={typed}
          marketplace={analysis.marketplace}
          day={day}
          ownFees={settings?.fees ?? []}
          exchange={exchangeOn(settings?.rates ?? [], day)}
        />
      )}
      <div className="row">
        <Button busy={busy} onPress={save}>
          {profit.save}
        </Button>
        <span role="status" className="soft">
          {said}
        </span>
      </div>
      <ErrorNotice error={error} />
    </>
  )
}

/** What one sale leaves, line by line, and from which price on it loses nothing. */
export function ProfitCard({ analysis }: { analysis: ListingAnalysis }) {
  const costs = useStore(
    (db) => db.sellingCosts.get(analysis.id).then((found) => found ?? null),
    [analysis.id]
  )
  if (costs === undefined) return null
  return (
    <Card title={profit.title}>
      <Disclosure summary={profit.help}>
        {() => <ProfitForm analysis={analysis} costs={costs ?? undefined} />}
      </Disclosure>
    </Card>
  )
}

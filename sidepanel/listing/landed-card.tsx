import { useState } from "react"
import type { ListingAnalysis } from "../../src/domain/listing-analysis"
import { moneyText, typedMoney, typedRate } from "../../src/profit/decimal"
import { flatDutyCurrency } from "../../src/profit/duties"
import { type Exchange, exchangeOn } from "../../src/profit/exchange"
import { landedCost, type Shipment } from "../../src/profit/landed-cost"
import { Card } from "../../src/ui/card"
import { Disclosure } from "../../src/ui/disclosure"
import { TextField } from "../../src/ui/text-field"
import { useStore } from "../../src/ui/use-store"
import { words } from "../../src/ui/words"
import { RateLine } from "./rate-line"

const { landed, profit } = words.listing
const { format } = words

type Form = {
  currency: string
  goods: string
  shipping: string
  insurance: string
  from: string
  to: string
  headings: string
  dutyRate: string
  /** One unit of the flat duty's currency in the parcel's, typed where none is stored. */
  rate: string
}
const texts = ["goods", "shipping", "insurance", "from", "to", "headings", "dutyRate"] as const

/** The shipment that the form describes; undefined while it describes none. */
function shipmentOf(form: Form): Shipment | undefined {
  const money = (text: string) => typedMoney(text, form.currency)
  try {
    if (
      ![form.from, form.to].every((code) => /^[A-Z]{2}$/.test(code)) ||
      !/^[1-9]\d?$/.test(form.headings)
    )
      return undefined
    return {
      goods: money(form.goods),
      shipping: money(form.shipping),
      insurance: money(form.insurance),
      from: form.from,
      to: form.to,
      headings: Number(form.headings),
      dutyRate: form.dutyRate.trim() === "" ? undefined : typedRate(form.dutyRate)
    }
  } catch {
    return undefined
  }
}

type ResultProps = { shipment: Shipment; day: string; exchange: Exchange }

function LandedResult({ shipment, day, exchange }: ResultProps) {
  const { customsValue, duty, flatDuty, tax, taxRule, total, used } = landedCost(
    shipment,
    day,
    [],
    exchange
  )
  const flat = flatDuty ? ` (${landed.flat(format.money(flatDuty.perHeading))})` : ""
  const rate = taxRule ? ` (${format.share(Number(taxRule.rate))})` : ""
  const told: [string, string, string | undefined][] = [
    [landed.customsValue, format.money(customsValue), undefined],
    [landed.duty + flat, duty ? format.money(duty) : landed.dutyUnknown, flatDuty?.source],
    [landed.tax + rate, tax ? format.money(tax) : landed.noTax, taxRule?.source],
    [landed.total, format.money(total), undefined]
  ]
  return (
    <>
      <dl className="facts" aria-live="polite">
        {told.map(([name, value, source]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              <strong>{value}</strong>
              {source && <span className="soft small break"> {source}</span>}
            </dd>
          </div>
        ))}
      </dl>
      {used && <RateLine used={used} />}
    </>
  )
}

/** What a parcel costs at the buyer's door: duty and VAT by destination and day. */
export function LandedCard({ analysis }: { analysis: ListingAnalysis }) {
  const { price, store } = analysis
  const [form, setForm] = useState<Form>({
    currency: price?.currency ?? "EUR",
    goods: price ? moneyText(price) : "0",
    shipping: "0",
    insurance: "0",
    from: "CN",
    to: store ?? "DE",
    headings: "1",
    dutyRate: "",
    rate: ""
  })
  const settings = useStore((db) =>
    db.listingSettings.get("settings").then((found) => found ?? null)
  )
  const day = new Date().toISOString().slice(0, 10)
  const stored = settings?.rates ?? []
  const from = flatDutyCurrency(form.to, day)
  const isMissing =
    from !== undefined &&
    exchangeOn(stored, day)({ minor: 1, currency: from }, form.currency) === undefined
  const typed =
    isMissing && /^\d{1,9}(?:\.\d{1,9})?$/.test(form.rate)
      ? [{ from, to: form.currency, rate: form.rate, on: day }]
      : []
  const shipment = shipmentOf(form)
  const labels: Record<(typeof texts)[number], string> = landed
  return (
    <Card title={landed.title}>
      <Disclosure summary={profit.help}>
        {() => (
          <>
            <div className="form">
              <TextField
                label={profit.currency}
                value={form.currency}
                onChange={(text) => setForm({ ...form, currency: text.toUpperCase().slice(0, 3) })}
              />
              {texts.map((field) => (
                <TextField
                  key={field}
                  label={labels[field]}
                  value={form[field]}
                  onChange={(text) =>
                    setForm({
                      ...form,
                      [field]:
                        field === "from" || field === "to" ? text.toUpperCase().slice(0, 2) : text
                    })
                  }
                />
              ))}
              {isMissing && (
                <TextField
                  label={landed.rate(from, form.currency)}
                  value={form.rate}
                  onChange={(rate) => setForm({ ...form, rate })}
                />
              )}
            </div>
            {shipment && (
              <LandedResult
                shipment={shipment}
                day={day}
                exchange={exchangeOn([...stored, ...typed], day)}
              />
            )}
          </>
        )}
      </Disclosure>
    </Card>
  )
}

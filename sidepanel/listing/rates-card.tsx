import { useId, useState } from "react"
import { ecbRates } from "../../src/profit/ecb-rates"
import { Card } from "../../src/ui/card"
import { Notice } from "../../src/ui/notice"
import { TextField } from "../../src/ui/text-field"
import { words } from "../../src/ui/words"
import { mergedRates, ratesOf, ratesText } from "./rates-text"

const { setup } = words.listing
/** The bank's whole history since 1999 is some 10 MB as XML. */
const largest = 20_000_000

/** Exchange rates, typed or from a file of the European Central Bank that the seller downloaded. */
export function RatesCard({ text, onChange }: { text: string; onChange: (text: string) => void }) {
  const id = useId()
  const [said, say] = useState<{ tone: "good" | "warning"; text: string }>()
  const typed = ratesOf(text)
  const add = async (file: File | undefined) => {
    if (!file) return
    try {
      if (file.size > largest) throw new Error("too large")
      const rates = ecbRates(await file.text())
      onChange(ratesText(mergedRates("wrong" in typed ? [] : typed, rates)))
      const day = words.format.day(
        rates
          .map(({ on }) => on)
          .toSorted()
          .at(-1) ?? ""
      )
      say({ tone: "good", text: setup.ratesRead(rates.length, day) })
    } catch {
      say({ tone: "warning", text: setup.ratesNone(file.name) })
    }
  }
  return (
    <Card title={setup.rates}>
      <TextField
        label={setup.ratesHelp}
        lines={4}
        value={text}
        onChange={onChange}
        problem={"wrong" in typed ? setup.ratesBad(typed.wrong) : undefined}
      />
      <p className="soft small">{setup.ratesUse}</p>
      <label htmlFor={id}>{setup.ratesFile}</label>
      <input
        id={id}
        type="file"
        accept=".csv,.xml,text/csv,text/xml"
        disabled={"wrong" in typed}
        onChange={({ target }) => void add(target.files?.[0])}
      />
      {said && <Notice tone={said.tone}>{said.text}</Notice>}
    </Card>
  )
}

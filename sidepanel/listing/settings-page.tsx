import { useState } from "react"
import { type ListingSettings, noSettings } from "../../src/domain/listing-settings"
import { MessageError, send } from "../../src/messaging/messenger"
import { Button } from "../../src/ui/button"
import { Card } from "../../src/ui/card"
import { ErrorNotice } from "../../src/ui/error-notice"
import { Notice } from "../../src/ui/notice"
import { TextField } from "../../src/ui/text-field"
import { useStore } from "../../src/ui/use-store"
import { words } from "../../src/ui/words"
import { FeesCard } from "./fees-card"
import { PacksCard } from "./packs-card"
import { RatesCard } from "./rates-card"
import { ratesOf, ratesText } from "./rates-text"

const { setup } = words.listing

function SettingsForm({ stored }: { stored: ListingSettings }) {
  const [settings, setSettings] = useState(stored)
  const [names, setNames] = useState(stored.tradeMarks.join("\n"))
  const [rates, setRates] = useState(ratesText(stored.rates))
  const [said, say] = useState("")
  const [error, setError] = useState<unknown>()
  const [refused, setRefused] = useState("")
  const typed = ratesOf(rates)
  const save = async () => {
    if ("wrong" in typed) return
    const tradeMarks = [
      ...new Set(
        names
          .split("\n")
          .map((name) => name.trim())
          .filter(Boolean)
      )
    ]
    setRefused("")
    setError(undefined)
    try {
      await send("panel:save-listing-settings", { ...settings, tradeMarks, rates: typed })
      say(setup.saved)
    } catch (thrown) {
      // the worker says which file and which place in it
      if (thrown instanceof MessageError && thrown.code === "invalid") setRefused(thrown.message)
      else setError(thrown)
    }
  }
  return (
    <>
      <Card title={setup.tradeMarks}>
        <TextField label={setup.tradeMarksHelp} lines={4} value={names} onChange={setNames} />
      </Card>
      <PacksCard packs={settings.packs} onChange={(packs) => setSettings({ ...settings, packs })} />
      <FeesCard fees={settings.fees} onChange={(fees) => setSettings({ ...settings, fees })} />
      <RatesCard text={rates} onChange={setRates} />
      <div className="row">
        <Button main onPress={save}>
          {setup.save}
        </Button>
        <span role="status" className="soft">
          {said}
        </span>
      </div>
      {refused && (
        <Notice tone="error">
          <p className="break">{setup.packBad(words.listing.setup.packs, refused)}</p>
        </Notice>
      )}
      <ErrorNotice error={error} />
    </>
  )
}

/** Names to avoid, own rules, own fees and exchange rates. */
export function SettingsPage() {
  const stored = useStore((db) => db.listingSettings.get("settings").then((found) => found ?? null))
  if (stored === undefined) return null
  const { tradeMarks, packs, fees, rates } = stored ?? noSettings
  return <SettingsForm stored={{ tradeMarks, packs, fees, rates }} />
}

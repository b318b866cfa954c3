import { useEffect, useState } from "react"
import { stockSentences } from "../locales/stock-text"
import type { ItemForecast, PlanSettings } from "../src/domain/forecast"
import { send } from "../src/messaging/messenger"
import { Button } from "../src/ui/button"
import { ErrorNotice } from "../src/ui/error-notice"
import { NumberField } from "../src/ui/number-field"
import { useCommand } from "../src/ui/use-command"
import { words } from "../src/ui/words"

const { demand } = words

/** Lead time, service level, packs and a promotion, tried out at once; kept only when the seller says so. */
export function DemandWhatIf({ item }: { item: ItemForecast }) {
  const [settings, setSettings] = useState(item.settings)
  const [promotion, setPromotion] = useState({ days: 0, uplift: item.uplift ?? 1.5 })
  const [tried, setTried] = useState<ItemForecast>()
  const [said, say] = useState("")
  const { run, busy, error } = useCommand()
  const set = (change: Partial<PlanSettings>) => setSettings({ ...settings, ...change })
  useEffect(() => {
    let current = true
    send("panel:what-if", { sku: item.sku, settings, promotion }).then(
      ({ plan, next28 }) => current && setTried({ ...item, plan, next28, settings, findings: [] }),
      () => current && setTried(undefined)
    )
    return () => {
      current = false
    }
  }, [item, settings, promotion])
  const keep = (sku: string) =>
    run(async () => {
      await send("panel:set-plan", { sku, settings })
      say(demand.saved)
    })
  return (
    <section className="stack" aria-label={demand.whatIf}>
      <p className="soft">{demand.whatIfHelp}</p>
      <div className="plan-fields">
        <NumberField
          label={demand.leadTime}
          value={settings.leadDays}
          min={0}
          max={180}
          onChange={(leadDays) => set({ leadDays })}
        />
        <NumberField
          label={demand.leadSpread}
          value={settings.leadSpread}
          min={0}
          max={60}
          onChange={(leadSpread) => set({ leadSpread })}
        />
        <NumberField
          label={`${demand.service} (%)`}
          value={Math.round(settings.serviceLevel * 1000) / 10}
          min={50}
          max={99.5}
          step={0.5}
          onChange={(percent) => set({ serviceLevel: percent / 100 })}
        />
        <NumberField
          label={demand.review}
          value={settings.reviewDays}
          min={1}
          max={90}
          onChange={(reviewDays) => set({ reviewDays })}
        />
        <NumberField
          label={demand.minimum}
          value={settings.minimumOrder}
          min={1}
          max={1_000_000}
          onChange={(units) => set({ minimumOrder: Math.round(units) })}
        />
        <NumberField
          label={demand.pack}
          value={settings.packSize}
          min={1}
          max={100_000}
          onChange={(units) => set({ packSize: Math.round(units) })}
        />
        <NumberField
          label={demand.fast}
          value={settings.fastLeadDays}
          min={0}
          max={90}
          onChange={(fastLeadDays) => set({ fastLeadDays })}
        />
        <NumberField
          label={demand.inbound}
          value={settings.inboundUnits}
          min={0}
          max={10_000_000}
          onChange={(units) => set({ inboundUnits: Math.round(units) })}
        />
        <NumberField
          label={demand.inboundIn}
          value={Math.max(0, settings.inboundDay - item.firstDay)}
          min={0}
          max={365}
          onChange={(days) => set({ inboundDay: item.firstDay + Math.round(days) })}
        />
        <NumberField
          label={demand.promotion}
          value={promotion.days}
          min={0}
          max={182}
          onChange={(days) => setPromotion({ ...promotion, days })}
        />
        <NumberField
          label={demand.uplift}
          value={promotion.uplift}
          min={0.1}
          max={20}
          step={0.1}
          onChange={(uplift) => setPromotion({ ...promotion, uplift })}
        />
      </div>
      {item.uplift !== null && <p className="soft">{demand.upliftSeen(item.uplift)}</p>}
      {tried && (
        <div className="notice" role="status">
          <p>{`${demand.sells}: ${demand.units(tried.next28)}`}</p>
          {stockSentences(words, tried).map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
        </div>
      )}
      <ErrorNotice error={error} />
      <div className="row">
        <Button busy={busy} onPress={() => keep(item.sku)}>
          {demand.save}
        </Button>
        <Button busy={busy} onPress={() => keep("")}>
          {demand.saveAll}
        </Button>
        <p role="status" className="said">
          {said}
        </p>
      </div>
    </section>
  )
}

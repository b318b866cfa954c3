import { useState } from "react"
import { send } from "../src/messaging/messenger"
import { Button } from "../src/ui/button"
import { Disclosure } from "../src/ui/disclosure"
import { EmptyState } from "../src/ui/empty-state"
import { ErrorNotice } from "../src/ui/error-notice"
import { useCommand } from "../src/ui/use-command"
import { useForecasts } from "../src/ui/use-forecasts"
import { words } from "../src/ui/words"
import { WorkProgress } from "../src/ui/work-progress"
import { DemandItem } from "./demand-item"
import { DemandList } from "./demand-list"
import { DemandQuality } from "./demand-quality"
import { LikelyBuyers } from "./likely-buyers"
import { PurchasePlan } from "./purchase-plan"

const { demand } = words
const jobs = [
  { job: "forecast-demand", title: demand.forecastNow, working: demand.working },
  { job: "test-forecasts", title: demand.test, working: demand.testing }
] as const

/** Items by urgency; one of them open; the purchase plan; how good the forecasts were. */
export function DemandView() {
  const items = useForecasts()
  const [open, setOpen] = useState<string>()
  const { run, busy, error } = useCommand()
  if (!items) return null
  const item = items.find(({ sku }) => sku === open)
  if (item) return <DemandItem item={item} onClose={() => setOpen(undefined)} />
  const command = (
    type: "panel:demand" | "panel:cancel-demand",
    job: (typeof jobs)[number]["job"]
  ) =>
    run(async () => {
      await send(type, { job })
    })
  return (
    <section className="stack" aria-label={demand.title}>
      <p className="soft">{demand.help}</p>
      <div className="row">
        {jobs.map(({ job, title }) => (
          <Button key={job} busy={busy} onPress={() => command("panel:demand", job)}>
            {title}
          </Button>
        ))}
      </div>
      <ErrorNotice error={error} />
      {jobs.map(({ job, working }) => (
        <WorkProgress
          key={job}
          job={job}
          label={working}
          stop={demand.stop}
          onStop={() => command("panel:cancel-demand", job)}
        />
      ))}
      {items.length === 0 ? (
        <EmptyState text={demand.none} help={demand.noneHelp} />
      ) : (
        <>
          <DemandList items={items} onOpen={setOpen} />
          <Disclosure summary={demand.plan}>{() => <PurchasePlan items={items} />}</Disclosure>
          <Disclosure summary={demand.buyers}>{() => <LikelyBuyers />}</Disclosure>
          <Disclosure summary={demand.quality}>{() => <DemandQuality />}</Disclosure>
        </>
      )}
    </section>
  )
}

import { useRef } from "react"
import type { Verdict } from "../src/domain/feedback"
import { send } from "../src/messaging/messenger"
import { Button } from "../src/ui/button"
import { ErrorNotice } from "../src/ui/error-notice"
import type { RiskRow } from "../src/ui/risk-rows"
import { useCommand } from "../src/ui/use-command"
import { words } from "../src/ui/words"
import { AllowBuyer } from "./allow-buyer"

/** An order left this list; `next` is where the keyboard goes on, null when the list is empty now. */
export type OnMoved = (nativeId: string, next: HTMLElement | null) => void

const day = 86_400_000
const said: Record<Verdict, string> = { fine: words.risk.saidFine, fraud: words.risk.saidFraud }

function stateText({ insight, verdict }: RiskRow): string {
  if (verdict) return said[verdict]
  const { snoozedUntil } = insight
  const asleep = insight.state === "open" && snoozedUntil !== undefined
  return asleep ? words.riskMore.snoozed(snoozedUntil) : words.risk.hidden
}

/** The seller's decision; everything can be taken back. */
export function VerdictButtons({ row, onMoved }: { row: RiskRow; onMoved: OnMoved }) {
  const { insight, orderId, nativeId, verdict, decided, order } = row
  const { risk, riskMore } = words
  const command = useCommand()
  const ref = useRef<HTMLFieldSetElement>(null)
  const decide = (work: () => Promise<unknown>) => {
    // looked up before: the live query may take this row away before the answer comes
    const item = ref.current?.closest("li")
    const neighbour = item?.nextElementSibling ?? item?.previousElementSibling
    command.run(async () => {
      await work()
      onMoved(nativeId, neighbour?.querySelector("summary") ?? null)
    })
  }
  const give = (chosen: Verdict) =>
    decide(() => send("panel:give-feedback", { orderId, verdict: chosen }))
  const insightId = insight.id
  return (
    <>
      {decided && <p className="soft">{stateText(row)}</p>}
      <fieldset ref={ref} className="row plain" aria-label={risk.question(nativeId)}>
        <Button pressed={verdict === "fine"} onPress={() => give("fine")} busy={command.busy}>
          {words.verdict.fine}
        </Button>
        <Button pressed={verdict === "fraud"} onPress={() => give("fraud")} busy={command.busy}>
          {words.verdict.fraud}
        </Button>
        {verdict && (
          <Button
            onPress={() => decide(() => send("panel:withdraw-feedback", { orderId }))}
            busy={command.busy}
          >
            {riskMore.undoVerdict}
          </Button>
        )}
        {decided && !verdict && (
          <Button
            onPress={() => decide(() => send("panel:restore", { insightId }))}
            busy={command.busy}
          >
            {riskMore.undo}
          </Button>
        )}
        {!decided && (
          <>
            <Button
              onPress={() =>
                decide(() => send("panel:snooze", { insightId, until: Date.now() + day }))
              }
              busy={command.busy}
            >
              {riskMore.snooze}
            </Button>
            <Button
              onPress={() => decide(() => send("panel:dismiss", { insightId }))}
              label={risk.hideLabel(nativeId)}
              busy={command.busy}
            >
              {risk.hide}
            </Button>
          </>
        )}
      </fieldset>
      {verdict === "fine" && order && <AllowBuyer order={order} />}
      <ErrorNotice error={command.error} />
    </>
  )
}

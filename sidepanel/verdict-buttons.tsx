import { useRef } from "react"
import type { Verdict } from "../src/domain/feedback"
import { send } from "../src/messaging/messenger"
import { Button } from "../src/ui/button"
import { ErrorNotice } from "../src/ui/error-notice"
import type { RiskRow } from "../src/ui/risk-rows"
import { useCommand } from "../src/ui/use-command"
import { words } from "../src/ui/words"

/** An order left this list; `next` is where the keyboard goes on, null when the list is empty now. */
export type OnMoved = (nativeId: string, next: HTMLElement | null) => void

const said: Record<Verdict, string> = { fine: words.risk.saidFine, fraud: words.risk.saidFraud }

/** The seller's verdict; pressing the other one later changes it. */
export function VerdictButtons({ row, onMoved }: { row: RiskRow; onMoved: OnMoved }) {
  const { insight, orderId, nativeId, verdict, decided } = row
  const command = useCommand()
  const ref = useRef<HTMLFieldSetElement>(null)
  const decide = (work: () => Promise<unknown>) => {
    // looked up before: the live query may take this row away before the answer comes
    const item = ref.current?.closest("li")
    const neighbour = item?.nextElementSibling ?? item?.previousElementSibling
    command.run(async () => {
      await work()
      if (!decided) onMoved(nativeId, neighbour?.querySelector("summary") ?? null)
    })
  }
  const give = (chosen: Verdict) =>
    decide(() => send("panel:give-feedback", { orderId, verdict: chosen }))
  const hide = () => decide(() => send("panel:dismiss", { insightId: insight.id }))
  return (
    <>
      {decided && <p className="soft">{verdict ? said[verdict] : words.risk.hidden}</p>}
      <fieldset ref={ref} className="row plain" aria-label={words.risk.question(nativeId)}>
        <Button pressed={verdict === "fine"} onPress={() => give("fine")} busy={command.busy}>
          {words.verdict.fine}
        </Button>
        <Button pressed={verdict === "fraud"} onPress={() => give("fraud")} busy={command.busy}>
          {words.verdict.fraud}
        </Button>
        {!decided && (
          <Button onPress={hide} label={words.risk.hideLabel(nativeId)} busy={command.busy}>
            {words.risk.hide}
          </Button>
        )}
      </fieldset>
      <ErrorNotice error={command.error} />
    </>
  )
}

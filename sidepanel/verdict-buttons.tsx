import type { Verdict } from "../src/domain/feedback"
import { send } from "../src/messaging/messenger"
import { Button } from "../src/ui/button"
import { ErrorNotice } from "../src/ui/error-notice"
import type { RiskRow } from "../src/ui/risk-rows"
import { useCommand } from "../src/ui/use-command"
import { words } from "../src/ui/words"

const said: Record<Verdict, string> = { fine: words.risk.saidFine, fraud: words.risk.saidFraud }

/** The seller's verdict; pressing the other one later changes it. */
export function VerdictButtons({ row }: { row: RiskRow }) {
  const { insight, orderId, nativeId, verdict, decided } = row
  const command = useCommand()
  const give = (chosen: Verdict) =>
    command.run(async () => {
      await send("panel:give-feedback", { orderId, verdict: chosen })
    })
  const hide = () =>
    command.run(async () => {
      await send("panel:dismiss", { insightId: insight.id })
    })
  return (
    <>
      {decided && <p className="soft">{verdict ? said[verdict] : words.risk.hidden}</p>}
      <fieldset className="row plain" aria-label={words.risk.question(nativeId)}>
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

import { Notice } from "./notice"
import { Progress } from "./progress"
import type { History } from "./use-history"
import { words } from "./words"

/** What stands between the seller and a comparison, and what to do; nothing once all orders are compared. */
export function HistoryNotice({ history: { state, orders } }: { history: History }) {
  const { attention, risk } = words
  if (state === "working") return <Progress label={risk.scoring} />
  if (state === "failed") return <Notice tone="warning">{risk.scoringFailed}</Notice>
  if (state === "ready") return null
  return (
    <Notice>
      <p>{state === "none" ? attention.noOrders : attention.fewOrders(orders)}</p>
      <p>{state === "none" ? attention.noOrdersHelp : attention.fewOrdersHelp}</p>
    </Notice>
  )
}

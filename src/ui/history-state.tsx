import { Notice } from "./notice"
import { Progress } from "./progress"
import { useScoring } from "./use-scoring"
import { useStore } from "./use-store"
import { words } from "./words"

/** What stands between the seller and a comparison: no orders yet, one under way, or too few. */
export function HistoryState() {
  const scoring = useScoring()
  const history = useStore(async (db) => ({
    orders: await db.orders.count(),
    compared: (await db.fits.get("anomaly")) !== undefined
  }))
  if (!history) return null
  if (history.orders === 0) {
    return (
      <Notice>
        {words.attention.noOrders} {words.attention.noOrdersHelp}
      </Notice>
    )
  }
  if (scoring === "working") return <Progress label={words.risk.scoring} />
  if (scoring === "failed") return <Notice tone="warning">{words.risk.scoringFailed}</Notice>
  if (history.compared) return null
  return (
    <Notice>
      {words.attention.fewOrders(history.orders)} {words.attention.fewOrdersHelp}
    </Notice>
  )
}

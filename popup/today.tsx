import { Card } from "../src/ui/card"
import { useRiskRows } from "../src/ui/use-risk-rows"
import { useStore } from "../src/ui/use-store"
import { words } from "../src/ui/words"

/** The seller's own day: orders placed since midnight here, and those among them that need a check. */
export function Today() {
  const midnight = new Date().setHours(0, 0, 0, 0)
  const placed = useStore(
    (db) => db.orders.where("time").aboveOrEqual(midnight).count(),
    [midnight]
  )
  const rows = useRiskRows()
  if (placed === undefined || !rows) return null
  const open = rows.filter(({ order, decided }) => !decided && (order?.time ?? 0) >= midnight)
  return (
    <Card title={words.today.title}>
      <p>{words.today.placed(placed)}</p>
      {placed > 0 && <p>{words.today.check(open.length)}</p>}
    </Card>
  )
}

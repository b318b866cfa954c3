import { isOrderRisk } from "../domain/insight"
import { type RiskRow, riskRows } from "./risk-rows"
import { useStore } from "./use-store"

/** Every flagged order, live; undefined while it loads. */
export function useRiskRows(): RiskRow[] | undefined {
  return useStore(async (db) => {
    const found = await db.insights.where("kind").equals("order-risk").toArray()
    const insights = found.filter(isOrderRisk).filter(({ allowed }) => !allowed)
    const ids = insights.map(({ subject }) => subject.id)
    const [orders, feedback] = await Promise.all([db.orders.bulkGet(ids), db.feedback.bulkGet(ids)])
    return riskRows(insights, orders, feedback)
  })
}

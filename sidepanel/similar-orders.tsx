import { orderTime } from "../src/domain/order"
import { useStore } from "../src/ui/use-store"
import { words } from "../src/ui/words"

/** The past orders that are most alike, with the seller's own verdicts on them. */
export function SimilarOrders({ ids }: { ids: string[] }) {
  const found = useStore(
    async (db) => {
      const [orders, feedback] = await Promise.all([
        db.orders.bulkGet(ids),
        db.feedback.bulkGet(ids)
      ])
      return orders.flatMap((order, i) => (order ? [{ order, verdict: feedback[i]?.verdict }] : []))
    },
    [ids.join()]
  )
  const { riskMore, risk, format } = words
  if (!found || found.length === 0) return null
  return (
    <>
      <h3>{riskMore.similar}</h3>
      <ul className="reasons">
        {found.map(({ order, verdict }) => (
          <li key={order.id} className="break">
            {risk.order(order.nativeId)}
            {order.total && `, ${format.money(order.total)}`}, {format.moment(orderTime(order))}
            {verdict && ` (${riskMore.similarVerdict[verdict]})`}
          </li>
        ))}
      </ul>
    </>
  )
}

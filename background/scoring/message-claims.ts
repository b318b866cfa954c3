import { saidClaims } from "../../src/customer-service/said-claim"
import type { Order } from "../../src/domain/order"
import type { Database } from "../../src/store/database"

/** Orders with what their buyers claim in messages, where no page shows a claim: the buyer's past counts it. */
export async function withMessageClaims<T extends Order>(db: Database, orders: T[]): Promise<T[]> {
  const notes = await db.messageNotes.where("orderId").notEqual("").toArray()
  const claims = new Map(saidClaims(notes).map(({ orderId, claim }) => [orderId, claim]))
  return orders.map((order) => {
    const claim = order.claim ?? claims.get(order.id)
    return claim && !order.claim ? { ...order, claim } : order
  })
}

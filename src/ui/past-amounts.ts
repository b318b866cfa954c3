import type { Database, StoredOrder } from "../store/database"

const newest = 5_000

/** Totals in minor units of the orders before this one, in its currency: the newest 5,000 at most. */
export async function pastAmounts(db: Database, order: StoredOrder): Promise<number[]> {
  const currency = order.total?.currency
  const before = await db.orders.where("time").below(order.time).reverse().limit(newest).toArray()
  return before.flatMap(({ total }) => (total && total.currency === currency ? [total.minor] : []))
}

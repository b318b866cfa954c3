import type { Listing } from "../domain/listing"
import { type Order, orderTime } from "../domain/order"
import type { Reading } from "../domain/reading"
import type { Database, OrderScore, StoredOrder } from "./database"
import { enqueue } from "./jobs"
import { mergeOrder, sameOrder } from "./merge"

export type SaveReceipt = { stored: number; unchanged: number }

/** The fit number of an order that no fit has scored yet. */
export const unscored = 0

/**
 * Stores one reading: orders merged by id, listings replaced, how the reading went, and the job that scores
 * what is new, all in one transaction. Reading the same page twice changes nothing.
 */
export async function saveReading(
  db: Database,
  reading: Reading,
  orders: Order[],
  listings: Listing[]
): Promise<SaveReceipt> {
  const tables = [db.orders, db.listings, db.readings, db.scores, db.jobs]
  return db.transaction("rw", tables, async () => {
    const known = await db.orders.bulkGet(orders.map((order) => order.id))
    const changed: StoredOrder[] = []
    orders.forEach((order, i) => {
      const before = known[i]
      if (!before) {
        changed.push({ ...order, time: orderTime(order) })
        return
      }
      const { time: _, ...beforeOrder } = before
      const merged = mergeOrder(beforeOrder, order)
      if (!sameOrder(merged, beforeOrder)) changed.push({ ...merged, time: orderTime(merged) })
    })
    await db.readings.put({
      ...reading,
      id: `${reading.marketplace}:${reading.account}:${reading.page}`
    })
    if (listings.length > 0) await db.listings.bulkPut(listings)
    if (changed.length > 0) {
      await db.orders.bulkPut(changed)
      const waiting = changed.map(
        (order): OrderScore => ({
          orderId: order.id,
          percentile: 0,
          flagged: false,
          modelVersion: "",
          fit: unscored
        })
      )
      await db.scores.bulkPut(waiting)
      await enqueue(db, "score-orders")
    }
    return { stored: changed.length, unchanged: orders.length - changed.length }
  })
}

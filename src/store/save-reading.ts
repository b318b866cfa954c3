import type { StockNote } from "../domain/history"
import type { Listing } from "../domain/listing"
import type { Message } from "../domain/message"
import { type Order, orderTime } from "../domain/order"
import type { Reading } from "../domain/reading"
import type { Database, OrderScore, StoredOrder } from "./database"
import { enqueue } from "./jobs"
import { mergeOrder, sameOrder } from "./merge"
import { beat } from "./pulse"
import { countWay } from "./reading-ways"
import type { ClaimCase } from "./risk"

export type SaveReceipt = { stored: number; unchanged: number }

/** The fit number of an order that no fit has scored yet. */
export const unscored = 0
const dayMs = 86_400_000
/** The longest deadline after a claim; an older one has nothing left to do. */
const claimDays = 60

/** What a reading brought: everything is merged or replaced by id. */
export type Records = { orders: Order[]; listings: Listing[]; messages: Message[] }

/** The stock that listings show, as notes of this day: no platform keeps them. */
export function stockNotes(listings: Listing[]): StockNote[] {
  return listings.flatMap(({ id, sku, onHand, available, readAt }) =>
    onHand === undefined && available === undefined
      ? []
      : [
          {
            listingId: id,
            day: readAt - (readAt % dayMs),
            at: readAt,
            ...(sku && { sku }),
            ...(onHand !== undefined && { onHand }),
            ...(available !== undefined && { available })
          }
        ]
  )
}

const learnAfterMs = 30_000

/** Claims on recent orders that a page shows for the first time: the clock starts when it says that it changed, else now. */
function newClaims(changed: readonly Order[], known: readonly (Order | undefined)[]): ClaimCase[] {
  const told = new Set(known.flatMap((order) => (order?.claim ? order.id : [])))
  return changed.flatMap((order) => {
    const { id, claim, updatedAt, readAt } = order
    const isRecent = readAt - orderTime(order) < claimDays * dayMs
    return claim && isRecent && !told.has(id)
      ? [{ orderId: id, claim, openedAt: updatedAt ?? readAt }]
      : []
  })
}

/** Merges orders into what is known and queues what changed for scoring. */
async function saveOrders(db: Database, orders: Order[]): Promise<number> {
  const known = await db.orders.bulkGet(orders.map((order) => order.id))
  const changed = orders.flatMap((order, i): StoredOrder[] => {
    const before = known[i]
    if (!before) return [{ ...order, time: orderTime(order) }]
    const { time: _, ...beforeOrder } = before
    const merged = mergeOrder(beforeOrder, order)
    return sameOrder(merged, beforeOrder) ? [] : [{ ...merged, time: orderTime(merged) }]
  })
  if (changed.length === 0) return 0
  await db.orders.bulkPut(changed)
  await db.claimCases.bulkPut(newClaims(changed, known))
  // their lines in blocks are of an older state now
  await db.linesInBlocks.bulkDelete(changed.map(({ id }) => id))
  const waiting = changed.map(
    ({ id }): OrderScore => ({
      orderId: id,
      percentile: 0,
      flagged: false,
      modelVersion: "",
      fit: unscored
    })
  )
  await db.scores.bulkPut(waiting)
  await enqueue(db, "score-orders")
  // learning takes longer: it waits until the seller stops paging
  await enqueue(db, "recommend", Date.now() + learnAfterMs)
  await enqueue(db, "forecast-demand", Date.now() + learnAfterMs)
  return changed.length
}

/**
 * Stores one reading: orders merged by id, listings and messages replaced, stock noted, how the reading went, and
 * the job that scores what is new, all in one transaction. Reading the same page twice changes nothing.
 */
export async function saveReading(
  db: Database,
  reading: Reading,
  { orders, listings, messages }: Records
): Promise<SaveReceipt> {
  const tables = [
    db.orders,
    db.linesInBlocks,
    db.listings,
    db.stockNotes,
    db.messages,
    db.readings,
    db.scores,
    db.claimCases,
    db.jobs,
    db.pulse
  ]
  return db.transaction("rw", tables, async () => {
    const id = `${reading.marketplace}:${reading.account}:${reading.page}`
    const before = await db.readings.get(id)
    await db.readings.put({ ...reading, id, ways: countWay(before?.ways ?? [], reading) })
    await db.listings.bulkPut(listings)
    const notes = stockNotes(listings)
    await db.stockNotes.bulkPut(notes)
    if (notes.length > 0) await enqueue(db, "forecast-demand", Date.now() + learnAfterMs)
    await db.messages.bulkPut(messages)
    const stored = await saveOrders(db, orders)
    if (stored + listings.length + messages.length > 0) await beat(db)
    return { stored, unchanged: orders.length - stored }
  })
}

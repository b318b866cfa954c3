import { rowsPlace } from "./blocks"
import type { Database } from "./database"
import { historyKey } from "./history-key"
import { packLines } from "./line-block"
import { beat } from "./pulse"
import { type Sealed, seal } from "./seal"
import { openLines } from "./supersede"

/** The buyer's pseudonym of an order, by the number that the marketplace shows; undefined when no order has it. */
export async function buyerOfOrder(db: Database, nativeId: string): Promise<string | undefined> {
  const page = await db.orders.filter((order) => order.nativeId === nativeId).first()
  if (page?.buyer) return page.buyer
  const ending = `:${nativeId}`
  for (const id of await db.blocks.where("kind").equals("lines").primaryKeys()) {
    const columns = await openLines(db, id)
    const position = columns.orderIds.findIndex((order) => order.endsWith(ending))
    const row = position < 0 ? -1 : columns.order.indexOf(position)
    const buyer = columns.buyers[columns.buyer[row] ?? 0]
    if (row >= 0 && buyer) return buyer
  }
  return undefined
}

/**
 * Takes a buyer out of everything: sealed text is deleted, orders keep their amounts and lose every pseudonym that led
 * to the person. Says in how many places the buyer was.
 */
export async function forgetBuyer(db: Database, buyer: string): Promise<number> {
  const key = await historyKey(db)
  const rewritten: { id: number; rows: Sealed }[] = []
  for (const id of await db.blocks.where("kind").equals("lines").primaryKeys()) {
    const columns = await openLines(db, id)
    if (!columns.buyers.includes(buyer)) continue
    const buyers = columns.buyers.map((one) => (one === buyer ? "" : one))
    const rows = await seal(key, rowsPlace(id), packLines({ ...columns, buyers }))
    rewritten.push({ id, rows })
  }
  const tables = [db.orders, db.messages, db.buyerTexts, db.blockBytes, db.pulse]
  return db.transaction("rw", tables, async () => {
    const orders = await db.orders
      .filter((order) => order.buyer === buyer)
      .modify((order) => {
        for (const field of ["buyer", "email", "phone", "shipAddress"] as const) delete order[field]
      })
    const messages = await db.messages
      .filter((message) => message.buyer === buyer)
      .modify((message) => {
        delete message.buyer
      })
    const texts = await db.buyerTexts.where("buyer").equals(buyer).delete()
    for (const { id, rows } of rewritten) await db.blockBytes.update(id, { rows })
    await beat(db)
    return orders + messages + texts + rewritten.length
  })
}

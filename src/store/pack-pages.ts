import { emptyReport } from "../domain/imported"
import type { StoredImport } from "./blocks"
import { undoableMs } from "./compact"
import type { Database } from "./database"
import { exclusive } from "./exclusive"
import { ImportWriter } from "./import-writer"
import { beginImport, overridesOf } from "./imports"
import { orderHash } from "./order-hash"
import { linesOf, readTail, stateOf, withoutAccount } from "./page-tail"
import { beat } from "./pulse"

/** Fewer lines than this stay row-wise: a block should be worth its index. */
const worthwhile = 4_096

/** What pages brought, under an entry of its own; no file, so nothing to undo. */
export const pagesFormat = "pages"

const factsOf = (now: number): Omit<StoredImport, "id" | "state"> => ({
  name: pagesFormat,
  format: pagesFormat,
  marketplace: "",
  account: "",
  fingerprint: `${pagesFormat}-${now}`,
  asOf: now,
  importedAt: now - undoableMs,
  report: emptyReport(),
  lines: 0,
  listings: 0,
  movements: 0,
  minAt: 0,
  maxAt: 0
})

/**
 * Moves the lines of the row-wise tail into sealed blocks, in one commit. An order that changes meanwhile stays in the
 * tail, and its newer state stands.
 * @returns how many orders moved
 */
export function packPages(db: Database, now: number, least = worthwhile): Promise<number> {
  return exclusive(db, async () => {
    const tail = await readTail(db)
    const orders = tail.filter(({ items }) => items && items.length > 0)
    if (orders.reduce((sum, { items }) => sum + (items?.length ?? 0), 0) < least) return 0
    const aliases = new Map(
      orders.map((order) => [order.id, orderHash(withoutAccount(order))] as const)
    )
    const importId = await beginImport(db, factsOf(now))
    const writer = new ImportWriter(db, importId, (id) => aliases.get(id))
    for (const order of orders) {
      for (const line of linesOf(order)) {
        const full = writer.addLine(line)
        if (full) await full
      }
    }
    await writer.finish()
    const overrides = await overridesOf(db, importId)
    const tables = [db.imports, db.overrides, db.orders, db.linesInBlocks, db.pulse]
    await db.transaction("rw", tables, async () => {
      const { lines, minAt, maxAt } = writer
      await db.overrides.bulkPut(overrides)
      await db.imports.update(importId, { state: "live", lines, minAt, maxAt })
      const stored = await db.orders.bulkGet(orders.map(({ id }) => id))
      const packed = orders.filter((order, i) => {
        const now = stored[i]
        return now && stateOf(now) === stateOf(order) && now.status === order.status
      })
      await db.linesInBlocks.bulkPut(packed.map(({ id }) => ({ id })))
      await beat(db)
    })
    return orders.length
  })
}

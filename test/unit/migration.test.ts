import "fake-indexeddb/auto"
import Dexie from "dexie"
import fc from "fast-check"
import { expect, it } from "vitest"
import { orderTime } from "../../src/domain/order"
import { schemaVersion } from "../../src/store/database"
import { readLines } from "../../src/store/history"
import { openStore, StoreBlocked } from "../../src/store/open"
import { makeOrder } from "../make-order"

/** Every schema that was released, as its code declared it; a release adds a line and never changes one. */
const released: Record<number, Record<string, string>> = {
  1: {
    orders: "id, time, firstReadAt",
    listings: "id",
    readings: "id, readAt",
    scores: "orderId, fit",
    insights: "id, createdAt, percentile",
    feedback: "orderId",
    jobs: "id",
    fits: "model",
    status: "key"
  },
  2: {
    orders: "id, time, firstReadAt",
    listings: "id",
    readings: "id, readAt",
    scores: "orderId, fit",
    feedback: "orderId",
    jobs: "id",
    fits: "model",
    status: "key",
    insights: "id, kind, createdAt, percentile",
    stockNotes: "[listingId+day], day",
    messages: "id, sentAt",
    messageNotes: "id, priorityAt, orderId, sentAt",
    macros: "id",
    corrections: "id",
    imports: "++id, fingerprint, state",
    blocks: "id, import, kind",
    blockBytes: "id",
    overrides: "[block+import], block, import",
    stagedListings: "[import+id], import",
    replacedListings: "[import+id], import",
    keys: "id",
    mappings: "id",
    listingAnalyses: "id, at",
    listingStatus: "key",
    ownSales: "product",
    seenListings: "id, at",
    sellingCosts: "listingId",
    listingSettings: "key",
    suggestions: "id, kind, state",
    companions: "sku",
    learnt: "model",
    forecasts: "sku",
    planSettings: "sku",
    backtests: "id",
    progress: "id",
    allowed: "key",
    riskSettings: "key",
    claimCases: "orderId",
    pulse: "id",
    buyerTexts: "id, buyer, purgeAt"
  }
}

const t0 = 1_790_000_000_000
const order = fc.record({
  nativeId: fc.uuid(),
  minor: fc.integer({ min: 0, max: 1_000_000 }),
  quantity: fc.integer({ min: 1, max: 9 }),
  days: fc.nat(400)
})

it.each(Object.entries(released))(
  "schema %s becomes the current one with every order, amount and verdict",
  async (version, stores) => {
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(order, { selector: ({ nativeId }) => nativeId }),
        async (facts) => {
          const name = `released-${version}-${Math.random()}`
          const orders = facts.map(({ nativeId, minor, quantity, days }) =>
            makeOrder(nativeId, {
              readAt: t0,
              placedAt: t0 + days * 86_400_000,
              total: { minor: minor * quantity, currency: "EUR" },
              items: [{ sku: "A", quantity, unitPrice: { minor, currency: "EUR" } }]
            })
          )
          const old = new Dexie(name)
          old.version(Number(version)).stores(stores)
          await old.open()
          await old.table("orders").bulkPut(orders.map((one) => ({ ...one, time: orderTime(one) })))
          await old
            .table("feedback")
            .bulkPut(orders.map(({ id }) => ({ orderId: id, verdict: "fine", at: t0 })))
          old.close()

          const { db, readOnly } = await openStore(name)
          expect(readOnly).toBe(false)
          expect(db.verno).toBe(schemaVersion)
          expect(await db.orders.count()).toBe(orders.length)
          expect(await db.feedback.count()).toBe(orders.length)
          const lines = await readLines(db)
          const sum = (values: Iterable<number>) =>
            [...values].reduce((total, value) => total + value, 0)
          expect(sum(lines.unitPrice)).toBe(sum(facts.map(({ minor }) => minor)))
          expect(sum(lines.quantity)).toBe(sum(facts.map(({ quantity }) => quantity)))
          db.close()
        }
      ),
      { numRuns: 20 }
    )
  }
)

it("a window that keeps the old schema open is named after five seconds, not waited for without end", async () => {
  const name = `blocked-${Math.random()}`
  const old = await new Promise<IDBDatabase>((resolve) => {
    const opening = indexedDB.open(name, 10)
    opening.onsuccess = () => resolve(opening.result)
  })
  const start = performance.now()
  await expect(openStore(name)).rejects.toThrow(StoreBlocked)
  expect(performance.now() - start).toBeLessThan(8_000)
  old.close()
}, 15_000)

it("an older program never writes into a newer store", async () => {
  const name = `newer-${Math.random()}`
  const newer = new Dexie(name)
  newer.version(schemaVersion + 1).stores({ orders: "id, time, firstReadAt", invented: "id" })
  await newer.open()
  newer.close()
  const { readOnly, why, db } = await openStore(name)
  expect({ readOnly, why }).toEqual({ readOnly: true, why: "newer" })
  db.close()
})

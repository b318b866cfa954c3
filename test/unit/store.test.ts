import "fake-indexeddb/auto"
import fc from "fast-check"
import { beforeEach, describe, expect, it } from "vitest"
import type { Order } from "../../src/domain/order"
import type { Reading } from "../../src/domain/reading"
import { Database, schemaVersion } from "../../src/store/database"
import { enqueue, finishJob, nextJob, postponeJob } from "../../src/store/jobs"
import { mergeOrder, sameOrder } from "../../src/store/merge"
import { openStore } from "../../src/store/open"
import { saveReading } from "../../src/store/save-reading"
import { makeOrder } from "../make-order"

const t0 = 1_790_000_000_000

const order = (nativeId: string, more: Partial<Order> = {}) =>
  makeOrder(nativeId, { readAt: t0, firstReadAt: t0, ...more })

const reading: Reading = {
  marketplace: "demo",
  account: "shop",
  page: "orders",
  readAt: t0,
  outcome: "complete",
  rows: 2,
  strategy: "data-attributes"
}

const nothing = { orders: [], listings: [], messages: [] }

let db: Database
beforeEach(async () => {
  db = new Database(`store-${Math.random()}`)
  await db.open()
})

describe("mergeOrder", () => {
  const total = { minor: 100, currency: "EUR" }

  it("keeps what the newer page does not show", () => {
    const detail = order("1", { shipCountry: "DE", total, readAt: t0 })
    const list = order("1", { status: "shipped", readAt: t0 + 5 })
    expect(mergeOrder(detail, list)).toMatchObject({ status: "shipped", shipCountry: "DE", total })
  })

  it("lets the newer reading win, whichever comes first", () => {
    const old = order("1", { status: "paid", readAt: t0 })
    const fresh = order("1", { status: "shipped", readAt: t0 + 5, firstReadAt: t0 + 5 })
    expect(mergeOrder(old, fresh)).toEqual(mergeOrder(fresh, old))
    expect(mergeOrder(old, fresh)).toMatchObject({ status: "shipped", firstReadAt: t0 })
  })

  it("is idempotent for any fields", () => {
    const fields = fc.record(
      {
        statusText: fc.string({ minLength: 1 }),
        shipCountry: fc.constantFrom("DE", "US"),
        paymentAttempts: fc.nat(9)
      },
      { requiredKeys: [] }
    )
    fc.assert(
      fc.property(fields, fields, (a, b) => {
        const merged = mergeOrder(order("1", a), order("1", { ...b, readAt: t0 + 1 }))
        expect(sameOrder(mergeOrder(merged, order("1", { ...b, readAt: t0 + 1 })), merged)).toBe(
          true
        )
      })
    )
  })
})

describe("saveReading", () => {
  it("stores orders once however often the page is read", async () => {
    const orders = [order("1"), order("2")]
    expect(await saveReading(db, reading, { ...nothing, orders })).toEqual({
      stored: 2,
      unchanged: 0
    })
    const again = orders.map((one) => ({ ...one, readAt: t0 + 60_000, firstReadAt: t0 + 60_000 }))
    expect(await saveReading(db, reading, { ...nothing, orders: again })).toEqual({
      stored: 0,
      unchanged: 2
    })
    expect(await db.orders.count()).toBe(2)
  })

  it("queues scoring with the orders it stored, and not when nothing changed", async () => {
    await saveReading(db, reading, { ...nothing, orders: [order("1")] })
    const job = await nextJob(db, t0)
    expect(job?.id).toBe("score-orders")
    if (job) await finishJob(db, job)
    await saveReading(db, reading, { ...nothing, orders: [order("1")] })
    expect(await db.jobs.get("score-orders")).toBeUndefined()
    // learning waits until the seller stops paging
    expect(await db.jobs.toArray()).toMatchObject([
      { id: "forecast-demand", revision: 1 },
      { id: "recommend", revision: 1 }
    ])
    expect(await nextJob(db, Date.now())).toBeUndefined()
    expect(await db.scores.get("demo:shop:1")).toMatchObject({ fit: 0 })
  })

  it("opens a claim once when a recent order shows one, and not those of long ago", async () => {
    const day = 86_400_000
    const late = { claim: "not-received", readAt: t0 + 20 * day } as const
    const save = (orders: Order[]) => saveReading(db, reading, { ...nothing, orders })
    await save([order("1"), order("2", { ...late, placedAt: t0 - 90 * day })])
    await save([order("1", { ...late, updatedAt: t0 + 19 * day })])
    const opened = await db.claimCases.toArray()
    expect(opened).toEqual([
      { orderId: "demo:shop:1", claim: "not-received", openedAt: t0 + 19 * day }
    ])
    await db.claimCases.clear()
    await save([order("1", { ...late, updatedAt: t0 + 21 * day, statusText: "closed" })])
    expect(await db.claimCases.count()).toBe(0)
  })

  it("stores nothing when a part of it fails", async () => {
    const broken = { ...order("2"), id: undefined } as unknown as Order
    await expect(
      saveReading(db, reading, { ...nothing, orders: [order("1"), broken] })
    ).rejects.toThrow()
    expect(await db.orders.count()).toBe(0)
    expect(await db.jobs.count()).toBe(0)
  })
})

describe("jobs", () => {
  it("keeps a job that got more work while it ran", async () => {
    await enqueue(db, "score-orders")
    const job = await nextJob(db, t0)
    await enqueue(db, "score-orders")
    if (job) await finishJob(db, job)
    expect(await db.jobs.count()).toBe(1)
  })

  it("waits after a failure and says why", async () => {
    await enqueue(db, "score-orders")
    const job = await nextJob(db, t0)
    if (job) await postponeJob(db, job, "no adapter", t0)
    expect(await nextJob(db, t0)).toBeUndefined()
    expect(await nextJob(db, t0 + 60_000)).toMatchObject({ attempts: 1, lastError: "no adapter" })
  })
})

describe("openStore", () => {
  it("opens a newer schema read-only", async () => {
    const name = `newer-${Math.random()}`
    const newer = indexedDB.open(name, (schemaVersion + 1) * 10)
    await new Promise((resolve) => {
      newer.onsuccess = resolve
    })
    newer.result.close()
    expect((await openStore(name)).readOnly).toBe(true)
  })
})

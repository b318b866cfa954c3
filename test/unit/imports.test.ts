import "fake-indexeddb/auto"
import fc from "fast-check"
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest"
import { emptyReport } from "../../src/domain/imported"
import { type Order, orderTime } from "../../src/domain/order"
import { type OrderStatus, orderStatuses } from "../../src/domain/order-status"
import { compact } from "../../src/store/compact"
import { dayMs } from "../../src/store/daily"
import { Database } from "../../src/store/database"
import { findImportedOrder, readDaily, readLines, readStock } from "../../src/store/history"
import { ImportWriter } from "../../src/store/import-writer"
import { beginImport, commitImport, dropStaged, removeImport } from "../../src/store/imports"
import { blockRows, type StoredLine } from "../../src/store/line-block"
import { SealBroken } from "../../src/store/seal"

const t0 = 1_790_000_000_000

const line = (number: number, more: Partial<StoredLine> = {}): StoredLine => ({
  orderId: `amazon::${number}`,
  at: t0 + number * 60_000,
  stateAt: t0,
  sku: `SKU-${number % 3}`,
  buyer: "b",
  country: "DE",
  currency: "EUR",
  quantity: 1 + (number % 2),
  unitPrice: 1_000 + number,
  status: "paid",
  detail: true,
  ...more
})

async function stage(db: Database, lines: StoredLine[]): Promise<number> {
  const id = await beginImport(db, {
    name: "orders.csv",
    format: "amazon-all-orders",
    marketplace: "amazon",
    account: "",
    fingerprint: String(Math.random()),
    asOf: t0,
    importedAt: t0,
    report: emptyReport(),
    lines: 0,
    listings: 0,
    movements: 0,
    minAt: 0,
    maxAt: 0
  })
  const writer = new ImportWriter(db, id)
  for (const one of lines) await writer.addLine(one)
  await writer.finish()
  return id
}

async function bring(db: Database, lines: StoredLine[]): Promise<number> {
  const id = await stage(db, lines)
  await commitImport(db, id, { lines: lines.length })
  return id
}

/** The lines as plain rows, for comparison. */
async function rowsOf(db: Database): Promise<string[]> {
  const lines = await readLines(db)
  const rows: string[] = []
  for (let i = 0; i < lines.rows; i++) {
    const status = orderStatuses[lines.status[i] ?? 0]
    rows.push([lines.at[i], lines.skus[lines.sku[i] ?? 0], lines.quantity[i], status].join(" "))
  }
  return rows
}

let db: Database
beforeEach(async () => {
  db = new Database(`imports-${Math.random()}`)
  await db.open()
})

describe("an import", () => {
  it("counts from its commit on, and is gone after its undo", async () => {
    const id = await stage(db, [line(1), line(2)])
    expect(await rowsOf(db)).toEqual([])
    await commitImport(db, id, {})
    expect(await rowsOf(db)).toHaveLength(2)
    await removeImport(db, id)
    expect(await rowsOf(db)).toEqual([])
    for (const table of [db.blocks, db.blockBytes, db.overrides, db.imports]) {
      expect(await table.count()).toBe(0)
    }
  })

  it("that never ended is removed at the next start", async () => {
    await stage(db, [line(1)])
    expect(await dropStaged(db)).toBe(1)
    expect(await db.blockBytes.count()).toBe(0)
  })

  it("holds more than a block, oldest first, lines of an order together, and finds an order by id", async () => {
    const count = blockRows + 500
    const lines = Array.from({ length: count }, (_, i) => line(count - Math.floor(i / 2)))
    await bring(db, lines)
    const read = await readLines(db)
    expect(read.rows).toBe(count)
    for (let i = 1; i < read.rows; i++) {
      expect(read.at[i]).toBeGreaterThanOrEqual(read.at[i - 1] ?? 0)
      expect([0, 1]).toContain((read.order[i] ?? 0) - (read.order[i - 1] ?? 0))
    }
    const found = await findImportedOrder(db, `amazon::${count - 5}`)
    expect(found).toEqual([line(count - 5), line(count - 5)])
    expect(await findImportedOrder(db, "amazon::unknown")).toEqual([])
  })

  it("gives its newer states to the orders of older files, and takes them back", async () => {
    await bring(db, [line(1), line(2)])
    const newer = { stateAt: t0 + 5, status: "shipped" as const }
    const second = await bring(db, [line(2, newer), line(3, newer)])
    expect((await rowsOf(db)).map((row) => row.split(" ").at(-1))).toEqual([
      "paid",
      "shipped",
      "shipped"
    ])
    await bring(db, [line(3, { stateAt: t0 - 5, status: "pending" })])
    expect((await rowsOf(db)).map((row) => row.split(" ").at(-1))).toEqual([
      "paid",
      "shipped",
      "shipped"
    ])
    await removeImport(db, second)
    expect((await rowsOf(db)).map((row) => row.split(" ").at(-1))).toEqual([
      "paid",
      "paid",
      "pending"
    ])
  })

  it("without lines gives its newer status only", async () => {
    await bring(db, [line(1), line(1, { sku: "SKU-9" })])
    await bring(db, [
      line(1, { sku: "", quantity: 2, detail: false, stateAt: t0 + 5, status: "delivered" })
    ])
    expect(await rowsOf(db)).toEqual([
      `${t0 + 60_000} SKU-1 2 delivered`,
      `${t0 + 60_000} SKU-9 2 delivered`
    ])
  })

  it("whose block was changed on disk does not open as if nothing were", async () => {
    const id = await bring(db, [line(1)])
    const block = await db.blockBytes.toCollection().first()
    if (!block) throw new Error("no block")
    new Uint8Array(block.rows.data)[20] = 1 ^ (new Uint8Array(block.rows.data)[20] ?? 0)
    await db.blockBytes.put(block)
    await expect(readLines(db)).rejects.toThrow(SealBroken)
    await removeImport(db, id)
    await bring(db, [line(1)])
    await bring(db, [line(2)])
    const [a, b] = await db.blockBytes.toArray()
    if (!a || !b) throw new Error("no blocks")
    await db.blockBytes.bulkPut([
      { ...a, rows: b.rows },
      { ...b, rows: a.rows }
    ])
    await expect(readLines(db)).rejects.toThrow(SealBroken)
  })

  it("brings stock, which an undo takes back", async () => {
    const id = await stage(db, [])
    const writer = new ImportWriter(db, id)
    const listing = {
      id: "amazon::A",
      nativeId: "A",
      sku: "A",
      marketplace: "amazon",
      account: "",
      readAt: t0
    }
    await writer.addListing({ ...listing, onHand: 7 })
    await writer.finish()
    await commitImport(db, id, {})
    expect(await readStock(db)).toMatchObject([{ listingId: "amazon::A", onHand: 7 }])
    await removeImport(db, id)
    expect(await readStock(db)).toEqual([])
    expect(await db.listings.count()).toBe(0)
  })
})

describe("compaction", () => {
  const local: Record<string, unknown> = {}
  beforeEach(() => {
    vi.stubGlobal("chrome", {
      storage: {
        local: { get: async () => local, set: async (more: object) => Object.assign(local, more) }
      }
    })
  })
  afterEach(() => vi.unstubAllGlobals())

  it("brings imports of long ago into full blocks, and what newer ones say of them still holds", async () => {
    for (let i = 0; i < 8; i++) {
      await bring(db, [line(i), line(i + 1, { stateAt: t0 + i, status: "shipped" })])
    }
    const later = t0 + 31 * 86_400_000
    const fresh = await bring(db, [line(3, { stateAt: later, status: "refunded" })])
    await db.imports.update(fresh, { importedAt: later })
    const before = await rowsOf(db)
    const daily = await readDaily(db)
    expect(await compact(db, t0 + 29 * 86_400_000)).toBe(0)
    expect(await compact(db, later)).toBe(7)
    expect(await db.blocks.count()).toBe(2)
    expect(await rowsOf(db)).toEqual(before)
    expect((await readDaily(db)).units).toEqual(daily.units)
    // the newer import can still be undone
    await removeImport(db, fresh)
    expect((await rowsOf(db)).join()).not.toContain("refunded")
    expect(await rowsOf(db)).toHaveLength(before.length)
    expect(await compact(db, later)).toBe(0)
  })
})

describe("files and pages", () => {
  const page = (number: number, more: Partial<Order>): Order => ({
    id: `amazon:shop:${number}`,
    marketplace: "amazon",
    account: "shop",
    nativeId: String(number),
    status: "shipped",
    placedAt: t0 + number * 60_000,
    firstReadAt: t0,
    readAt: t0 + 10,
    ...more
  })
  const put = (order: Order) => db.orders.put({ ...order, time: orderTime(order) })

  it("know an order once: the newer page's status, and its lines where it shows them", async () => {
    await bring(db, [line(1), line(2), line(3, { stateAt: t0 + 100 })])
    await put(page(1, {}))
    await put(page(2, { items: [{ sku: "PAGE", quantity: 5 }] }))
    await put(page(3, { status: "pending" }))
    await put(page(4, { items: [{ title: "Only on a page", quantity: 1 }] }))
    expect(await rowsOf(db)).toEqual([
      `${t0 + 60_000} SKU-1 2 shipped`,
      `${t0 + 120_000} PAGE 5 shipped`,
      `${t0 + 180_000} SKU-0 2 paid`,
      `${t0 + 240_000} Only on a page 1 shipped`
    ])
  })
})

describe("any sequence of imports and undos", () => {
  const version = fc.record({
    order: fc.integer({ min: 1, max: 6 }),
    stateAt: fc.integer({ min: 0, max: 3 }),
    quantity: fc.integer({ min: 1, max: 3 }),
    status: fc.constantFrom<OrderStatus>("paid", "shipped", "cancelled")
  })
  /** One state an order and file, as files have. */
  const file = fc.uniqueArray(version, {
    minLength: 1,
    maxLength: 5,
    selector: ({ order }) => order
  })
  const step = fc.oneof(
    { weight: 3, arbitrary: fc.record({ bring: file }) },
    { weight: 1, arbitrary: fc.record({ undo: fc.nat(4) }) }
  )

  it("leaves each order once, in its newest state, and sums that agree with the lines", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 6 }), async (steps) => {
        const store = new Database(`imports-${Math.random()}`)
        const live: { id: number; lines: StoredLine[] }[] = []
        for (const one of steps) {
          if ("bring" in one) {
            const lines = one.bring.map(({ order, stateAt, ...rest }) =>
              line(order, { stateAt: t0 + stateAt, ...rest })
            )
            live.push({ id: await bring(store, lines), lines })
          } else {
            const [gone] = live.splice(one.undo % Math.max(1, live.length), 1)
            if (gone) await removeImport(store, gone.id)
          }
        }
        const newest = new Map<string, StoredLine>()
        for (const one of live.flatMap(({ lines }) => lines)) {
          if (one.stateAt >= (newest.get(one.orderId)?.stateAt ?? 0)) newest.set(one.orderId, one)
        }
        const wanted = [...newest.values()].sort((a, b) => a.at - b.at)
        expect(await rowsOf(store)).toEqual(
          wanted.map(({ at, sku, quantity, status }) => [at, sku, quantity, status].join(" "))
        )
        const sums = new Map<string, number>()
        for (const { at, sku, quantity, status } of wanted) {
          const key = `${sku} ${Math.floor(at / dayMs)}`
          if (status !== "cancelled") sums.set(key, (sums.get(key) ?? 0) + quantity)
        }
        const daily = await readDaily(store)
        const read = [...daily.day].map((day, i): [string, number] => [
          `${daily.skus[daily.sku[i] ?? 0]} ${day}`,
          daily.units[i] ?? 0
        ])
        expect(new Map(read)).toEqual(sums)
        store.close()
      }),
      { numRuns: 60 }
    )
  })
})

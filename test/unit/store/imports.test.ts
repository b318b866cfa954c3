import "fake-indexeddb/auto"
import { beforeEach, describe, expect, it } from "vitest"
import { Database } from "../../../src/store/database"
import { findImportedOrder, readLines, readStock } from "../../../src/store/history"
import { ImportWriter } from "../../../src/store/import-writer"
import { commitImport, dropStaged, removeImport } from "../../../src/store/imports"
import { blockRows } from "../../../src/store/line-block"
import { SealBroken } from "../../../src/store/seal"
import { bring, line, rowsOf, stage, t0 } from "./lines"

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

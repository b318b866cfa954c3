import "fake-indexeddb/auto"
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest"
import { compact } from "../../../src/store/compact"
import { Database } from "../../../src/store/database"
import { readDaily } from "../../../src/store/history"
import { removeImport } from "../../../src/store/imports"
import { bring, line, rowsOf, t0 } from "./lines"

let db: Database
beforeEach(async () => {
  db = new Database(`imports-${Math.random()}`)
  await db.open()
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

import "fake-indexeddb/auto"
import fc from "fast-check"
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest"
import { keepTexts, readTexts } from "../../background/buyer-texts"
import { purgeTexts, readClock, trustClock } from "../../background/purge"
import { createVault } from "../../background/vault"
import { Database } from "../../src/store/database"
import { csvText } from "../../src/store/export-csv"
import { normaliseRecoveryCode } from "../../src/store/passphrase"

const t0 = 1_790_000_000_000
const day = 86_400_000

function area() {
  const values: Record<string, unknown> = {}
  return {
    values,
    get: async (key: string) => ({ [key]: values[key] }),
    set: async (more: object) => void Object.assign(values, more),
    remove: async (key: string) => void delete values[key]
  }
}
let local: ReturnType<typeof area>
let now = t0

beforeEach(() => {
  local = area()
  now = t0
  vi.stubGlobal("chrome", {
    storage: { local, session: area() },
    alarms: { create: async () => undefined }
  })
})
afterEach(() => vi.unstubAllGlobals())

const text = (id: string, more = {}) => ({
  id,
  buyer: "pseudonym",
  placedAt: t0,
  texts: { name: "Ann Example", email: "ann@example.com" },
  ...more
})

describe("buyer text", () => {
  it("is dropped until its kind is switched on, and posted while it is locked", async () => {
    const db = new Database(`texts-${Math.random()}`)
    const vault = createVault(() => now)
    await keepTexts(db, vault, [text("1")], now)
    expect(await db.buyerTexts.count()).toBe(0)
    await vault.setKinds(["name"])
    await keepTexts(db, vault, [text("2")], now)
    expect(await readTexts(db, vault, "2")).toEqual({ name: "Ann Example" })
    const code = await vault.setPassphrase("a long passphrase")
    expect(JSON.stringify(local.values)).not.toContain('"raw"')
    now += 16 * 60_000
    expect((await vault.state()).protection).toBe("locked")
    await keepTexts(db, vault, [text("3"), text("2", { texts: { name: "Ann Newer" } })], now)
    expect(await db.buyerTexts.count()).toBe(2)
    expect(await readTexts(db, vault, "3")).toBeNull()
    expect(await readTexts(db, vault, "2")).toBeNull()
    expect(await vault.setPassphrase("somebody else's")).toBeNull()
    expect(await vault.unlock("wrong")).toBe(false)
    expect(await vault.unlock(code?.toLowerCase() ?? "")).toBe(true)
    expect(await readTexts(db, vault, "3")).toEqual({ name: "Ann Example" })
    expect(await readTexts(db, vault, "2")).toEqual({ name: "Ann Newer" })
    // what comes now is sealed together with what was posted
    await keepTexts(db, vault, [text("3", { texts: { name: "Ann Third" } })], now)
    expect(await db.buyerTexts.get("3")).not.toHaveProperty("posted")
    expect(await readTexts(db, vault, "3")).toEqual({ name: "Ann Third" })
    db.close()
  })

  it("is purged 30 days after delivery, 60 after the order, however the clock is set", async () => {
    const db = new Database(`purge-${Math.random()}`)
    const vault = createVault(() => now)
    await vault.setKinds(["name"])
    await keepTexts(
      db,
      vault,
      [text("order"), text("delivered", { deliveredAt: t0 + 5 * day })],
      now
    )
    await purgeTexts(db, t0 + 34 * day)
    expect(await db.buyerTexts.count()).toBe(2)
    await purgeTexts(db, t0 + 36 * day)
    expect((await db.buyerTexts.toArray()).map(({ id }) => id)).toEqual(["order"])
    // a clock that goes back keeps nothing longer
    await purgeTexts(db, t0 + 59 * day)
    await db.buyerTexts.update("order", { purgeAt: t0 + 58 * day })
    await purgeTexts(db, t0 - 300 * day)
    expect(await db.buyerTexts.count()).toBe(0)
    db.close()
  })

  it("is not purged by a clock that jumped years ahead, but after the seller or an order confirms it", async () => {
    const db = new Database(`clock-${Math.random()}`)
    const vault = createVault(() => now)
    await vault.setKinds(["name"])
    await keepTexts(db, vault, [text("1")], now)
    await purgeTexts(db, t0)
    const years = t0 + 5 * 365 * day
    expect(await purgeTexts(db, years)).toBe(0)
    expect(await readClock(db, years)).toEqual({ trusted: t0, doubtful: true })
    // the clock is put right: nothing was lost, nothing is kept longer
    expect(await readClock(db, t0 + day)).toEqual({ trusted: t0 + day, doubtful: false })
    // three months off are believed
    expect(await purgeTexts(db, t0 + 91 * day)).toBe(1)
    await keepTexts(db, vault, [text("2", { placedAt: t0 + 80 * day })], now)
    expect(await purgeTexts(db, years)).toBe(0)
    await trustClock(years)
    expect(await purgeTexts(db, years)).toBe(1)
    db.close()
  })

  it("is purged years later when a marketplace dates an order so too", async () => {
    const db = new Database(`clock-${Math.random()}`)
    const vault = createVault(() => now)
    await vault.setKinds(["name"])
    await keepTexts(db, vault, [text("1")], now)
    await purgeTexts(db, t0)
    const years = t0 + 5 * 365 * day
    const order = { marketplace: "demo", account: "shop", nativeId: "9", status: "paid" } as const
    const times = { placedAt: years - day, firstReadAt: years, readAt: years, time: years - day }
    await db.orders.put({ id: "demo:shop:9", ...order, ...times })
    expect(await purgeTexts(db, years)).toBe(1)
    db.close()
  })

  it("that was moved to another order does not open", async () => {
    const db = new Database(`moved-${Math.random()}`)
    const vault = createVault(() => now)
    await vault.setKinds(["name"])
    await keepTexts(db, vault, [text("1"), text("2")], now)
    const row = await db.buyerTexts.get("1")
    if (row) await db.buyerTexts.put({ ...row, id: "2" })
    await expect(readTexts(db, vault, "2")).rejects.toThrow("does not open")
    db.close()
  })
})

it("a recovery code is read however it is typed", () => {
  expect(normaliseRecoveryCode(" 8qk2 oi1l ")).toBe("8QK2-0111")
})

it("no text cell of a CSV begins a formula, and quoting is undone to the same text", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom(..."=+-@\t\r\n＝＋－＠\",;'a1 ".split("")), maxLength: 8 }),
      (cell) => {
        const written = csvText(cell)
        const plain = written.startsWith('"') ? written.slice(1, -1).replaceAll('""', '"') : written
        expect(plain).not.toMatch(/^[=+\-@\t\r\n＝＋－＠]/)
        expect([cell, `'${cell}`]).toContain(plain)
      }
    ),
    { numRuns: 5_000 }
  )
})

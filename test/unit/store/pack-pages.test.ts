import "fake-indexeddb/auto"
import { beforeEach, expect, it } from "vitest"
import type { Order } from "../../../src/domain/order"
import { Database } from "../../../src/store/database"
import { eachLine } from "../../../src/store/export-csv"
import { findImportedOrder, readDaily } from "../../../src/store/history"
import { removeImport } from "../../../src/store/imports"
import { packPages } from "../../../src/store/pack-pages"
import { readTail } from "../../../src/store/page-tail"
import { saveReading } from "../../../src/store/save-reading"
import { bring, line, rowsOf, t0 } from "./lines"

let db: Database
beforeEach(async () => {
  db = new Database(`pages-${Math.random()}`)
  await db.open()
})

const page = (number: number, more: Partial<Order> = {}): Order => ({
  id: `amazon:shop:${number}`,
  marketplace: "amazon",
  account: "shop",
  nativeId: String(number),
  status: "paid",
  placedAt: t0 + number * 60_000,
  items: [{ sku: `SKU-${number % 3}`, quantity: 2, unitPrice: { minor: 500, currency: "EUR" } }],
  firstReadAt: t0,
  readAt: t0 + 10,
  ...more
})

const show = (orders: Order[]) =>
  saveReading(
    db,
    {
      marketplace: "amazon",
      account: "shop",
      page: "orders",
      outcome: "complete",
      rows: orders.length,
      strategy: "headers",
      readAt: orders[0]?.readAt ?? t0
    },
    { orders, listings: [], messages: [] }
  )

const unitsOf = async () => {
  const { skus, sku, units } = await readDaily(db)
  const sums: Record<string, number> = {}
  sku.forEach((number, i) => {
    const name = skus[number] ?? ""
    sums[name] = (sums[name] ?? 0) + (units[i] ?? 0)
  })
  return sums
}
const exported = async () => {
  let count = 0
  for await (const lines of eachLine(db)) count += lines.length
  return count
}

it("moves the lines of pages into blocks; nothing that is read changes", async () => {
  await show([page(1), page(2), page(3), page(4, { items: [] })])
  const before = await rowsOf(db)
  const units = await unitsOf()
  expect(await packPages(db, t0 + 100)).toBe(0)
  expect(await packPages(db, t0 + 100, 1)).toBe(3)
  expect((await readTail(db)).map(({ nativeId }) => nativeId)).toEqual(["4"])
  expect(await rowsOf(db)).toEqual(before)
  expect(await unitsOf()).toEqual(units)
  expect(await exported()).toBe(3)
  expect(await findImportedOrder(db, "amazon:shop:2")).toMatchObject([{ sku: "SKU-2" }])
  expect(await packPages(db, t0 + 200, 1)).toBe(0)
})

it("a later state of a packed order stands, in the lines and in the sums", async () => {
  await show([page(1), page(2)])
  await packPages(db, t0 + 100, 1)
  expect(await unitsOf()).toEqual({ "SKU-1": 2, "SKU-2": 2 })
  await show([page(1, { status: "cancelled", readAt: t0 + 200 })])
  expect(await unitsOf()).toEqual({ "SKU-2": 2 })
  expect((await rowsOf(db))[0]).toContain("cancelled")
  expect(await packPages(db, t0 + 300, 1)).toBe(1)
  expect(await unitsOf()).toEqual({ "SKU-2": 2 })
  expect(await rowsOf(db)).toHaveLength(2)
  expect(await exported()).toBe(2)
})

it("a page's newer state corrects the sums of an imported file", async () => {
  await bring(db, [line(1), line(2)])
  const { "SKU-1": one } = await unitsOf()
  expect(one).toBe(2)
  await show([page(1, { status: "cancelled", items: [], readAt: t0 + 200 })])
  expect(await unitsOf()).toEqual({ "SKU-2": 1 })
})

it.each([
  ["names the shop", "shop"],
  ["names none", ""]
])("packed pages and a file that %s know an order once", async (_, account) => {
  const prefix = `amazon:${account}:`
  await show([page(1), page(2)])
  await packPages(db, t0 + 100, 1)
  const newer = { orderId: `${prefix}1`, stateAt: t0 + 500, quantity: 7 }
  const file = await bring(db, [line(1, newer), line(5, { orderId: `${prefix}5` })], account)
  expect(await unitsOf()).toEqual({ "SKU-1": 7, "SKU-2": 4 })
  expect(await rowsOf(db)).toHaveLength(3)
  // the page again, newer than the file, and packed again
  await show([page(1, { status: "shipped", readAt: t0 + 900 })])
  expect(await unitsOf()).toEqual({ "SKU-1": 2, "SKU-2": 4 })
  await packPages(db, t0 + 1_000, 1)
  expect(await unitsOf()).toEqual({ "SKU-1": 2, "SKU-2": 4 })
  expect(await rowsOf(db)).toHaveLength(3)
  await removeImport(db, file)
  expect(await unitsOf()).toEqual({ "SKU-1": 2, "SKU-2": 2 })
})

it("files of one shop, first without its name and then with it, know an order once", async () => {
  await bring(db, [line(1), line(2)])
  await bring(db, [line(1, { orderId: "amazon:shop:1", stateAt: t0 + 5, quantity: 9 })], "shop")
  await bring(db, [line(1, { orderId: "amazon:shop:1", stateAt: t0 + 9, quantity: 4 })], "shop")
  expect(await unitsOf()).toEqual({ "SKU-1": 4, "SKU-2": 1 })
})

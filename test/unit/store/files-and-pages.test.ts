import "fake-indexeddb/auto"
import { beforeEach, expect, it } from "vitest"
import { type Order, orderTime } from "../../../src/domain/order"
import { Database } from "../../../src/store/database"
import { bring, line, rowsOf, t0 } from "./lines"

let db: Database
beforeEach(async () => {
  db = new Database(`imports-${Math.random()}`)
  await db.open()
})

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

it("files and pages know an order once: the newer page's status, and its lines where it shows them", async () => {
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

import "fake-indexeddb/auto"
import { expect, it } from "vitest"
import type { Listing } from "../../src/domain/listing"
import type { Order } from "../../src/domain/order"
import type { Reading } from "../../src/domain/reading"
import { Database } from "../../src/store/database"
import { readLines, readStock } from "../../src/store/history"
import { saveReading } from "../../src/store/save-reading"
import { makeOrder } from "../make-order"

const day = 86_400_000
const t0 = 20_000 * day
const shop = { marketplace: "demo", account: "shop", readAt: t0 } as const
const reading: Reading = {
  ...shop,
  page: "orders",
  outcome: "complete",
  rows: 2,
  strategy: "headers"
}
const order = (nativeId: string, placedAt: number, more: Partial<Order>) =>
  makeOrder(nativeId, { placedAt, readAt: t0, ...more })
const records = (orders: Order[], listings: Listing[] = []) => ({ orders, listings, messages: [] })

async function freshStore(): Promise<Database> {
  const db = new Database(`history-${Math.random()}`)
  await db.open()
  return db
}

it("gives order lines as columns, oldest first, unknowns as entry 0 and NaN", async () => {
  const db = await freshStore()
  const price = { minor: 950, currency: "EUR" }
  await saveReading(
    db,
    reading,
    records([
      order("2", t0, { items: [{ sku: "MUG", quantity: 2, unitPrice: price }], shipCountry: "DE" }),
      order("1", t0 - day, {
        items: [
          { sku: "PAN", quantity: 1, unitPrice: price },
          { title: "Oak spoon", quantity: 3 }
        ]
      })
    ])
  )
  const lines = await readLines(db)
  expect(lines.rows).toBe(3)
  expect([...lines.sku].map((i) => lines.skus[i])).toEqual(["PAN", "Oak spoon", "MUG"])
  expect([...lines.order]).toEqual([0, 0, 1])
  expect([...lines.at]).toEqual([t0 - day, t0 - day, t0])
  expect([...lines.quantity]).toEqual([1, 3, 2])
  expect([...lines.unitPrice]).toEqual([950, Number.NaN, 950])
  expect([...lines.country].map((i) => lines.countries[i])).toEqual(["", "", "DE"])
  expect((await readLines(db, { since: t0 })).rows).toBe(1)
})

it("notes stock once a listing and day, the newest look of the day", async () => {
  const db = await freshStore()
  const listing = (readAt: number, onHand: number): Listing => ({
    ...shop,
    id: "demo:shop:7",
    nativeId: "7",
    sku: "MUG",
    onHand,
    readAt
  })
  for (const [readAt, onHand] of [
    [t0, 9],
    [t0 + 3_600_000, 7],
    [t0 + day, 5]
  ] as const) {
    await saveReading(db, reading, records([], [listing(readAt, onHand)]))
  }
  expect((await readStock(db)).map(({ day: d, onHand }) => [d, onHand])).toEqual([
    [t0, 7],
    [t0 + day, 5]
  ])
})

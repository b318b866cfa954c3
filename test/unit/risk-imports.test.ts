import "fake-indexeddb/auto"
import "@tensorflow/tfjs-backend-cpu"
import * as tf from "@tensorflow/tfjs-core"
import { afterEach, beforeEach, describe, expect, it } from "vitest"
import { createScoring } from "../../background/scoring"
import { loadShippedModel } from "../../bench/anomaly/shipped"
import { toOrders } from "../../demo/records"
import { generateShop } from "../../demo/shop"
import type { AnomalyModel } from "../../models/anomaly"
import { emptyReport } from "../../src/domain/imported"
import { type Order, orderTime } from "../../src/domain/order"
import { Database } from "../../src/store/database"
import { ImportWriter } from "../../src/store/import-writer"
import { readImportedOrders } from "../../src/store/imported-orders"
import { beginImport, commitImport, removeImport } from "../../src/store/imports"
import { saveReading } from "../../src/store/save-reading"

const orders = toOrders(generateShop({ seed: 12, orders: 1_000, anomalyShare: 0 }))
const reading = {
  marketplace: "demo",
  account: "shop",
  page: "orders",
  outcome: "complete",
  rows: 0,
  strategy: "test",
  readAt: 1
} as const

let db: Database
let model: AnomalyModel
beforeEach(async () => {
  await tf.setBackend("cpu")
  model = await loadShippedModel("cpu")
  db = new Database(`risk-imports-${Math.random()}`)
})
afterEach(async () => {
  model.dispose()
  await db.delete()
})

async function bring(some: Order[]): Promise<number> {
  const id = await beginImport(db, {
    name: "orders.csv",
    format: "demo",
    marketplace: "demo",
    account: "shop",
    fingerprint: String(some.length),
    asOf: 1,
    importedAt: 1,
    report: emptyReport(),
    lines: 0,
    listings: 0,
    movements: 0,
    minAt: 0,
    maxAt: 0
  })
  const writer = new ImportWriter(db, id)
  for (const order of some) {
    for (const { sku = "", quantity, unitPrice } of order.items ?? []) {
      await writer.addLine({
        orderId: order.id,
        at: orderTime(order),
        stateAt: 1,
        sku,
        buyer: order.buyer ?? "",
        country: order.shipCountry ?? "",
        currency: unitPrice?.currency ?? "",
        quantity,
        unitPrice: unitPrice?.minor ?? Number.NaN,
        status: order.status,
        detail: true
      })
    }
  }
  await writer.finish()
  await commitImport(db, id, { lines: some.length })
  return id
}

async function score(): Promise<void> {
  const { work } = createScoring(
    async () => db,
    (use) => use(model),
    () => 2
  )
  const job = await db.jobs.get("score-orders")
  if (job) await work["score-orders"](job)
}

const show = (some: Order[]) =>
  saveReading(db, reading, { orders: some, listings: [], messages: [] })

describe("imported files and risk", () => {
  it("compares the first page that is shown with years of a file, and finds no fault with what files lack", async () => {
    await bring(orders.slice(0, 970))
    await score()
    expect((await db.fits.get("anomaly"))?.orders).toBe(970)
    const page = orders.slice(970, 999)
    const [bulk] = page
    const dear: Order = {
      ...(bulk as Order),
      id: "demo:shop:dear",
      nativeId: "dear",
      total: { minor: 9_000_000, currency: bulk?.total?.currency ?? "EUR" }
    }
    await show([...page, dear])
    await score()
    const flagged = await db.insights.where("kind").equals("order-risk").toArray()
    expect(flagged.map(({ subject }) => subject.id)).toContain(dear.id)
    expect(flagged.length).toBeLessThanOrEqual(4)
    expect(await db.scores.where("fit").equals(0).count()).toBe(0)
  })

  it("takes an order of a page from the page, and fits again when an import is taken back", async () => {
    const id = await bring(orders.slice(0, 300))
    await show(orders.slice(200, 400))
    const pages = await db.orders.toArray()
    expect(await readImportedOrders(db, pages, 1_000)).toHaveLength(200)
    expect(await readImportedOrders(db, pages, 50)).toHaveLength(50)
    await score()
    expect((await db.fits.get("anomaly"))?.orders).toBe(400)
    await removeImport(db, id)
    await score()
    expect(await db.fits.get("anomaly")).toMatchObject({ orders: 200, fit: 2 })
  })
})

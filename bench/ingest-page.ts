import Dexie from "dexie"
import { emptyReport } from "../src/domain/imported"
import { orderId } from "../src/domain/order"
import { inspect, planOf } from "../src/import/inspect"
import { readRecords } from "../src/import/read"
import { tablesOf } from "../src/import/table"
import { importFile, inspectFile } from "../src/messaging/import-client"
import { Database } from "../src/store/database"
import { readDaily, readLines } from "../src/store/history"

/** What `bench/ingest.ts` runs inside a page of the extension: the same client and store as the side panel's. */

const columns =
  "order-id,purchase-date,last-updated-date,order-status,sku,quantity,currency,item-price,ship-country,buyer-email"

/** A generated shop's export: two years, 5,000 SKUs, one to three lines an order, four in ten buyers come back. */
function generate(lines: number, seed: number): File {
  let state = seed
  const random = () => {
    // mulberry32 (Tommy Ettinger, public domain)
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const start = Date.UTC(2024, 0, 1)
  const span = 730 * 86_400_000
  const countries = ["DE", "FR", "US", "GB", "IT", "ES"]
  const statuses = ["Shipped", "Shipped", "Shipped", "Shipped", "Cancelled"]
  const parts: Blob[] = []
  let text = `${columns}\r\n`
  let left = 0
  let head = ""
  let tail = ""
  for (let i = 0; i < lines; i++) {
    if (left === 0) {
      left = 1 + Math.floor(random() * 3)
      const number = String(10_000_000 + i)
      const at = new Date(start + (i / lines) * span).toISOString().slice(0, 19)
      const status = statuses[Math.floor(random() * statuses.length)]
      head = `302-${number.slice(0, 7)}-${number.slice(1)},${at}+00:00,${at}+00:00,${status}`
      const buyer = Math.floor(random() * lines * 0.3)
      tail = `${countries[Math.floor(random() * 6)]},buyer${buyer}@marketplace.example`
    }
    left--
    const sku = Math.floor(random() ** 2 * 5_000)
    const quantity = 1 + Math.floor(random() ** 3 * 4)
    text += `${head},SKU-${sku},${quantity},EUR,${(quantity * (500 + sku)) / 100},${tail}\r\n`
    if (text.length > 4_000_000) {
      parts.push(new Blob([text]))
      text = ""
    }
  }
  return new File([...parts, new Blob([text])], "orders.csv", { lastModified: start + span })
}

/** The longest stretch that the page could not answer in, by a timer that should fire every 5 ms. */
function watchPage() {
  let [longest, last] = [0, performance.now()]
  const timer = setInterval(() => {
    const now = performance.now()
    longest = Math.max(longest, now - last - 5)
    last = now
  }, 5)
  let longestTask = 0
  const observer = new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) longestTask = Math.max(longestTask, duration)
  })
  observer.observe({ type: "longtask", buffered: false })
  return () => {
    clearInterval(timer)
    observer.disconnect()
    return Math.max(longest, longestTask)
  }
}

const mapping = {
  kind: "lines" as const,
  marketplace: "bench",
  columns: {
    order: [0],
    at: [1],
    updatedAt: [2],
    status: [3],
    sku: [4],
    quantity: [5],
    currency: [6],
    linePrice: [7],
    country: [8],
    buyerEmail: [9]
  }
}
const conventions = { zone: "UTC", dateOrder: "ymd" as const, decimal: "." as const }

let file: File | undefined

/** Makes the file and gives its size; it stays in the page. */
export function prepare(lines: number, seed: number): number {
  file = generate(lines, seed)
  return file.size
}

/** From the dropped file to a committed history, the look at it included. */
export async function ingest() {
  if (!file) throw new Error("no file")
  const stop = watchPage()
  const start = performance.now()
  const [preview] = await inspectFile(file, "UTC", () => undefined, new AbortController().signal)
  const lookedMs = performance.now() - start
  const [stored] = await importFile(
    file,
    [{ table: file.name, account: "", conventions, mapping }],
    () => undefined,
    new AbortController().signal
  )
  const ms = performance.now() - start
  return { ms, lookedMs, longestTask: stop(), rows: preview?.rows, report: stored?.report }
}

/**
 * The same import without blocks: the same look at the file, the same lines read, each a row of a Dexie table with the
 * indexes that such a table needs to find an order, a day and a SKU. In batches, as quick as Dexie writes.
 */
export async function ingestRowWise() {
  if (!file) throw new Error("no file")
  const db = new Dexie("row-wise", { chromeTransactionDurability: "strict" })
  db.version(1).stores({ lines: "++id, orderId, at, sku" })
  const start = performance.now()
  const [table] = await tablesOf(file, file.name)
  if (!table) throw new Error("no table")
  await inspect(table, { zone: "UTC" })
  const plan = await planOf(table, conventions, mapping)
  let rows: object[] = []
  let count = 0
  const write = async () => {
    await db.table("lines").bulkAdd(rows)
    count += rows.length
    rows = []
  }
  for await (const records of readRecords(table, plan, emptyReport())) {
    for (const { kind, value } of records) {
      if (kind !== "line") continue
      const { buyer, ...line } = value
      rows.push({ ...line, orderId: orderId("bench", "", line.orderId), buyer: buyer?.ref ?? "" })
    }
    if (rows.length >= 8_192) await write()
  }
  await write()
  const ms = performance.now() - start
  await db.delete()
  return { ms, rows: count }
}

/** Opens the store as a fresh page does and adds up all SKUs. */
export async function reopen() {
  const start = performance.now()
  const db = new Database()
  await db.open()
  const daily = await readDaily(db)
  const dailyMs = performance.now() - start
  const lines = await readLines(db)
  const linesMs = performance.now() - start - dailyMs
  const units = daily.units.reduce((sum, value) => sum + value, 0)
  db.close()
  return { dailyMs, linesMs, units, skus: daily.skus.length, rows: lines.rows }
}

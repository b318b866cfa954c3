import type { Page } from "playwright-core"
import { toOrders } from "../demo/records"
import { startDemo } from "../demo/server"
import { generateShop } from "../demo/shop"
import { orderId } from "../src/domain/order"
import { launchExtension } from "../test/browser"
import { isQueueEmpty } from "../test/read-table"
import { seedOrders, wakeWorker } from "../test/seed-orders"
import { until } from "../test/until"
import { type Measurement, type Metric, median } from "./metric"

const rows = 100
const runs = 10
const history = 5_000

type Seen = { rendered: number; badged: number; shift: number }

/**
 * Notes when the rows and when all their badges stand, and every layout shift; runs in the page before its own
 * scripts, without inner functions, whose names tsx would want a helper for.
 */
function watch(expected: number): void {
  const seen = { rendered: 0, badged: 0, shift: 0 }
  Object.assign(globalThis, { seen })
  new MutationObserver(() => {
    if (!seen.rendered && document.querySelectorAll("tr[data-order-id]").length >= expected) {
      seen.rendered = performance.now()
      // only what moves after the rows stand can be ours
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries() as (PerformanceEntry & { value: number })[])
          seen.shift += entry.value
      }).observe({ type: "layout-shift" })
    }
    if (!seen.badged && document.querySelectorAll("portside-badge").length >= expected)
      seen.badged = performance.now()
  }).observe(document, { childList: true, subtree: true })
}

async function measure(page: Page, url: string): Promise<Seen> {
  await page.addInitScript(watch, rows)
  await page.goto(url)
  const read = () => page.evaluate(() => (globalThis as unknown as { seen: Seen }).seen)
  await until(`badges on ${rows} rows`, async () => (await read()).badged > 0, 30_000)
  await page.waitForTimeout(300)
  return read()
}

async function run(): Promise<Metric[]> {
  const shop = generateShop({ orders: history + 4 * runs * rows })
  const demo = await startDemo({ shop })
  const browser = await launchExtension()
  const warm: number[] = []
  const cold: number[] = []
  const shifts: number[] = []
  try {
    const panel = await browser.context.newPage()
    await panel.goto(`chrome-extension://${browser.extensionId}/sidepanel.html`)
    const account = new URL(demo.origin).host.replaceAll(":", "_")
    const known = toOrders(shop)
      .slice(0, history)
      .map((order) => ({ ...order, account, id: orderId("demo", account, order.nativeId) }))
    await seedOrders(panel, known)
    await browser.killWorker()
    await wakeWorker(panel)
    const idle = () => isQueueEmpty(panel)
    await until("the history to be scored", idle, 120_000)
    for (let i = 0; i < 2 * runs; i++) {
      const isCold = i % 2 === 1
      await wakeWorker(panel)
      await until("the worker to be idle", idle, 60_000)
      if (isCold) await browser.killWorker()
      const page = await browser.context.newPage()
      // each page was never opened before: its orders are read, stored and scored on the way to the badges
      const url = `${demo.origin}/portside-demo/orders?perPage=${rows}&page=${i + 1}`
      const { rendered, badged, shift } = await measure(page, url)
      const times = isCold ? cold : warm
      times.push(badged - rendered)
      shifts.push(shift)
      await page.close()
    }
  } finally {
    await browser.close()
    await demo.close()
  }
  const metric = (id: string, value: number, unit: string, n: number, note: string): Metric => ({
    id: `badges.${id}`,
    value,
    unit,
    n,
    note
  })
  const told = `median, ${rows} new orders on the page, history of ${history}`
  return [
    metric(
      "warm_ms",
      median(warm),
      "ms",
      warm.length,
      `${told}; worst ${Math.max(...warm).toFixed(0)}`
    ),
    metric(
      "cold_ms",
      median(cold),
      "ms",
      cold.length,
      `the same from a stopped worker; worst ${Math.max(...cold).toFixed(0)}`
    ),
    metric("cls", Math.max(...shifts), "", shifts.length, "worst layout shift after the rows stood")
  ]
}

/** From an orders page that stands to a badge on each of its rows, in the built extension. */
export const badgesBench: Measurement = { name: "badges", run }

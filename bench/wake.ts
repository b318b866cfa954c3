import { toOrders } from "../demo/records"
import { generateShop } from "../demo/shop"
import { launchExtension } from "../test/browser"
import { isQueueEmpty } from "../test/read-table"
import { seedOrders, wakeWorker } from "../test/seed-orders"
import { until } from "../test/until"
import { type Measurement, type Metric, median } from "./metric"

const history = 5_000
const runs = 15

async function run(): Promise<Metric[]> {
  const orders = toOrders(generateShop()).slice(-(history + runs))
  const browser = await launchExtension()
  const firstScore: number[] = []
  try {
    const page = await browser.context.newPage()
    await page.goto(`chrome-extension://${browser.extensionId}/sidepanel.html`)
    await wakeWorker(page)
    await seedOrders(page, orders.slice(0, history))
    const idle = () => isQueueEmpty(page)
    await browser.killWorker()
    await wakeWorker(page)
    await until("the history to be fitted", idle, 180_000)
    for (let i = 0; i < runs; i++) {
      await seedOrders(page, orders.slice(history + i, history + i + 1))
      await browser.killWorker()
      const start = Date.now()
      await wakeWorker(page)
      await until("the order to be scored", idle)
      const worker = await browser.worker()
      const end = await worker.evaluate(() => {
        const [first] = performance.getEntriesByName("portside:score", "measure")
        return first ? performance.timeOrigin + first.startTime + first.duration : Number.NaN
      })
      firstScore.push(end - start)
    }
  } finally {
    await browser.close()
  }
  return [
    {
      id: "wake.first_score_ms",
      value: median(firstScore),
      unit: "ms",
      n: runs,
      note: `message to a terminated worker → first order scored, history of ${history} orders`
    }
  ]
}

/** A terminated worker is woken by a message: until the first score, model load and known answer included. */
export const wakeBench: Measurement = { name: "wake", run }

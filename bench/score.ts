import { toOrders } from "../demo/records"
import { generateShop } from "../demo/shop"
import { type Launched, launchExtension, softwareGpu } from "../test/browser"
import { isQueueEmpty } from "../test/read-table"
import { seedOrders, wakeWorker } from "../test/seed-orders"
import { until } from "../test/until"
import { type Measurement, type Metric, median } from "./metric"

const orderCount = 10_000
const runs = 5

/** Sum of the worker's own measures of one name since `after`, in ms. */
async function measured(browser: Launched, name: string, after: number): Promise<number> {
  const worker = await browser.worker()
  return worker.evaluate(
    ({ name, after }) =>
      performance
        .getEntriesByName(name, "measure")
        .filter((entry) => performance.timeOrigin + entry.startTime > after)
        .reduce((sum, entry) => sum + entry.duration, 0),
    { name, after }
  )
}

async function run(): Promise<Metric[]> {
  const orders = toOrders(generateShop()).slice(-orderCount)
  const browser = await launchExtension({ args: softwareGpu })
  const metrics: Metric[] = []
  try {
    const page = await browser.context.newPage()
    await page.goto(`chrome-extension://${browser.extensionId}/sidepanel.html`)
    await wakeWorker(page)
    for (const backend of ["webgpu", "wasm", "cpu"] as const) {
      const score: number[] = []
      const fit: number[] = []
      for (let i = 0; i < runs; i++) {
        await page.evaluate(
          (pinned) => chrome.storage.local.set({ "backend-pinned": pinned }),
          backend
        )
        await seedOrders(page, orders, { forgetFit: true })
        await browser.killWorker()
        const start = Date.now()
        await wakeWorker(page)
        await until("the orders to be scored", () => isQueueEmpty(page), 180_000)
        score.push(await measured(browser, "portside:score", start))
        fit.push(await measured(browser, "portside:fit", start))
      }
      const note = backend === "webgpu" ? "software adapter: no GPU here" : undefined
      const line = (id: string, values: number[]): Metric => ({
        id,
        value: median(values),
        unit: "ms",
        n: values.length,
        ...(note ? { note } : {})
      })
      metrics.push(line(`score.${backend}_ms`, score), line(`fit.${backend}_ms`, fit))
    }
  } finally {
    await browser.close()
  }
  return metrics
}

/** 10,000 orders scored in the built extension's worker, per backend, each time in a fresh worker. */
export const scoreBench: Measurement = { name: "score", run }

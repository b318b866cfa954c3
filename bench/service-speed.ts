import { startDemo } from "../demo/server"
import { generateShop } from "../demo/shop"
import { type Launched, launchExtension } from "../test/browser"
import { readTable } from "../test/read-table"
import { until } from "../test/until"
import type { Measurement, Metric } from "./metric"

const messages = 60

/** Durations of the worker's own measures of one name, in order, in ms. */
async function measured(browser: Launched, name: string): Promise<number[]> {
  const worker = await browser.worker()
  return worker.evaluate(
    (name) => performance.getEntriesByName(name, "measure").map(({ duration }) => duration),
    name
  )
}

const percentile = (values: number[], share: number) =>
  values.toSorted((a, b) => a - b)[Math.ceil(share * values.length) - 1] ?? Number.NaN

/** One page with one message at a time, then the replies to each: what the built extension's worker takes. */
async function run(): Promise<Metric[]> {
  const demo = await startDemo({ shop: generateShop({ orders: 2_000, messages: 200 }) })
  const browser = await launchExtension()
  try {
    const panel = await browser.context.newPage()
    await panel.goto(`chrome-extension://${browser.extensionId}/sidepanel.html`)
    const page = await browser.context.newPage()
    for (let i = 1; i <= messages; i++) {
      await page.goto(`${demo.origin}/portside-demo/messages?perPage=1&page=${i}`)
      await until("the message to be read", async () => {
        return (await readTable(panel, "messageNotes")).length >= i
      })
    }
    for (const { id } of await readTable(panel, "messageNotes")) {
      await panel.evaluate(
        (messageId) =>
          chrome.runtime.sendMessage({
            type: "panel:conversation",
            request: { messageId, tone: "plain" }
          }),
        id
      )
      // below the twenty messages a second that the worker answers
      await panel.waitForTimeout(60)
    }
    // the first call compiles and warms up; it happens once in a life of the worker
    const understand = (await measured(browser, "portside:understand")).slice(1)
    const suggest = (await measured(browser, "portside:suggest")).slice(1)
    const both = understand.map((time, i) => time + (suggest[i] ?? Number.NaN))
    const line = (id: string, values: number[], share: number): Metric => ({
      id: `service.${id}`,
      value: percentile(values, share),
      unit: "ms",
      n: values.length
    })
    return [
      line("message_p95", both, 0.95),
      line("message_p50", both, 0.5),
      line("understand_p95", understand, 0.95),
      line("suggest_p95", suggest, 0.95)
    ]
  } finally {
    await browser.close()
    await demo.close()
  }
}

/** `npm run bench -- service`: from a message to intent and suggestions in the worker. */
export const serviceBench: Measurement = { name: "service", run }

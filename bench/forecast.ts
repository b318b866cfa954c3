import "@tensorflow/tfjs-backend-wasm"
import { readFileSync } from "node:fs"
import { createRequire } from "node:module"
import { AutoETS, initSync } from "@bsull/augurs/ets"
import * as tf from "@tensorflow/tfjs-core"
import type { Page } from "playwright-core"
import { ets } from "../models/demand/pool/ets"
import type { StoredOrder } from "../src/store/database"
import { type Launched, launchExtension } from "../test/browser"
import { wakeWorker } from "../test/seed-orders"
import { until } from "../test/until"
import { Draw } from "../train/demand/random"
import { loadDemand } from "./eval-demand"
import { type Measurement, type Metric, median } from "./metric"

const skus = 1_000
const days = 730
const runs = 3
const augursSample = 60
const dayMs = 86_400_000

/** Two years of days of invented items: from a few a year to several a day. */
function makeSeries(): Float64Array[] {
  return Array.from({ length: skus }, (_, i) => {
    const draw = new Draw(i + 1)
    const mean = draw.spread(0.03, 6)
    return Float64Array.from({ length: days }, (_, t) =>
      draw.negativeBinomial(mean * (1 + 0.3 * Math.sin((2 * Math.PI * t) / 7)), 1.5)
    )
  })
}

/** The same as orders of a store: up to 50 lines each, the newest of yesterday. */
function toOrders(series: Float64Array[], now: number): StoredOrder[] {
  const orders: StoredOrder[] = []
  const first = Math.floor(now / dayMs) - days
  for (let t = 0; t < days; t++) {
    const time = (first + t) * dayMs + 1_000
    const items = series.flatMap((y, i) =>
      (y[t] as number) > 0 ? [{ sku: `S${i}`, quantity: y[t] as number }] : []
    )
    for (let start = 0; start < items.length; start += 50) {
      const nativeId = `${t}-${start}`
      orders.push({
        id: `demo:bench:${nativeId}`,
        marketplace: "demo",
        account: "bench",
        nativeId,
        status: "delivered",
        placedAt: time,
        time,
        items: items.slice(start, start + 50),
        firstReadAt: time,
        readAt: time
      })
    }
  }
  return orders
}

async function putOrders(page: Page, orders: StoredOrder[]): Promise<void> {
  for (let start = 0; start < orders.length; start += 500) {
    await page.evaluate(
      (part) =>
        new Promise<void>((resolve, reject) => {
          const opening = indexedDB.open("portside")
          opening.onerror = () => reject(opening.error)
          opening.onsuccess = () => {
            const writing = opening.result.transaction("orders", "readwrite")
            for (const order of part) writing.objectStore("orders").put(order)
            writing.oncomplete = () => {
              opening.result.close()
              resolve()
            }
            writing.onerror = () => reject(writing.error)
          }
        }),
      orders.slice(start, start + 500)
    )
  }
}

type Measured = { compute: number; whole: number }

/** One job in the worker: milliseconds of pool, network and intervals alone, and with reading and storing. */
async function forecastOnce(browser: Launched, page: Page): Promise<Measured> {
  const start = Date.now()
  const message = { type: "panel:demand", request: { job: "forecast-demand" } }
  await page.evaluate((sent) => chrome.runtime.sendMessage(sent), message)
  let found: Measured | null = null
  await until(
    "the forecasts",
    async () => {
      const worker = await browser.worker()
      found = await worker.evaluate((after) => {
        const [entry] = performance
          .getEntriesByName("portside:forecast", "measure")
          .filter((one) => performance.timeOrigin + one.startTime > after)
        const detail = (entry as PerformanceMeasure | undefined)?.detail as
          | { compute: number }
          | undefined
        return entry && detail ? { compute: detail.compute, whole: entry.duration } : null
      }, start)
      return found !== null
    },
    300_000
  )
  if (!found) throw new Error("no measure of the forecast")
  return found
}

/** ETS of this project over npm's augurs, series a second on the same histories in this process. */
function augursRatio(series: Float64Array[]): { ratio: number; ours: number; theirs: number } {
  const file = createRequire(import.meta.url)
    .resolve("@bsull/augurs/ets")
    .replace("ets.js", "ets_bg.wasm")
  initSync({ module: readFileSync(file) })
  const sample = series.slice(0, augursSample).map((y) => y.slice(-300))
  const out = new Float64Array(28)
  const mine = () => {
    for (const y of sample)
      ets({ y, period: 7, horizon: 28, origins: Int32Array.of(y.length) }, out)
  }
  mine()
  const begin = performance.now()
  for (let i = 0; i < 10; i++) mine()
  const ours = (performance.now() - begin) / 10
  const start = performance.now()
  for (const y of sample) {
    const model = new AutoETS(7, "ZZN")
    model.fit(y)
    model.predict(28)
    model.free()
  }
  const theirs = performance.now() - start
  return { ratio: theirs / ours, ours, theirs }
}

/** Tensors that 100 repeats leave behind. */
async function leakedTensors(series: Float64Array[]): Promise<number> {
  await tf.setBackend("wasm")
  const model = await loadDemand()
  const batch = series
    .slice(0, 8)
    .map((y, i) => ({ series: { id: `${i}`, y, period: 7 }, horizon: 28 }))
  await model.predict(batch)
  const before = tf.memory().numTensors
  for (let i = 0; i < 100; i++) await model.predict(batch)
  const leaked = tf.memory().numTensors - before
  model.dispose()
  return leaked
}

async function run(): Promise<Metric[]> {
  const series = makeSeries()
  const metrics: Metric[] = []
  const browser = await launchExtension()
  try {
    const page = await browser.context.newPage()
    await page.goto(`chrome-extension://${browser.extensionId}/popup.html`)
    await wakeWorker(page)
    await putOrders(page, toOrders(series, Date.now()))
    for (const backend of ["wasm", "cpu"] as const) {
      await page.evaluate(
        (pinned) => chrome.storage.local.set({ "backend-pinned": pinned }),
        backend
      )
      await browser.killWorker()
      await wakeWorker(page)
      const measured: Measured[] = []
      for (let i = 0; i < runs; i++) measured.push(await forecastOnce(browser, page))
      const note = `${skus} items, ${days} days: daily and weekly forecasts, and the weekly ones of a week ago`
      metrics.push(
        {
          id: `forecast.${backend}_ms`,
          value: median(measured.map(({ compute }) => compute)),
          unit: "ms",
          n: runs,
          note
        },
        {
          id: `forecast.${backend}_whole_ms`,
          value: median(measured.map(({ whole }) => whole)),
          unit: "ms",
          n: runs,
          note: "with reading the history and storing the forecasts"
        }
      )
    }
  } finally {
    await browser.close()
  }
  const { ratio, ours, theirs } = augursRatio(series)
  metrics.push(
    {
      id: "forecast.augurs_ratio",
      value: ratio,
      unit: "×",
      n: augursSample,
      note: `ETS of 300 days each in Node: ours ${ours.toFixed(0)} ms, @bsull/augurs ${theirs.toFixed(0)} ms`
    },
    {
      id: "forecast.tensors_leaked",
      value: await leakedTensors(series),
      unit: "",
      n: 100,
      note: "tensors after 100 repeats less before, WASM in Node"
    }
  )
  return metrics
}

/** 1,000 items with two years of days, forecast in the built extension's worker. */
export const forecastBench: Measurement = { name: "forecast", run }

import { build } from "esbuild"
import type { BrowserContext, Page } from "playwright-core"
import { launchExtension } from "../test/browser"
import { wakeWorker } from "../test/seed-orders"
import type * as pageCode from "./ingest-page"
import { type Measurement, type Metric, median } from "./metric"
import { attachToWorker } from "./worker-devtools"

const lines = 1_000_000
/** Enough for a steady rate; a million rows would take minutes. */
const rowWiseLines = 60_000
const seed = 20261124

async function bundle(): Promise<string> {
  const result = await build({
    entryPoints: ["bench/ingest-page.ts"],
    bundle: true,
    write: false,
    format: "iife",
    globalName: "ingestBench",
    platform: "browser"
  })
  return `${result.outputFiles[0]?.text ?? ""}; globalThis.ingestBench = ingestBench`
}

type Code = typeof pageCode
const inPage = async <K extends keyof Code>(
  page: Page,
  name: K,
  ...values: Parameters<Code[K]>
): Promise<Awaited<ReturnType<Code[K]>>> =>
  page.evaluate(
    ({ name, values }) => {
      const code = (
        globalThis as unknown as { ingestBench: Record<string, (...v: unknown[]) => unknown> }
      ).ingestBench
      return code[name]?.(...values)
    },
    { name: name as string, values: values as unknown[] }
  ) as Promise<Awaited<ReturnType<Code[K]>>>

type HeapUsage = {
  usedSize: number
  embedderHeapUsedSize?: number
  backingStorageSize?: number
}

/** Samples what the worker holds until `peak` is asked for; the sampling itself costs a few per cent of the time. */
async function watchHeap(context: BrowserContext) {
  const devtools = await attachToWorker(context)
  let [bytes, samples, running] = [0, 0, true]
  const sampling = (async () => {
    while (running) {
      const usage = await devtools.send<HeapUsage>("Runtime.getHeapUsage")
      const { usedSize, embedderHeapUsedSize = 0, backingStorageSize = 0 } = usage
      bytes = Math.max(bytes, usedSize + embedderHeapUsedSize + backingStorageSize)
      samples++
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  })()
  return {
    async peak() {
      running = false
      await sampling
      await devtools.close()
      return { bytes, samples }
    }
  }
}

async function run(): Promise<Metric[]> {
  const browser = await launchExtension()
  try {
    const code = await bundle()
    const open = async () => {
      const page = await browser.context.newPage()
      await page.goto(`chrome-extension://${browser.extensionId}/popup.html`)
      await page.evaluate(code)
      return page
    }
    const page = await open()
    await wakeWorker(page)
    const megabytes = (await inPage(page, "prepare", lines, seed)) / 2 ** 20
    const worker = await browser.worker()
    await worker.evaluate(() => {
      // the longest stretch without a timer of the worker that does the work
      const watch = { last: performance.now(), longest: 0 }
      Object.assign(globalThis, { watch })
      setInterval(() => {
        const now = performance.now()
        watch.longest = Math.max(watch.longest, now - watch.last - 5)
        watch.last = now
      }, 5)
    })
    const heap = await watchHeap(browser.context)
    const stored = await inPage(page, "ingest")
    const peak = await heap.peak()
    const watched = await worker.evaluate(
      () => (globalThis as unknown as { watch: { longest: number } }).watch
    )
    // what the models learn from a million lines is measured elsewhere
    await browser.killWorker()
    if (stored.report?.stored !== lines) throw new Error(`stored ${stored.report?.stored}`)
    const reopened: Awaited<ReturnType<Code["reopen"]>>[] = []
    for (let i = 0; i < 3; i++) {
      const fresh = await open()
      reopened.push(await inPage(fresh, "reopen"))
      await fresh.close()
    }
    if (reopened.some(({ rows }) => rows !== lines)) throw new Error("lines are missing")
    await inPage(page, "prepare", rowWiseLines, seed)
    const rowWise = await inPage(page, "ingestRowWise")
    const ratio = rowWise.ms / rowWise.rows / (stored.ms / lines)
    return [
      {
        id: "ingest.seconds",
        value: stored.ms / 1_000,
        unit: "s",
        n: lines,
        note: `${megabytes.toFixed(0)} MiB CSV → sealed and committed, ${(stored.lookedMs / 1_000).toFixed(1)} s of it for the preview`
      },
      {
        id: "ingest.peak_heap_mb",
        value: peak.bytes / 2 ** 20,
        unit: "MB",
        n: peak.samples,
        note: "JavaScript, embedder and array buffers of the worker, by DevTools every 50 ms"
      },
      {
        id: "ingest.ratio_row_wise",
        value: ratio,
        unit: "×",
        n: rowWise.rows,
        note: `the same look and read into plain Dexie rows: ${Math.round((rowWise.rows / rowWise.ms) * 1_000)} rows/s in the same run`
      },
      {
        id: "ingest.reopen_ms",
        value: median(reopened.map(({ dailyMs }) => dailyMs)),
        unit: "ms",
        n: reopened.length,
        note: `open → units by day of all ${reopened[0]?.skus} SKUs`
      },
      {
        id: "ingest.read_lines_ms",
        value: median(reopened.map(({ linesMs }) => linesMs)),
        unit: "ms",
        n: reopened.length,
        note: "all lines as typed arrays"
      },
      {
        id: "ingest.longest_task_ms",
        value: stored.longestTask,
        unit: "ms",
        n: 1,
        note: "of the page that imports"
      },
      {
        id: "ingest.longest_worker_task_ms",
        value: watched.longest,
        unit: "ms",
        n: 1,
        note: "of the worker"
      }
    ]
  } finally {
    await browser.close()
  }
}

/** A million order lines from a CSV file to a sealed, committed, queryable history, in Chromium. */
export const ingestBench: Measurement = { name: "ingest", run }

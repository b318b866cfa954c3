import { readFileSync } from "node:fs"
import { gzipSync } from "node:zlib"
import type { Page } from "playwright-core"
import { startDemo } from "../demo/server"
import { builds } from "../scripts/build"
import { launchExtension } from "../test/browser"
import { type Measurement, type Metric, median } from "./metric"
import { scriptingTime } from "./script-profile"
import { scriptTasks } from "./trace-tasks"

const runs = 15
const budgetBytes = 30 * 1_024

/** Opens a 200-row list that was not opened before, and waits until it is read and its badges stand. */
async function openList(page: Page, origin: string, number: number): Promise<void> {
  await page.goto(`${origin}/portside-demo/orders?perPage=200&page=${number}`)
  await page.waitForSelector("portside-badge", { timeout: 30_000, state: "attached" })
  await page.waitForTimeout(1_000)
}

async function run(): Promise<Metric[]> {
  const demo = await startDemo()
  const browser = await launchExtension()
  const prefix = `chrome-extension://${browser.extensionId}/contents/`
  const scripting: number[] = []
  const tasks: number[][] = []
  try {
    const devtools = await browser.context.browser()?.newBrowserCDPSession()
    if (!devtools) throw new Error("no DevTools connection")
    for (let i = 0; i < runs; i++) {
      // the profiler slows what it watches, so tasks are timed on a page of their own
      const profiled = await browser.context.newPage()
      const profiler = await browser.context.newCDPSession(profiled)
      const open = () => openList(profiled, demo.origin, 2 * i + 1)
      scripting.push(await scriptingTime(profiler, prefix, open))
      await profiled.close()
      const traced = await browser.context.newPage()
      const found = await scriptTasks(devtools, prefix, () =>
        openList(traced, demo.origin, 2 * i + 2)
      )
      if (found.length === 0) throw new Error("the trace shows no task of the content script")
      tasks.push(found)
      await traced.close()
    }
  } finally {
    await browser.close()
    await demo.close()
  }
  const script = gzipSync(readFileSync(`${builds.release}/contents/demo.js`), { level: 9 })
  const longest = tasks.map((found) => Math.max(...found))
  const whole = median(tasks.map((found) => found.reduce((sum, ms) => sum + ms, 0)))
  return [
    {
      id: "page.scripting_ms",
      value: median(scripting),
      unit: "ms",
      n: runs,
      note: `median time in the content script's functions by CPU profile, 200-row orders page; the tasks that held them, rendering included: ${whole.toFixed(0)} ms`
    },
    {
      id: "page.longest_task_ms",
      value: Math.max(...longest),
      unit: "ms",
      n: runs,
      note: `worst of all runs; median of the runs' worst ${median(longest).toFixed(1)}`
    },
    {
      id: "page.content_script_gzip_bytes",
      value: script.length,
      unit: "bytes",
      n: 1,
      note: `limit ${budgetBytes}`
    }
  ]
}

/** What the content script costs a 200-row orders page, from Chromium's own profiler and trace. */
export const pageBench: Measurement = { name: "page", run }

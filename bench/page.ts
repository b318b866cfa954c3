import { readFileSync } from "node:fs"
import { gzipSync } from "node:zlib"
import { startDemo } from "../demo/server"
import { builds } from "../scripts/build"
import { launchExtension } from "../test/browser"
import { type Measurement, type Metric, median } from "./metric"

const runs = 15
const budgetBytes = 30 * 1_024

type TraceEvent = {
  name: string
  ph: string
  ts: number
  dur?: number
  tid: number
  pid: number
  args?: { data?: { url?: string } }
}

/** Tasks (ms) of the page's process in which a script of the extension ran. */
function extensionTasks(events: TraceEvent[], extensionId: string): number[] {
  const ours = events.filter(({ args }) =>
    args?.data?.url?.startsWith(`chrome-extension://${extensionId}/contents/`)
  )
  const tasks = events.filter(
    ({ name, ph, dur }) => name === "RunTask" && ph === "X" && (dur ?? 0) > 0
  )
  const holding = tasks.filter((task) =>
    ours.some(
      ({ tid, pid, ts }) =>
        tid === task.tid && pid === task.pid && ts >= task.ts && ts <= task.ts + (task.dur ?? 0)
    )
  )
  return holding.map(({ dur = 0 }) => dur / 1_000)
}

async function run(): Promise<Metric[]> {
  const demo = await startDemo()
  const browser = await launchExtension()
  const scripting: number[] = []
  const longest: number[] = []
  try {
    const devtools = await browser.context.browser()?.newBrowserCDPSession()
    if (!devtools) throw new Error("no DevTools connection")
    for (let i = 0; i < runs; i++) {
      const page = await browser.context.newPage()
      const events: TraceEvent[] = []
      const collect = ({ value }: { value: object[] }) => {
        events.push(...(value as TraceEvent[]))
      }
      devtools.on("Tracing.dataCollected", collect)
      await devtools.send("Tracing.start", {
        transferMode: "ReportEvents",
        traceConfig: {
          includedCategories: [
            "toplevel",
            "devtools.timeline",
            "disabled-by-default-devtools.timeline"
          ]
        }
      })
      await page.goto(`${demo.origin}/portside-demo/orders?perPage=200&page=${i + 1}`)
      await page.waitForSelector("portside-badge", { timeout: 30_000, state: "attached" })
      await page.waitForTimeout(1_000)
      const done = new Promise((resolve) => devtools.once("Tracing.tracingComplete", resolve))
      await devtools.send("Tracing.end")
      await done
      devtools.off("Tracing.dataCollected", collect)
      const tasks = extensionTasks(events, browser.extensionId)
      if (tasks.length === 0) throw new Error("the trace shows no task of the content script")
      scripting.push(tasks.reduce((sum, ms) => sum + ms, 0))
      longest.push(Math.max(...tasks))
      await page.close()
    }
  } finally {
    await browser.close()
    await demo.close()
  }
  const script = gzipSync(readFileSync(`${builds.release}/contents/demo.js`), { level: 9 })
  return [
    {
      id: "page.scripting_ms",
      value: median(scripting),
      unit: "ms",
      n: runs,
      note: "median sum of all tasks in which the content script ran, 200-row orders page"
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

/** What the content script costs a 200-row orders page, from Chromium's own trace. */
export const pageBench: Measurement = { name: "page", run }

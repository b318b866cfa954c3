import type { CDPSession } from "playwright-core"

type TraceEvent = {
  name: string
  ph: string
  ts: number
  dur?: number
  tid: number
  pid: number
  args?: { data?: { url?: string } }
}

/** Tasks (ms) in which a script under `prefix` ran, whatever else they did: the page's own scripts, layout, paint. */
function tasksHolding(prefix: string, events: TraceEvent[]): number[] {
  const ours = events.filter(({ args }) => args?.data?.url?.startsWith(prefix))
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

/** Traces the browser while `work` runs: the tasks in which scripts under `prefix` ran. */
export async function scriptTasks(
  devtools: CDPSession,
  prefix: string,
  work: () => Promise<void>
): Promise<number[]> {
  const events: TraceEvent[] = []
  const collect = ({ value }: { value: object[] }) => {
    events.push(...(value as TraceEvent[]))
  }
  devtools.on("Tracing.dataCollected", collect)
  await devtools.send("Tracing.start", {
    transferMode: "ReportEvents",
    traceConfig: {
      includedCategories: ["toplevel", "devtools.timeline", "disabled-by-default-devtools.timeline"]
    }
  })
  await work()
  const done = new Promise((resolve) => devtools.once("Tracing.tracingComplete", resolve))
  await devtools.send("Tracing.end")
  await done
  devtools.off("Tracing.dataCollected", collect)
  return tasksHolding(prefix, events)
}

import type { Database, Job } from "../src/store/database"
import { nextJob, postponeJob } from "../src/store/jobs"

export type Work = { [K in Job["id"]]: (job: Job) => Promise<void> }
/** The jobs of one lane: lanes run side by side, so that what a page waits for never waits for a forecast. */
export type Lane = Partial<Work>

const alarm = "jobs"

/**
 * Runs one lane of the queue, one job at a time. `drain` resolves when nothing is left that may run now; calls that come
 * while it runs join the same run. A failed job waits with its reason; an alarm wakes the worker for it.
 */
export function createJobRunner(
  db: () => Promise<Database>,
  work: Lane,
  now: () => number = Date.now
) {
  let running: Promise<void> | null = null
  let again = false

  async function runAll(): Promise<void> {
    const store = await db()
    const next = () => nextJob(store, now(), (id) => work[id] !== undefined)
    for (let job = await next(); job; job = await next()) {
      try {
        await work[job.id]?.(job)
      } catch (error) {
        const reason = error instanceof Error ? `${error.name}: ${error.message}` : "failed"
        await postponeJob(store, job, reason.slice(0, 300), now())
      }
    }
    if ((await store.jobs.count()) > 0) await chrome.alarms.create(alarm, { periodInMinutes: 1 })
    else await chrome.alarms.clear(alarm)
  }

  return {
    alarm,
    drain(): Promise<void> {
      again = true
      running ??= (async () => {
        try {
          while (again) {
            again = false
            await runAll()
          }
        } finally {
          running = null
        }
      })()
      return running
    }
  }
}

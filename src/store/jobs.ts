import type { Database, Job } from "./database"

/** Puts work in the queue, or says that there is more of it. Call it in the transaction that makes the work. */
export async function enqueue(db: Database, id: Job["id"], notBefore = 0): Promise<void> {
  const waiting = await db.jobs.get(id)
  // what was asked for at once is not put off by what can wait
  const start = waiting?.notBefore === 0 ? 0 : notBefore
  await db.jobs.put({ id, revision: (waiting?.revision ?? 0) + 1, attempts: 0, notBefore: start })
}

/** What a person waits for goes first; long work over the whole history last. */
const later: Partial<Record<Job["id"], number>> = { "forecast-demand": 1, "test-forecasts": 2 }

/** The next job that may run now, of those that `mine` takes, or undefined. */
export async function nextJob(
  db: Database,
  now: number,
  mine: (id: Job["id"]) => boolean = () => true
): Promise<Job | undefined> {
  const jobs = await db.jobs.orderBy("id").toArray()
  return jobs
    .filter(({ id, notBefore }) => mine(id) && notBefore <= now)
    .sort((a, b) => (later[a.id] ?? 0) - (later[b.id] ?? 0))[0]
}

/** Removes a finished job, unless more work of its kind came while it ran. Call it with the results' commit. */
export async function finishJob(db: Database, job: Job): Promise<void> {
  const stored = await db.jobs.get(job.id)
  if (stored?.revision === job.revision) await db.jobs.delete(job.id)
}

/** Keeps a failed job with its reason, and waits longer each time: 1, 2, 4 ... at most 60 minutes. */
export async function postponeJob(
  db: Database,
  job: Job,
  reason: string,
  now: number
): Promise<void> {
  const attempts = job.attempts + 1
  const minutes = Math.min(60, 2 ** (attempts - 1))
  await db.jobs.update(job.id, { attempts, notBefore: now + minutes * 60_000, lastError: reason })
}

import type { Database, Job, StoredFit } from "../../src/store/database"
import { enqueue, finishJob } from "../../src/store/jobs"
import type { Scored } from "./judge"

/** Writes scores and insights and ends the job in one transaction; what the seller decided stays decided. */
export async function commit(
  db: Database,
  job: Job,
  scored: readonly Scored[],
  fit?: StoredFit
): Promise<void> {
  const tables = [db.scores, db.insights, db.feedback, db.jobs, db.fits]
  await db.transaction("rw", tables, async () => {
    const orderIds = scored.map(({ score }) => score.orderId)
    const ids = orderIds.map((id) => `order-risk:${id}`)
    const [before, judged, known] = await Promise.all([
      db.insights.bulkGet(ids),
      db.feedback.bulkGet(orderIds),
      db.scores.bulkGet(orderIds)
    ])
    const kept = scored.flatMap(({ insight }, i) => {
      const old = before[i]
      if (!insight) return []
      if (old?.kind !== "order-risk") return [insight]
      const { state, createdAt, snoozedUntil } = old
      return [{ ...insight, state, createdAt, ...(snoozedUntil !== undefined && { snoozedUntil }) }]
    })
    // an order that was judged keeps its place among the decided ones, flagged or not
    const gone = ids.filter((_, i) => before[i] && scored[i]?.insight === null && !judged[i])
    const scores = scored.map(({ score }, i) => {
      const old = known[i]
      const inputs = score.inputs ?? (old?.fit === score.fit ? old.inputs : undefined)
      const distance = score.distance ?? old?.distance
      return judged[i] && inputs && distance !== undefined ? { ...score, inputs, distance } : score
    })
    await db.insights.bulkDelete(gone)
    await db.insights.bulkPut(kept)
    await db.scores.bulkPut(scores)
    if (fit) {
      await db.fits.put(fit)
      // a new fit starts from the shipped head
      if ((await db.feedback.count()) > 0) await enqueue(db, "learn-verdicts")
    }
    if (job.id === "score-orders") await enqueue(db, "watch-shops")
    await finishJob(db, job)
  })
}

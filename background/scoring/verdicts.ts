import type { AnomalyModel, VerdictRow } from "../../models/anomaly"
import type { Feedback } from "../../src/domain/feedback"
import type { Database } from "../../src/store/database"
import type { Memory } from "./memory"

/** Links the history to what the seller confirmed, and gives the verdicts as the head reads them. */
async function verdictsOf(
  db: Database,
  { history, fit }: Memory,
  feedback: readonly Feedback[]
): Promise<VerdictRow[]> {
  const ids = feedback.map(({ orderId }) => orderId)
  const [orders, scores] = await Promise.all([db.orders.bulkGet(ids), db.scores.bulkGet(ids)])
  history.confirm(orders.filter((order, i) => order && feedback[i]?.verdict === "fraud"))
  return feedback.flatMap(({ verdict }, i): VerdictRow[] => {
    const score = scores[i]
    return score?.fit === fit && score.inputs && score.distance !== undefined
      ? [{ inputs: score.inputs, distance: score.distance, bad: verdict === "fraud" }]
      : []
  })
}

/** Puts the fit to use, its head moved by every verdict so far. */
export async function learnVerdicts(
  db: Database,
  model: AnomalyModel,
  known: Memory
): Promise<void> {
  const feedback = await db.feedback.toArray()
  const said = feedback.map(({ orderId, verdict }) => `${orderId} ${verdict}`).join("\n")
  model.use(known.anomaly)
  if (known.learnt === said) return
  known.anomaly = model.learn(await verdictsOf(db, known, feedback))
  known.learnt = said
}

import type { Database } from "../src/store/database"
import { enqueue } from "../src/store/jobs"
import { allowKey } from "../src/store/risk"
import { type Handlers, Refusal } from "./dispatch"

type Parts = {
  writable: () => Promise<Database>
  drainJobs: () => Promise<void>
  now: () => number
}

type RiskMessage =
  | "panel:give-feedback"
  | "panel:withdraw-feedback"
  | "panel:dismiss"
  | "panel:restore"
  | "panel:snooze"
  | "panel:allow"
  | "panel:set-budget"
  | "panel:open-claim"
  | "panel:close-claim"

/** What a seller decides about orders. Each has its opposite, so that everything can be undone. */
export function createRiskHandlers({
  writable,
  drainJobs,
  now
}: Parts): Pick<Handlers, RiskMessage> {
  /** Changes something that scores depend on, and scores again at once. */
  async function relearn(
    change: (db: Database) => Promise<unknown>
  ): Promise<Record<string, never>> {
    const db = await writable()
    await db.transaction("rw", [db.feedback, db.allowed, db.riskSettings, db.jobs], async () => {
      await change(db)
      await enqueue(db, "learn-verdicts")
    })
    void drainJobs()
    return {}
  }
  return {
    async "panel:give-feedback"({ orderId, verdict }) {
      const db = await writable()
      const [known, score] = await Promise.all([db.feedback.get(orderId), db.scores.get(orderId)])
      // a changed mind is still about what was said first: by now the model has learnt from it
      const said = known ?? {
        flagged: score?.flagged ?? false,
        ...(score?.probability !== undefined && { probability: score.probability })
      }
      return relearn(() => db.feedback.put({ ...said, orderId, verdict, at: now() }))
    },
    "panel:withdraw-feedback": ({ orderId }) => relearn((db) => db.feedback.delete(orderId)),
    async "panel:dismiss"({ insightId }) {
      await (await writable()).insights.update(insightId, { state: "dismissed" })
      return {}
    },
    async "panel:restore"({ insightId }) {
      const db = await writable()
      await db.insights
        .where("id")
        .equals(insightId)
        .modify((insight) => {
          insight.state = "open"
          if (insight.kind === "order-risk") delete insight.snoozedUntil
        })
      return {}
    },
    async "panel:snooze"({ insightId, until }) {
      const db = await writable()
      await db.insights
        .where("id")
        .equals(insightId)
        .modify((insight) => {
          if (insight.kind === "order-risk") insight.snoozedUntil = until
        })
      return {}
    },
    async "panel:allow"({ orderId, allow }) {
      const order = await (await writable()).orders.get(orderId)
      const key = order && allowKey(order)
      if (!key) throw new Refusal("invalid", "the page showed neither buyer nor address")
      return relearn((db) =>
        allow ? db.allowed.put({ key, orderId, at: now() }) : db.allowed.delete(key)
      )
    },
    "panel:set-budget": ({ budget }) =>
      relearn((db) => db.riskSettings.put({ key: "budget", budget })),
    async "panel:open-claim"(claim) {
      await (await writable()).claimCases.put(claim)
      return {}
    },
    async "panel:close-claim"({ orderId }) {
      await (await writable()).claimCases.delete(orderId)
      return {}
    }
  }
}

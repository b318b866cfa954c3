import { wordsFor } from "../locales"
import { orderId } from "../src/domain/order"
import type { OrderBadge } from "../src/messaging/protocol"
import type { Database } from "../src/store/database"
import type { OpenStore } from "../src/store/open"
import { unscored } from "../src/store/save-reading"
import { badgeOf } from "./badge-words"
import { type Handlers, Refusal } from "./dispatch"
import { ingest } from "./ingest"
import type { Pseudonymise } from "./pseudonyms"
import { checkPage, listSites, readTab, siteOf, syncSites } from "./sites"

export type Parts = {
  store: () => Promise<OpenStore>
  pseudonymise: () => Promise<Pseudonymise>
  drainJobs: () => Promise<void>
  now: () => number
}

async function badges(db: Database, ids: string[], nativeIds: string[]): Promise<OrderBadge[]> {
  const words = wordsFor(chrome.i18n.getUILanguage())
  const [scores, insights] = await Promise.all([
    db.scores.bulkGet(ids),
    db.insights.bulkGet(ids.map((id) => `order-risk:${id}`))
  ])
  return nativeIds.flatMap((nativeId, i) => {
    const score = scores[i]
    if (!score) return []
    const insight = insights[i]
    return [
      badgeOf(
        words,
        nativeId,
        score.fit !== unscored,
        insight?.state === "open" ? insight : undefined
      )
    ]
  })
}

/** What each message does. Everything here is idempotent: a lost answer is asked again. */
export function createHandlers(parts: Parts): Handlers {
  const writable = async () => {
    const { db, readOnly } = await parts.store()
    if (readOnly) throw new Refusal("read-only", "a newer Portside wrote this data")
    return db
  }
  return {
    async "page:capture"(reading, sender) {
      await checkPage(reading.account, sender.origin, sender.tabId ?? -1)
      const receipt = await ingest(await writable(), await parts.pseudonymise(), reading)
      // scoring goes on after the answer; the job row outlives this worker
      void parts.drainJobs()
      return receipt
    },
    async "page:badges"({ marketplace, account, nativeIds }, sender) {
      await checkPage(account, sender.origin, sender.tabId ?? -1)
      await parts.drainJobs()
      const { db } = await parts.store()
      const ids = nativeIds.map((nativeId) => orderId(marketplace, account, nativeId))
      return badges(db, ids, nativeIds)
    },
    "panel:read-tab": ({ tabId }) => readTab(tabId),
    "panel:site": ({ url }) => siteOf(url),
    "panel:sites": () => listSites(),
    async "panel:sync-sites"() {
      await syncSites()
      return {}
    },
    async "panel:give-feedback"(feedback) {
      const db = await writable()
      await db.feedback.put({ ...feedback, at: parts.now() })
      return {}
    },
    async "panel:dismiss"({ insightId }) {
      const db = await writable()
      await db.insights.update(insightId, { state: "dismissed" })
      return {}
    }
  }
}

import { saveMacro } from "../src/store/macros"
import type { OpenStore } from "../src/store/open"
import { badgesFor } from "./badges"
import { createDataHandlers } from "./data-handlers"
import type { Demand } from "./demand"
import { demandHandlers } from "./demand-handlers"
import { type Handlers, Refusal } from "./dispatch"
import type { HistoryCare } from "./history-care"
import { ingest } from "./ingest"
import type { ListingHandlers } from "./listing"
import type { Pseudonymise } from "./pseudonyms"
import { recommendHandlers } from "./recommend-handlers"
import { createRiskHandlers } from "./risk"
import type { Service } from "./service"
import { checkPage, listSites, readTab, siteOf, syncSites } from "./sites"
import { taughtHandlers } from "./taught"
import type { Vault } from "./vault"

export type Parts = {
  store: () => Promise<OpenStore>
  pseudonymise: () => Promise<Pseudonymise>
  isDisposable: () => Promise<(domain: string) => boolean>
  drainJobs: () => Promise<void>
  /** Only what badges wait for. */
  drainScoring: () => Promise<void>
  service: Service
  demand: Demand
  care: HistoryCare
  vault: Vault
  now: () => number
}

/** What each message does. Everything here is idempotent: a lost answer is asked again. */
export function createHandlers(parts: Parts, listing: ListingHandlers): Handlers {
  const writable = async () => {
    const { db, readOnly } = await parts.store()
    if (readOnly) throw new Refusal("read-only", "a newer Portside wrote this data")
    return db
  }
  return {
    ...listing,
    ...createDataHandlers({ ...parts, writable }),
    async "page:capture"(reading, sender) {
      await checkPage(reading.account, sender.origin, sender.tabId ?? -1)
      const receipt = await ingest(await writable(), reading, {
        pseudonymise: await parts.pseudonymise(),
        isDisposable: await parts.isDisposable(),
        vault: parts.vault
      })
      await parts.service.read(await writable(), reading)
      parts.care.changed(receipt.stored)
      // scoring goes on after the answer; the job row outlives this worker
      void parts.drainJobs()
      return receipt
    },
    ...taughtHandlers,
    async "page:badges"(request, sender) {
      await checkPage(request.account, sender.origin, sender.tabId ?? -1)
      await parts.drainScoring()
      const { db } = await parts.store()
      return badgesFor(db, request)
    },
    "panel:read-tab": ({ tabId }) => readTab(tabId),
    "panel:site": ({ url }) => siteOf(url),
    "panel:sites": () => listSites(),
    async "panel:sync-sites"() {
      await syncSites()
      return {}
    },
    "panel:conversation": async ({ messageId, tone }) =>
      parts.service.conversation((await parts.store()).db, messageId, tone),
    "panel:insert-reply": async ({ messageId, text }) =>
      parts.service.insert((await parts.store()).db, messageId, text),
    "panel:product-reasons": async () => parts.service.productReasons((await parts.store()).db),
    "panel:check-draft": async ({ messageId, text }) =>
      parts.service.checkDraft((await parts.store()).db, messageId, text),
    "panel:rising-topics": async () => parts.service.risingTopics((await parts.store()).db),
    async "panel:correct-message"({ messageId, intent }) {
      await parts.service.correct(await writable(), messageId, intent)
      return {}
    },
    async "panel:message-done"({ messageId, done, ...answer }) {
      await parts.service.markDone(await writable(), messageId, done, answer)
      return {}
    },
    async "panel:save-macro"(macro) {
      await saveMacro(await writable(), macro, parts.now())
      return {}
    },
    async "panel:delete-macro"({ id }) {
      const db = await writable()
      await db.macros.delete(id)
      return {}
    },
    ...recommendHandlers({ writable, drainJobs: parts.drainJobs, now: parts.now }),
    ...demandHandlers(writable, parts.drainJobs, parts.demand),
    ...createRiskHandlers({ writable, drainJobs: parts.drainJobs, now: parts.now })
  }
}

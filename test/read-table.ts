import type { Page } from "playwright-core"
import type { Feedback } from "../src/domain/feedback"
import type { ItemForecast } from "../src/domain/forecast"
import type { Insight } from "../src/domain/insight"
import type { Listing } from "../src/domain/listing"
import type { ListingAnalysis } from "../src/domain/listing-analysis"
import type { Message } from "../src/domain/message"
import type { MessageNote } from "../src/domain/message-note"
import type { Suggestion } from "../src/domain/suggestion"
import type { BlockIndex, StoredImport } from "../src/store/blocks"
import type { StoredBuyerText } from "../src/store/buyer-text"
import type { Job, OrderScore, Status, StoredOrder, StoredReading } from "../src/store/database"
import type { ClaimCase } from "../src/store/risk"
import type { LearntState } from "../src/store/suggestions"

type Tables = {
  forecasts: ItemForecast
  messageNotes: MessageNote
  messages: Message
  imports: StoredImport
  blocks: BlockIndex
  buyerTexts: StoredBuyerText
  orders: StoredOrder
  listings: Listing
  readings: StoredReading
  scores: OrderScore
  insights: Insight
  feedback: Feedback
  jobs: Job
  claimCases: ClaimCase
  status: Status
  listingAnalyses: ListingAnalysis
  suggestions: Suggestion
  learnt: LearntState
}

/** Every row of one table of the extension's store, read in one of its own pages without its code. */
export async function readTable<K extends keyof Tables>(
  page: Page,
  table: K
): Promise<Tables[K][]> {
  const rows = await page.evaluate(
    (name) =>
      new Promise<unknown[]>((resolve, reject) => {
        const opening = indexedDB.open("portside")
        opening.onerror = () => reject(opening.error)
        opening.onsuccess = () => {
          const db = opening.result
          if (!db.objectStoreNames.contains(name)) {
            db.close()
            return resolve([])
          }
          const reading = db.transaction(name).objectStore(name).getAll()
          reading.onerror = () => reject(reading.error)
          reading.onsuccess = () => {
            db.close()
            resolve(reading.result)
          }
        }
      }),
    table
  )
  return rows as Tables[K][]
}

/** Whether no job waits for its turn; one that is put off for later does not count. */
export async function isQueueEmpty(page: Page): Promise<boolean> {
  const jobs = await readTable(page, "jobs")
  return jobs.every(({ notBefore }) => notBefore > Date.now())
}

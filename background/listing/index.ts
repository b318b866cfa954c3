import { wordsFor } from "../../locales"
import type { ListingAnalysis } from "../../src/domain/listing-analysis"
import { orderId } from "../../src/domain/order"
import { analyse, dayOf } from "../../src/listing-rules/analyse"
import { noContext } from "../../src/listing-rules/check"
import { parseRulePack } from "../../src/listing-rules/rule"
import type { Badge } from "../../src/messaging/protocol"
import type { Database } from "../../src/store/database"
import { enqueue } from "../../src/store/jobs"
import type { OpenStore } from "../../src/store/open"
import { type Handlers, Refusal } from "../dispatch"
import { analyseListing, ownListing } from "./analyse"
import { createCatalogue } from "./catalogue"
import type { Embed } from "./learn-sales"
import { markListing, readListing } from "./read-tab"
import { productOf, readShop, wordsFit } from "./shop"

export type ListingHandlers = Pick<
  Handlers,
  | "panel:analyse-tab"
  | "panel:analyse-listings"
  | "panel:check-text"
  | "panel:save-listing-settings"
  | "panel:save-selling-costs"
>

export type ListingParts = {
  embed: Embed
  store: () => Promise<OpenStore>
  drainJobs: () => Promise<void>
  now: () => number
}

/** Analyses of others' listings are of use today; so many are kept. */
const mostOthers = 50
const mostSeen = 2_000

/** The mark beside the title, in finished words. */
function badgeOf({ findings }: ListingAnalysis): Badge {
  const words = wordsFor(chrome.i18n.getUILanguage())
  const shown = findings.filter(({ outcome }) => outcome === "broken" || outcome === "coming")
  const broken = findings.filter(({ outcome }) => outcome === "broken").length
  return {
    nativeId: "listing",
    state: broken > 0 ? "flagged" : "info",
    ...(broken > 0 && { severity: "medium" as const }),
    label: words.listing.mark(broken),
    reasons: shown.slice(0, 6).map((finding) => words.finding(finding).says)
  }
}

async function forgetOldest(db: Database): Promise<void> {
  const others = await db.listingAnalyses
    .orderBy("at")
    .reverse()
    .filter(({ own }) => !own)
    .primaryKeys()
  await db.listingAnalyses.bulkDelete(others.slice(mostOthers))
  const seen = await db.seenListings.orderBy("at").reverse().primaryKeys()
  await db.seenListings.bulkDelete(seen.slice(mostSeen))
}

/** Listing analysis in the worker: one page by a click, the whole catalogue by a job, the seller's own settings. */
export function createListing({ store: openStore, drainJobs, now, embed }: ListingParts) {
  const db = async () => (await openStore()).db
  async function writable(): Promise<Database> {
    const { db, readOnly } = await openStore()
    if (readOnly) throw new Refusal("read-only", "a newer Portside wrote this data")
    return db
  }

  async function analyseTab(store: Database, tabId: number): Promise<ListingAnalysis | null> {
    const page = await readListing(tabId)
    if (!page) return null
    const { facts, host } = page
    const shop = await readShop(store)
    const own = ownListing(facts, shop.listings)
    const sales = own && (await store.ownSales.get(productOf(own)))
    const id = own?.id ?? orderId(facts.marketplace, host, facts.nativeId ?? facts.title ?? "")
    const analysis = analyseListing(id.slice(0, 2_000), facts, own, sales, shop, now())
    await store.transaction("rw", store.listingAnalyses, store.seenListings, async () => {
      await store.listingAnalyses.put(analysis)
      // nothing of another seller's listing on Amazon is kept beside this answer
      if (!own && facts.marketplace !== "amazon" && facts.price && facts.title) {
        await store.seenListings.put({
          id: analysis.id,
          title: facts.title,
          price: facts.price,
          at: now()
        })
      }
      await forgetOldest(store)
    })
    await markListing(tabId, badgeOf(analysis))
    if (own) await learnWhenOld(store)
    return analysis
  }

  /** Sales that were added up yesterday or never are added up after the answer. */
  async function learnWhenOld(store: Database): Promise<void> {
    const fit = await store.fits.get(wordsFit)
    if (fit && now() - fit.fittedAt < 86_400_000) return
    await store.transaction("rw", store.jobs, () => enqueue(store, "analyse-listings"))
    void drainJobs()
  }

  /** Analyses the page in a tab; the panel follows the status row. */
  async function analysePage(tabId: number): Promise<{ found: boolean }> {
    const store = await writable()
    await store.listingStatus.put({ key: "page", state: "reading", at: now() })
    try {
      const start = performance.now()
      const analysis = await analyseTab(store, tabId)
      await store.listingStatus.put(
        analysis
          ? { key: "page", state: "done", analysisId: analysis.id, at: now() }
          : { key: "page", state: "none", at: now() }
      )
      performance.measure("portside:listing", { start })
      return { found: analysis !== null }
    } catch (error) {
      await store.listingStatus.put({ key: "page", state: "failed", at: now() })
      throw error
    }
  }

  const handlers: ListingHandlers = {
    "panel:analyse-tab": ({ tabId }) => analysePage(tabId),
    async "panel:analyse-listings"() {
      const store = await writable()
      await store.transaction("rw", store.jobs, () => enqueue(store, "analyse-listings"))
      void drainJobs()
      return {}
    },
    async "panel:check-text"({ marketplace, store, field, text }) {
      const { rules, settings } = await readShop(await db())
      const many = field === "bullets" || field === "tags"
      const facts = { marketplace, ...(store && { store }), [field]: many ? [text] : text }
      return analyse(facts, rules, dayOf(now()), { ...noContext, tradeMarks: settings.tradeMarks })
    },
    async "panel:save-listing-settings"(settings) {
      for (const { name, json } of settings.packs) {
        try {
          parseRulePack(json)
        } catch (error) {
          throw new Refusal("invalid", `${name}: ${error instanceof Error ? error.message : "?"}`)
        }
      }
      const store = await writable()
      const { margin } = (await store.listingSettings.get("settings")) ?? {}
      await store.listingSettings.put({
        key: "settings",
        ...(margin === undefined ? {} : { margin }),
        ...settings
      })
      return {}
    },
    async "panel:save-selling-costs"(costs) {
      const store = await writable()
      await store.sellingCosts.put(costs)
      return {}
    }
  }

  /** The keyboard command: it counts as a click, so the tab may be read and the side panel opened. */
  function onCommand(command: string, tab?: chrome.tabs.Tab): void {
    if (command !== "analyse-page" || tab?.id === undefined) return
    void chrome.sidePanel.open({ windowId: tab.windowId })
    // a failure is told by the status row, which the panel follows
    void analysePage(tab.id).catch(() => undefined)
  }

  return { handlers, onCommand, work: { "analyse-listings": createCatalogue(db, now, embed) } }
}

import * as v from "valibot"
import { type ListingFacts, listingFactsSchema } from "../../src/domain/listing-facts"
import type { ListingPage } from "../../src/marketplace/listing-page/page"
import type { Badge } from "../../src/messaging/protocol"
import { readerFile } from "../sites"

/** Built from contents/listing.ts; it runs on demand only, in the tab of the click (activeTab). */
const file = "contents/listing.js"

type World = typeof globalThis & { portsideListing?: ListingPage }

/** Runs in the page's isolated world, where `contents/listing.js` has put its functions. */
const inPage = {
  read: () => (globalThis as World).portsideListing?.read() ?? null,
  mark: (badge: Badge) => (globalThis as World).portsideListing?.mark(badge)
}

/**
 * The listing that a tab shows; null when it shows none. Injects the marketplace's own reader where there is one.
 * @throws what `chrome.scripting` throws for a page that may not be read
 */
export async function readListing(
  tabId: number
): Promise<{ facts: ListingFacts; host: string } | null> {
  const tab = await chrome.tabs.get(tabId)
  const url = tab.url && URL.canParse(tab.url) ? new URL(tab.url) : null
  const reader = url ? await readerFile(url) : undefined
  await chrome.scripting.executeScript({
    target: { tabId },
    files: reader ? [reader, file] : [file]
  })
  const [answer] = await chrome.scripting.executeScript({ target: { tabId }, func: inPage.read })
  if (!answer?.result) return null
  // from a page: hostile until parsed
  return { facts: v.parse(listingFactsSchema, answer.result), host: url?.hostname ?? "" }
}

/** Puts a small mark beside the listing's title; the page may have gone meanwhile. */
export async function markListing(tabId: number, badge: Badge): Promise<void> {
  await chrome.scripting
    .executeScript({ target: { tabId }, func: inPage.mark, args: [badge] })
    .catch(() => undefined)
}

import { matchesUrl, narrowPatterns, type Reader } from "../src/marketplace/match-pattern"
import type { SiteState } from "../src/messaging/protocol"
import { Refusal } from "./dispatch"

const onceKey = (tabId: number) => `read-once:${tabId}`

async function readers(): Promise<Reader[]> {
  const response = await fetch(chrome.runtime.getURL("readers.json"))
  return (await response.json()) as Reader[]
}

async function allowedHosts(): Promise<string[]> {
  const { origins = [] } = await chrome.permissions.getAll()
  return origins
}

const originPattern = (url: URL) => `${url.protocol}//${url.hostname}/*`

function readerFor(all: Reader[], url: URL): Reader | undefined {
  return all.find(({ matches }) => matches.some((match) => matchesUrl(match, url)))
}

async function inject(tabId: number, file: string): Promise<void> {
  // a tab may close or navigate while we look at it; its next page load is covered by the registration
  await chrome.scripting.executeScript({ target: { tabId }, files: [file] }).catch(() => undefined)
}

/**
 * Registers exactly the readers whose hosts the seller allowed, and starts them in tabs that are already open
 * (also after an update, which orphans the scripts that ran before it).
 */
export function syncSites(): Promise<SiteState[]> {
  // one after the other: two at once would register the same script twice
  const synced = syncing.then(registerAllowed, registerAllowed)
  syncing = synced
  return synced
}

let syncing: Promise<unknown> = Promise.resolve()

async function registerAllowed(): Promise<SiteState[]> {
  const [all, hosts] = await Promise.all([readers(), allowedHosts()])
  const wanted = all
    .map((reader) => ({ ...reader, matches: narrowPatterns(reader.matches, hosts) }))
    .filter(({ matches }) => matches.length > 0)
  const registered = await chrome.scripting.getRegisteredContentScripts()
  if (registered.length > 0) {
    await chrome.scripting.unregisterContentScripts({ ids: registered.map(({ id }) => id) })
  }
  await chrome.scripting.registerContentScripts(
    wanted.map(({ marketplace, matches, file }) => ({
      id: marketplace,
      matches,
      js: [file],
      runAt: "document_idle"
    }))
  )
  for (const { matches, file } of wanted) {
    const tabs = await chrome.tabs.query({ url: matches })
    await Promise.all(tabs.map(({ id }) => (id === undefined ? undefined : inject(id, file))))
  }
  return wanted.flatMap(({ marketplace, matches }) =>
    [...new Set(matches.map((match) => match.replace(/(^https?:\/\/[^/]+).*/, "$1")))].map(
      (origin) => ({ origin, marketplace, allowed: true })
    )
  )
}

/** Which marketplace a page belongs to and whether its host is allowed; null: none that we can read. */
export async function siteOf(text: string): Promise<SiteState | null> {
  const url = URL.canParse(text) ? new URL(text) : null
  const reader = url && readerFor(await readers(), url)
  if (!reader) return null
  const allowed = await chrome.permissions.contains({ origins: [originPattern(url)] })
  return { origin: url.origin, marketplace: reader.marketplace, allowed }
}

/** Reads the page of this tab by the seller's click (activeTab), until the tab leaves the site. */
export async function readTab(tabId: number): Promise<{ marketplace: string }> {
  const tab = await chrome.tabs.get(tabId)
  const url = tab.url && URL.canParse(tab.url) ? new URL(tab.url) : null
  const reader = url && readerFor(await readers(), url)
  if (!reader) return { marketplace: "" }
  await chrome.storage.session.set({ [onceKey(tabId)]: url.origin })
  await chrome.scripting.executeScript({ target: { tabId }, files: [reader.file] })
  return { marketplace: reader.marketplace }
}

/**
 * A page may speak for its own shop only, and only while its host is allowed or the seller clicked in this tab.
 * @throws Refusal
 */
export async function checkPage(account: string, origin: string, tabId: number): Promise<void> {
  const url = new URL(origin)
  const shop = url.host.replaceAll(":", "_")
  if (account !== shop && !account.startsWith(`${shop}/`)) {
    throw new Refusal("refused", "a page may report its own shop only")
  }
  if (await chrome.permissions.contains({ origins: [originPattern(url)] })) return
  const key = onceKey(tabId)
  const once = await chrome.storage.session.get(key)
  if (once[key] !== origin) throw new Refusal("refused", "this host is not allowed")
}

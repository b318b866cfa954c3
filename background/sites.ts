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

/** The readers whose hosts the seller allowed, each narrowed to those hosts. */
async function allowedReaders(): Promise<Reader[]> {
  const [all, hosts] = await Promise.all([readers(), allowedHosts()])
  return all
    .map((reader) => ({ ...reader, matches: narrowPatterns(reader.matches, hosts) }))
    .filter(({ matches }) => matches.length > 0)
}

const sameSet = (a: string[], b: string[]) =>
  a.length === b.length && a.every((one) => b.includes(one))

/**
 * Brings the registered content scripts to what is wanted, and touches only what differs: a worker that is killed
 * between two steps never leaves a reader unregistered that was registered before.
 */
async function register(wanted: Reader[]): Promise<void> {
  const registered = await chrome.scripting.getRegisteredContentScripts()
  const known = new Map(registered.map((script) => [script.id, script]))
  const scripts = wanted.map(
    ({ marketplace, matches, file }): chrome.scripting.RegisteredContentScript => ({
      id: marketplace,
      matches,
      js: [file],
      runAt: "document_idle"
    })
  )
  const fresh = scripts.filter(({ id }) => !known.has(id))
  const changed = scripts.filter(({ id, matches = [], js = [] }) => {
    const old = known.get(id)
    return old && !(sameSet(old.matches ?? [], matches) && sameSet(old.js ?? [], js))
  })
  const ids = [...known.keys()].filter((id) => !scripts.some((script) => script.id === id))
  if (fresh.length > 0) await chrome.scripting.registerContentScripts(fresh)
  if (changed.length > 0) await chrome.scripting.updateContentScripts(changed)
  if (ids.length > 0) await chrome.scripting.unregisterContentScripts({ ids })
}

let turn: Promise<unknown> = Promise.resolve()

/** One after the other: two at once would register the same script twice. */
function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const done = turn.then(work, work)
  turn = done
  return done
}

/**
 * Registers exactly the readers whose hosts the seller allowed. Every life of the worker does it: the one that
 * heard of the installation or of a permission may have been killed before it was done.
 */
export function registerSites(): Promise<void> {
  return inTurn(async () => register(await allowedReaders()))
}

/**
 * Registers the readers and starts them in tabs that are already open (also after an update, which orphans the
 * scripts that ran before it).
 */
export function syncSites(): Promise<void> {
  return inTurn(async () => {
    const wanted = await allowedReaders()
    await register(wanted)
    for (const { matches, file } of wanted) {
      const tabs = await chrome.tabs.query({ url: matches })
      await Promise.all(tabs.map(({ id }) => (id === undefined ? undefined : inject(id, file))))
    }
  })
}

/** The sites that may be read, one line for each origin and marketplace. */
export async function listSites(): Promise<SiteState[]> {
  return (await allowedReaders()).flatMap(({ marketplace, matches }) =>
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

/** The file of the reader that knows a page, if any. */
export async function readerFile(url: URL): Promise<string | undefined> {
  return readerFor(await readers(), url)?.file
}

/** The reader of any page; it stays silent where another one in the tab knows the page. */
const anyPage = "generic"

/** Reads the page of this tab by the seller's click (activeTab), until the tab leaves the site. */
export async function readTab(tabId: number): Promise<{ marketplace: string }> {
  const tab = await chrome.tabs.get(tabId)
  const url = tab.url && URL.canParse(tab.url) ? new URL(tab.url) : null
  if (!url || !/^https?:$/.test(url.protocol)) return { marketplace: "" }
  const all = await readers()
  const own = readerFor(all, url)
  const files = [own, all.find(({ marketplace }) => marketplace === anyPage)].flatMap(
    (one) => one?.file ?? []
  )
  await chrome.storage.session.set({ [onceKey(tabId)]: url.origin })
  await chrome.scripting.executeScript({ target: { tabId }, files })
  return { marketplace: own?.marketplace ?? anyPage }
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

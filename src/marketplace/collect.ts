import type { PageReading } from "../domain/reading"
import { MessageError, send } from "../messaging/messenger"
import type { BadgeKind } from "../messaging/protocol"
import type { Anchor, MarketplaceAdapter } from "./adapter"
import { createBadges } from "./badge"
import { createPace, firstRestMs } from "./pace"
import { inOnePass, openRoots } from "./query-deep"
import { readPage } from "./read-page"

/** A page that never says it is ready is read anyway after this long, so that it fails loudly. */
const readyWithinMs = 10_000
/** Something less than complete is told only if it is still so after this long: lists are empty between two renders. */
const secondLookMs = 1_500

/** What the worker refused, or never answered, is offered again after this long. */
const offerAgainMs = 30_000

type Marked = typeof globalThis & { portsideReaders?: Map<string, MarketplaceAdapter> }

/** True the first time for a reader in this page: a script may be injected twice. */
function claim(adapter: MarketplaceAdapter): boolean {
  const world: Marked = globalThis
  world.portsideReaders ??= new Map()
  if (world.portsideReaders.has(adapter.id)) return false
  world.portsideReaders.set(adapter.id, adapter)
  return true
}

/** Whether another reader in this page knows what it is. */
export function isKnownByAnother(id: string, url: URL, doc: Document): boolean {
  const readers = (globalThis as Marked).portsideReaders?.values() ?? []
  return [...readers].some((one) => one.id !== id && one.page(url, doc) !== null)
}

/** What a reading says, without when: two readings with the same words are the same. */
function fingerprint(reading: PageReading): string {
  return JSON.stringify({ ...reading, readAt: 0 })
}

/** A reading, its fingerprint, and where the page showed what was read. */
type Seen = { reading: PageReading; words: string; anchors: Anchor[] }

const isOrphan = () => chrome.runtime?.id === undefined

/**
 * The content script's loop: reads the page whenever it changes, sends what is new, shows the badges.
 * Stops for good, and leaves no trace, when the extension was reloaded or removed.
 * @returns a function that has the page read and sent again, whether or not it changed
 */
export function collect(adapter: MarketplaceAdapter): () => void {
  if (!claim(adapter)) return () => undefined
  const life = new AbortController()
  const badges = createBadges(document)
  let sent = ""
  let doubtful = ""
  let refused = { words: "", until: 0 }
  let href = ""
  let waitingSince = 0
  let seen: Seen | null = null
  let sending = false

  /** Whether the page changed since it was last read. */
  let changed = true

  const observer = new MutationObserver(() => {
    changed = true
    pace.ask(sent ? undefined : firstRestMs)
  })
  const watch = { childList: true, subtree: true, characterData: true }

  function stop() {
    life.abort()
    observer.disconnect()
    pace.stop()
    badges.clear()
    ;(globalThis as Marked).portsideReaders?.delete(adapter.id)
  }

  function place({ anchors }: Seen) {
    if (observer.takeRecords().length > 0) changed = true
    badges.place(anchors)
    // these are our own changes: they are no reason to read again
    observer.takeRecords()
  }

  async function showBadges(shownNow: Seen) {
    const { marketplace, account, orders, listings, messages } = shownNow.reading
    const shown: [BadgeKind, { nativeId: string }[]][] = [
      ["order", orders],
      ["listing", listings],
      ["message", messages]
    ]
    for (const [kind, records] of shown) {
      if (records.length === 0) continue
      const nativeIds = records.map(({ nativeId }) => nativeId)
      badges.set(kind, await send("page:badges", { marketplace, account, kind, nativeIds }))
      place(shownNow)
    }
  }

  async function deliver(found: Seen) {
    const { reading, words } = found
    sending = true
    try {
      await send("page:capture", reading)
      sent = words
      await showBadges(found)
    } catch (error) {
      if (isOrphan()) return stop()
      const code = error instanceof MessageError ? error.code : "failed"
      refused = { words, until: Date.now() + offerAgainMs }
      console.warn(`Portside: this reading was not taken (${code})`)
    } finally {
      sending = false
    }
    pace.ask()
  }

  function isReady(): boolean {
    waitingSince ||= Date.now()
    if (adapter.ready(document) || Date.now() - waitingSince > readyWithinMs) return true
    pace.ask(500)
    return false
  }

  function followUrl() {
    if (href === location.href) return
    href = location.href
    waitingSince = 0
    sent = ""
    changed = true
    badges.clear()
  }

  /** Reads what the page shows now; null when it is none of the adapter's, or not ready yet. */
  function look(): Seen | null {
    changed = false
    const url = new URL(href)
    if (adapter.page(url, document) === null) return null
    if (!isReady()) {
      changed = true
      return null
    }
    for (const root of openRoots(document)) observer.observe(root, watch)
    const reading = readPage(adapter, url, document, Date.now())
    return (
      reading && {
        reading,
        words: fingerprint(reading),
        anchors: adapter.anchors(document, url)
      }
    )
  }

  function offer(found: Seen) {
    const { reading, words } = found
    if (words === sent) return place(found)
    if (reading.outcome !== "complete" && words !== doubtful) {
      doubtful = words
      return pace.ask(secondLookMs)
    }
    const left = words === refused.words ? refused.until - Date.now() : 0
    if (left > 0) return pace.ask(left)
    void deliver(found)
  }

  function read() {
    if (isOrphan()) return stop()
    followUrl()
    if (sending) return
    if (!changed || !adapter.prepare) return readNow()
    sending = true
    void adapter.prepare(document, new URL(href)).then(() => {
      sending = false
      readNow()
    })
  }

  function readNow() {
    const before = seen
    if (changed) seen = inOnePass(look)
    // nothing new, and the badges stand
    if (seen === before && seen?.words === sent) return
    if (seen) offer(seen)
  }

  const pace = createPace(read)
  const { signal } = life
  observer.observe(document, watch)
  addEventListener("popstate", () => pace.ask(), { signal })
  globalThis.navigation?.addEventListener("navigatesuccess", () => pace.ask(), { signal })
  document.addEventListener(
    "visibilitychange",
    () => {
      // the panel may have changed what the badges say
      if (!document.hidden) {
        sent = ""
        changed = true
      }
      pace.ask()
    },
    { signal }
  )
  pace.ask()
  return () => {
    sent = ""
    changed = true
    pace.ask()
  }
}

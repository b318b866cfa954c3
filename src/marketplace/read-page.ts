import { limits } from "../domain/limit-values"
import type { PageListing } from "../domain/listing"
import type { PageMessage } from "../domain/message"
import type { PageOrder } from "../domain/order"
import type { PageKind, PageReading } from "../domain/reading"
import {
  type MarketplaceAdapter,
  MissingField,
  type One,
  type PageMoment,
  type Rows
} from "./adapter"
import { shipmentIn } from "./records/shipment"

type Head = Pick<PageReading, "marketplace" | "account" | "page" | "readAt">
type Records = {
  orders?: Rows<PageOrder>
  listings?: Rows<PageListing>
  messages?: Rows<PageMessage>
}

// control characters are what this looks for
// biome-ignore lint/suspicious/noControlCharactersInRegex: the point of the check
const control = /[\u0000-\u0008\u000b-\u001f]/

/** Whether every text and list of a record keeps the limits that the worker will check again. */
function keepsLimits(value: unknown, key?: string): boolean {
  if (typeof value === "string") {
    const longest = key === "description" ? limits.longText : limits.text
    return value.length > 0 && value.length <= longest && !control.test(value)
  }
  if (Array.isArray(value)) {
    return value.length <= limits.itemsPerOrder && value.every((one) => keepsLimits(one))
  }
  if (typeof value === "object" && value !== null) {
    return Object.entries(value).every(([name, one]) => keepsLimits(one, name))
  }
  return true
}

function kept<T extends { nativeId: string }>(rows: T[]): T[] {
  const seen = new Set<string>()
  const fresh = rows.filter((row) => {
    if (seen.has(row.nativeId) || !keepsLimits(row)) return false
    seen.add(row.nativeId)
    return true
  })
  return fresh.slice(0, limits.rowsPerReading)
}

const single = <T extends object>(found: One<T>): Rows<T> =>
  "rows" in found ? found : { rows: [found], expected: 1, strategy: "detail" }
const browserZone = () => new Intl.DateTimeFormat().resolvedOptions().timeZone

function recordsOf(
  adapter: MarketplaceAdapter,
  kind: PageKind,
  doc: Document,
  url: URL,
  moment: PageMoment
): Records {
  const on = [doc, url, moment] as const
  if (kind === "orders" && adapter.orders) return { orders: adapter.orders(...on) }
  if (kind === "listings" && adapter.listings) return { listings: adapter.listings(...on) }
  if (kind === "messages" && adapter.messages) return { messages: adapter.messages(...on) }
  if (kind === "order" && adapter.order) {
    const found = single(adapter.order(...on))
    const shipment = found.rows.length === 1 && doc.body ? shipmentIn(doc, moment) : {}
    return { orders: { ...found, rows: found.rows.map((row) => ({ ...shipment, ...row })) } }
  }
  if (kind === "listing" && adapter.listing) return { listings: single(adapter.listing(...on)) }
  throw new MissingField(adapter.id, kind, "reader")
}

function composeReading(head: Head, { orders, listings, messages }: Records): PageReading {
  const read = orders ?? listings ?? messages
  const keptOrders = kept(orders?.rows ?? [])
  const keptListings = kept(listings?.rows ?? [])
  const keptMessages = kept(messages?.rows ?? [])
  const rows = keptOrders.length + keptListings.length + keptMessages.length
  const found = read?.rows.length ?? 0
  const expected = read?.expected
  const problems: string[] = []
  if (expected !== undefined && rows !== expected) problems.push(`${rows} of ${expected} rows read`)
  if (rows < found)
    problems.push(`${found - rows} rows left out: twice on the page or over a limit`)
  return {
    ...head,
    outcome: problems.length === 0 ? "complete" : "short",
    rows,
    ...(expected !== undefined && { rowsExpected: expected }),
    ...(read?.total !== undefined && { listTotal: read.total }),
    strategy: read?.strategy ?? "none",
    ...(read?.confidence && { confidence: read.confidence }),
    ...(read?.doubts && read.doubts.length > 0 && { doubts: read.doubts }),
    ...(problems.length > 0 && {
      problem: `${head.marketplace}, ${head.page} page: ${problems.join("; ")}`
    }),
    orders: keptOrders,
    listings: keptListings,
    messages: keptMessages
  }
}

/**
 * One reading of a page: what it holds and how the reading ended. Null when the page is not one of the adapter's.
 * Never throws; a problem names marketplace, page and field, and nothing that the page says.
 */
export function readPage(
  adapter: MarketplaceAdapter,
  url: URL,
  doc: Document,
  now: number,
  zone: string = browserZone()
): PageReading | null {
  const kind = adapter.page(url, doc, { now, zone })
  if (kind === null) return null
  const barred = kind === "signed-out" || kind === "challenge"
  const page = barred ? "orders" : kind
  const account = adapter.account(url, doc)
  const head: Head = { marketplace: adapter.id, account, page, readAt: now }
  const nothing = { ...head, rows: 0, strategy: "none", orders: [], listings: [], messages: [] }
  if (barred) {
    const why = kind === "challenge" ? "a check for humans stands before it" : "signed out"
    return { ...nothing, outcome: kind, problem: `${adapter.id}: ${why}` }
  }
  try {
    return composeReading(head, recordsOf(adapter, kind, doc, url, { now, zone }))
  } catch (error) {
    // the message of an unknown error may hold text of the page, so only its name is told
    const name = error instanceof Error ? error.name : "error"
    const known = error instanceof MissingField
    const problem = known
      ? error.message
      : `${adapter.id}: reader failed on the ${kind} page (${name})`
    return { ...nothing, outcome: "unreadable", problem }
  }
}

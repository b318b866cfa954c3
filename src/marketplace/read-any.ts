import type { PageListing } from "../domain/listing"
import type { PageMessage } from "../domain/message"
import type { PageOrder } from "../domain/order"
import { pathPattern } from "../domain/path-pattern"
import type { TaughtReader } from "../domain/taught"
import type { PageMoment } from "./adapter"
import { best, findListing, findOrder, listOf, type Reading } from "./find-records"
import { type PageHints, pageHints } from "./page-hints"
import { textOf } from "./page-text"
import { listedProducts } from "./product/read-product"
import { mainHeading } from "./product/shown-product"
import { findGrids, type Grid } from "./records/grids"
import { listingsIn } from "./records/listings"
import { findMessages } from "./records/messages"
import { type Found, ordersIn } from "./records/orders"
import { readTaught, type TaughtFound } from "./records/taught"

/** What a page that no adapter knows turned out to be. */
export type AnyPage =
  | ({ kind: "orders" } & Reading<PageOrder>)
  | ({ kind: "order" } & Reading<PageOrder>)
  | ({ kind: "listings" } & Reading<PageListing>)
  | ({ kind: "listing" } & Reading<PageListing>)
  | ({ kind: "messages" } & Reading<PageMessage>)

/** Ways of reading a product that a machine was meant to read; the others only look like one. */
const structured = new Set(["json-ld", "microdata", "rdfa", "open-graph"])

function asTaught({ found, lost }: TaughtFound, { kind }: TaughtReader, doc: Document): AnyPage {
  const list = listOf(
    found as Found<PageOrder & PageListing>,
    kind === "orders" ? "order" : "listing",
    doc
  )
  return {
    kind,
    ...list,
    strategy: "taught",
    ...(lost.length > 0 && { doubts: lost.map((field) => field.toLowerCase()) })
  }
}

/** Cards without SKU or stock under a heading as long as a product's name: what others bought, not the page's list. */
function isBesideProduct({ grid, rows }: Found<PageListing>, doc: Document): boolean {
  const heading = grid.kind === "cards" && !grid.headers.some(Boolean) ? mainHeading(doc) : null
  return (
    heading !== null &&
    textOf(heading).split(/\s+/).length >= 6 &&
    rows.every(
      ({ sku, available, onHand }) => !sku && available === undefined && onHand === undefined
    )
  )
}

/**
 * Finds out what a page is and reads it: lists of orders and of products from tables, grids and cards, one order, one product;
 * messages where the page calls itself so.
 * A generator that stops for a breath after each part of the work, so that a slow machine can stay answerable.
 * Returns null for a page that is none of these.
 */
function* readUntaught(doc: Document, url: URL, hints: PageHints): Generator<void, AnyPage | null> {
  yield
  const messages = findMessages(doc, url, hints)
  if (messages) return { kind: "messages", ...messages }
  yield
  const grids: Grid[] = []
  const orderLists: (Found<PageOrder> | null)[] = []
  for (const grid of findGrids(doc)) {
    yield
    grids.push(grid)
    orderLists.push(ordersIn(grid, hints))
    yield
  }
  const orders = best(orderLists)
  if (orders && orders.rows.length > 1) return { kind: "orders", ...listOf(orders, "order", doc) }
  const listing = findListing(doc, url, hints)
  yield
  const isForMachines = listing !== null && structured.has(listing.strategy)
  const order = isForMachines ? null : findOrder(doc, url, grids, hints)
  yield
  if (order) return { kind: "order", ...order }
  if (orders && !isForMachines) return { kind: "orders", ...listOf(orders, "order", doc) }
  if (listing && listing.strategy !== "form-labels") return { kind: "listing", ...listing }
  const lists: (Found<PageListing> | null)[] = []
  for (const grid of grids) {
    lists.push(listingsIn(grid, hints))
    yield
  }
  const listings = best(lists)
  if (listings && (listings.rows.length > 1 || !listing) && !isBesideProduct(listings, doc)) {
    return { kind: "listings", ...listOf(listings, "listing", doc) }
  }
  if (listing) return { kind: "listing", ...listing }
  const listed = listedProducts(doc, url)
  return listed.length > 1
    ? { kind: "listings", rows: listed, strategy: "json-ld", anchors: [] }
    : null
}

/** Reads a page as the seller taught it, where it still fits; else, and where nothing was taught, as any page. */
export function* readAny(
  doc: Document,
  url: URL,
  moment: PageMoment,
  taught: TaughtReader[] = []
): Generator<void, AnyPage | null> {
  const hints = pageHints(doc, moment)
  const lesson = taught.find((one) => one.host === url.host && one.path === pathPattern(url))
  const learnt = lesson && readTaught([...findGrids(doc)], lesson, hints)
  yield
  if (learnt) return asTaught(learnt, lesson, doc)
  const page = yield* readUntaught(doc, url, hints)
  return lesson && page ? { ...page, doubts: [...(page.doubts ?? []), "taught"] } : page
}

/** `readAny` at one go. */
export function readAnyNow(
  doc: Document,
  url: URL,
  moment: PageMoment,
  taught: TaughtReader[] = []
): AnyPage | null {
  const steps = readAny(doc, url, moment, taught)
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}

import type { PageListing } from "../domain/listing"
import type { PageOrder } from "../domain/order"
import type { PageMoment } from "./adapter"
import { best, findListing, findOrder, listOf, type Reading } from "./find-records"
import { pageHints } from "./page-hints"
import { listedProducts } from "./product/read-product"
import { findGrids, type Grid } from "./records/grids"
import { listingsIn } from "./records/listings"
import { type Found, ordersIn } from "./records/orders"

/** What a page that no adapter knows turned out to be. */
export type AnyPage =
  | ({ kind: "orders" } & Reading<PageOrder>)
  | ({ kind: "order" } & Reading<PageOrder>)
  | ({ kind: "listings" } & Reading<PageListing>)
  | ({ kind: "listing" } & Reading<PageListing>)

/** Ways of reading a product that a machine was meant to read; the others only look like one. */
const structured = new Set(["json-ld", "microdata", "rdfa", "open-graph"])

/**
 * Finds out what a page is and reads it: lists of orders and of products from tables, grids and cards, one order, one product.
 * A generator that stops for a breath after each part of the work, so that a slow machine can stay answerable.
 * Returns null for a page that is none of these.
 */
export function* readAny(
  doc: Document,
  url: URL,
  moment: PageMoment
): Generator<void, AnyPage | null> {
  const hints = pageHints(doc, moment)
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
  if (listings && (listings.rows.length > 1 || !listing)) {
    return { kind: "listings", ...listOf(listings, "listing", doc) }
  }
  if (listing) return { kind: "listing", ...listing }
  const listed = listedProducts(doc, url)
  return listed.length > 1
    ? { kind: "listings", rows: listed, strategy: "json-ld", anchors: [] }
    : null
}

/** `readAny` at one go. */
export function readAnyNow(doc: Document, url: URL, moment: PageMoment): AnyPage | null {
  const steps = readAny(doc, url, moment)
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}

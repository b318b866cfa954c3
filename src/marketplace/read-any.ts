import type { PageListing } from "../domain/listing"
import type { PageOrder } from "../domain/order"
import type { Anchor, PageMoment, Rows } from "./adapter"
import { pageHints } from "./page-hints"
import { listedProducts, readProduct } from "./product/read-product"
import { countsIn } from "./records/counts"
import { formProduct } from "./records/form-product"
import { findGrids, type Grid } from "./records/grids"
import { listingsIn } from "./records/listings"
import { orderIn } from "./records/order"
import { type Found, ordersIn } from "./records/orders"

/** What a page that no adapter knows turned out to be. */
export type AnyPage =
  | ({ kind: "orders"; anchors: Anchor[] } & Rows<PageOrder>)
  | ({ kind: "order"; anchors: Anchor[] } & Rows<PageOrder>)
  | ({ kind: "listings"; anchors: Anchor[] } & Rows<PageListing>)
  | ({ kind: "listing"; anchors: Anchor[] } & Rows<PageListing>)

/** Less than two fields that are fairly sure, in a row or two, is no list. */
const leastWorth = 1.6

function best<T>(found: (Found<T> | null)[]): Found<T> | undefined {
  return found
    .filter((one) => one !== null)
    .filter(({ worth }) => worth >= leastWorth)
    .sort((a, b) => b.worth - a.worth)[0]
}

function strategyOf({ kind, headers }: Grid): string {
  if (kind === "aria-grid") return "aria-grid"
  if (kind === "table") return headers.some(Boolean) ? "table-headers" : "table-values"
  return headers.some(Boolean) ? "block-headers" : "cards"
}

function listOf<T>(
  found: Found<T>,
  kind: Anchor["kind"],
  doc: Document
): Rows<T> & { anchors: Anchor[] } {
  const { expected, total } = countsIn(doc)
  const { rows, confidence } = found
  return {
    rows,
    anchors: found.anchors.map((anchor) => ({ kind, ...anchor })),
    confidence,
    strategy: strategyOf(found.grid),
    ...(expected !== undefined && { expected }),
    ...(total !== undefined && total >= rows.length && { total })
  }
}

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
  const product = readProduct(doc, url, hints)
  yield
  const structured = product && product.strategy !== "heading"
  const order = structured ? null : orderIn(doc, url, grids, hints)
  yield
  if (order) {
    return {
      kind: "order",
      rows: [order.order],
      expected: 1,
      strategy: "labels",
      confidence: order.confidence,
      anchors: [{ kind: "order", nativeId: order.order.nativeId, element: order.anchor }]
    }
  }
  if (orders && !structured) return { kind: "orders", ...listOf(orders, "order", doc) }
  if (product) {
    const { listing, strategy, confidence, doubts } = product
    return {
      kind: "listing",
      rows: [listing],
      expected: 1,
      strategy,
      confidence,
      doubts,
      anchors: []
    }
  }
  const lists: (Found<PageListing> | null)[] = []
  for (const grid of grids) {
    lists.push(listingsIn(grid, hints))
    yield
  }
  const listings = best(lists)
  if (listings && listings.rows.length > 1)
    return { kind: "listings", ...listOf(listings, "listing", doc) }
  const form = formProduct(doc, url, hints)
  if (form)
    return {
      kind: "listing",
      rows: [form.listing],
      expected: 1,
      strategy: "form-labels",
      confidence: form.confidence,
      anchors: []
    }
  if (listings) return { kind: "listings", ...listOf(listings, "listing", doc) }
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

import type { PageListing } from "../domain/listing"
import type { PageOrder } from "../domain/order"
import type { Anchor, Rows } from "./adapter"
import type { PageHints } from "./page-hints"
import { listedProducts, readProduct } from "./product/read-product"
import { countsIn } from "./records/counts"
import { formProduct } from "./records/form-product"
import { findGrids, type Grid } from "./records/grids"
import { listingsIn } from "./records/listings"
import { orderIn } from "./records/order"
import { type Found, ordersIn } from "./records/orders"

/** Records of a page, how they were read, and where they stand. */
export type Reading<T> = Rows<T> & { anchors: Anchor[] }

/** Less than two fields that are fairly sure, in a row or two, is no list. */
const leastWorth = 1.6

/** The list with the most to it. */
export function best<T>(found: (Found<T> | null)[]): Found<T> | undefined {
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

export function listOf<T>(found: Found<T>, kind: Anchor["kind"], doc: Document): Reading<T> {
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

export function findOrders(doc: Document, hints: PageHints): Reading<PageOrder> | null {
  const orders = best([...findGrids(doc)].map((grid) => ordersIn(grid, hints)))
  return orders ? listOf(orders, "order", doc) : null
}

export function findListings(
  doc: Document,
  url: URL,
  hints: PageHints
): Reading<PageListing> | null {
  const listings = best([...findGrids(doc)].map((grid) => listingsIn(grid, hints)))
  if (listings) return listOf(listings, "listing", doc)
  const rows = listedProducts(doc, url)
  return rows.length > 1 ? { rows, strategy: "json-ld", anchors: [] } : null
}

export function findOrder(
  doc: Document,
  url: URL,
  grids: Grid[],
  hints: PageHints
): Reading<PageOrder> | null {
  const found = orderIn(doc, url, grids, hints)
  return (
    found && {
      rows: [found.order],
      expected: 1,
      strategy: "labels",
      confidence: found.confidence,
      anchors: [{ kind: "order", nativeId: found.order.nativeId, element: found.anchor }]
    }
  )
}

export function findListing(
  doc: Document,
  url: URL,
  hints: PageHints
): Reading<PageListing> | null {
  const product = readProduct(doc, url, hints)
  if (product) {
    const { listing, strategy, confidence, doubts } = product
    return { rows: [listing], expected: 1, strategy, confidence, doubts, anchors: [] }
  }
  const form = formProduct(doc, url, hints)
  return (
    form && {
      rows: [form.listing],
      expected: 1,
      strategy: "form-labels",
      confidence: form.confidence,
      anchors: []
    }
  )
}

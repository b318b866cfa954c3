import type { PageOrder } from "../../src/domain/order"
import { findOrders, type Reading } from "../../src/marketplace/find-records"
import type { PageHints } from "../../src/marketplace/page-hints"

/** Orders are called "#1001" in the admin and in its exports; the reader of tables leaves the mark out. */
const named = (nativeId: string) => (/^\d+$/.test(nativeId) ? `#${nativeId}` : nativeId)

/** The orders table, by its headers: the admin's classes are generated, and its numbers are those of the shop. */
export function readOrders(doc: Document, _: URL, hints: PageHints): Reading<PageOrder> | null {
  const found = findOrders(doc, hints)
  return (
    found && {
      ...found,
      rows: found.rows.map((order) => ({ ...order, nativeId: named(order.nativeId) })),
      anchors: found.anchors.map((anchor) => ({ ...anchor, nativeId: named(anchor.nativeId) }))
    }
  )
}

import type { OrderItem, PageOrder } from "../../src/domain/order"
import type { Reading } from "../../src/marketplace/find-records"
import type { PageHints } from "../../src/marketplace/page-hints"
import { isWithinHidden, textOf } from "../../src/marketplace/page-text"
import { countsIn } from "../../src/marketplace/records/counts"
import { statusIn } from "../../src/marketplace/records/status-text"
import { dateIn, moneyIn, quantityIn, skuIn } from "../../src/marketplace/records/values"
import { selectors } from "./selectors"

function itemIn(row: Element, hints: PageHints): OrderItem[] {
  const title = textOf(row.querySelector(selectors.title))
  const sku = skuIn(textOf(row.querySelector(selectors.sku)))
  const quantity = quantityIn(textOf(row.querySelector(selectors.quantity)), hints.locale)
  const unitPrice = moneyIn(textOf(row.querySelector(selectors.price)), hints)
  if (!title || quantity === null) return []
  return [{ title, quantity, ...(sku && { sku }), ...(unitPrice && { unitPrice }) }]
}

function numberOf(row: Element): string | undefined {
  const own = row.querySelector(selectors.checkbox)?.getAttribute("data-ordernumber")
  return own || /^orderid_(.+)__order-info$/.exec(row.id)?.[1] || undefined
}

function readRow(nativeId: string, row: Element, more: Element[], hints: PageHints): PageOrder {
  const statusText = textOf(row.querySelector(selectors.status))
  const date = row.querySelector(selectors.date)
  const placedAt = date && dateIn({ text: textOf(date), element: date, struck: false }, hints)
  const total = moneyIn(textOf(row.querySelector(selectors.total)), hints)
  const buyer = row.querySelector("[data-buyer-id]")?.getAttribute("data-buyer-id")
  // an order of several products shows them in rows of their own, and their sum in the first
  const items = (more.length > 0 ? more : [row]).flatMap((one) => itemIn(one, hints))
  return {
    nativeId,
    status: statusIn(statusText),
    ...(statusText && { statusText }),
    ...(placedAt !== null && { placedAt }),
    ...(total && { total }),
    ...(items.length > 0 && { items }),
    ...(buyer && { buyer: { ref: buyer } })
  }
}

/** The orders list of Seller Hub (/sh/ord). */
export function readOrders(doc: Document, _: URL, hints: PageHints): Reading<PageOrder> | null {
  const groups: { nativeId: string; row: Element; more: Element[] }[] = []
  for (const row of Array.from(
    doc.querySelectorAll(`${selectors.orderRow}, ${selectors.itemRow}`)
  )) {
    if (isWithinHidden(row)) continue
    const nativeId = row.matches(selectors.orderRow) ? numberOf(row) : undefined
    if (nativeId) groups.push({ nativeId, row, more: [] })
    else groups.at(-1)?.more.push(row)
  }
  if (groups.length === 0) return null
  return {
    rows: groups.map(({ nativeId, row, more }) => readRow(nativeId, row, more, hints)),
    ...countsIn(doc),
    strategy: "order-rows",
    anchors: groups.map(({ nativeId, row }) => ({
      kind: "order",
      nativeId,
      element: row.querySelector(selectors.orderLink)?.parentElement ?? row
    }))
  }
}

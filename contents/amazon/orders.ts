import type { OrderItem, PageOrder } from "../../src/domain/order"
import type { Reading } from "../../src/marketplace/find-records"
import type { PageHints } from "../../src/marketplace/page-hints"
import { isWithinHidden, textOf } from "../../src/marketplace/page-text"
import { joinClocks } from "../../src/marketplace/records/clocks"
import { countsIn } from "../../src/marketplace/records/counts"
import { withLabels } from "../../src/marketplace/records/labelled"
import { piecesIn } from "../../src/marketplace/records/pieces"
import { statusIn } from "../../src/marketplace/records/status-text"
import { dateIn, dayFirstIn, quantityIn, skuIn } from "../../src/marketplace/records/values"
import { selectors } from "./selectors"

const orderNumber = /\b\d{3}-\d{7}-\d{7}\b/

type Group = { nativeId: string; element: Element; row: Element; products: Element[] }

/** An order's row and the rows below it that hold only more of its products. */
function groupsOf(doc: Document): Group[] {
  const groups: Group[] = []
  for (const row of Array.from(doc.querySelectorAll(selectors.orderRows))) {
    if (isWithinHidden(row)) continue
    const link = row.querySelector(selectors.orderLink)
    const nativeId = orderNumber.exec(textOf(link) || textOf(row))?.[0]
    const product = row.querySelector(selectors.product)
    if (nativeId) {
      groups.push({
        nativeId,
        row,
        element: link?.parentElement ?? row,
        products: product ? [product] : []
      })
    } else if (product) groups.at(-1)?.products.push(product)
  }
  return groups
}

/** "ASIN: …", "SKU: …", "Quantity: …" in the page's language, below the product's name. */
export function itemIn(cell: Element, hints: PageHints): Partial<OrderItem> {
  const said = withLabels(piecesIn(cell))
  const value = (field: string) => said.find(({ label }) => label?.field === field)?.text
  const title = textOf(cell.querySelector("a")) || said.find(({ label }) => label === null)?.text
  const sku = skuIn(value("sku") ?? "")
  const quantity = quantityIn(value("quantity") ?? "", hints.locale)
  return { ...(title && { title }), ...(sku && { sku }), ...(quantity !== null && { quantity }) }
}

const isItem = (item: Partial<OrderItem>): item is OrderItem =>
  item.quantity !== undefined && (item.sku ?? item.title) !== undefined

/** The orders list (/orders-v3). It shows no total of an order, so none is read. */
export function readOrders(doc: Document, _: URL, hints: PageHints): Reading<PageOrder> | null {
  const groups = groupsOf(doc)
  if (groups.length === 0) return null
  const dates = groups.map(({ row }) => joinClocks(piecesIn(row.children[1] ?? row)))
  const dayFirst = dayFirstIn(
    dates.flat().map(({ text }) => text),
    hints
  )
  const rows = groups.map(({ nativeId, row, products }, i): PageOrder => {
    const statusText = textOf(row.querySelector(selectors.status))
    // the age of the order comes first, the hour itself below it
    const placedAt = dates[i]
      ?.map((piece) => (/\d[./-]\d|\d{4}/.test(piece.text) ? dateIn(piece, hints, dayFirst) : null))
      .find((at) => at !== null)
    const buyer = textOf(row.querySelector(selectors.buyer))
    const items = products.map((product) => itemIn(product, hints)).filter(isItem)
    return {
      nativeId,
      status: statusIn(statusText),
      ...(statusText && { statusText }),
      ...(placedAt !== undefined && { placedAt }),
      ...(items.length > 0 && { items }),
      ...(buyer && { buyer: { ref: buyer } })
    }
  })
  const { expected, total } = countsIn(doc)
  return {
    rows,
    strategy: "order-rows",
    ...(expected !== undefined && { expected }),
    ...(total !== undefined && total >= rows.length && { total }),
    anchors: groups.map(({ nativeId, element }) => ({ kind: "order", nativeId, element }))
  }
}

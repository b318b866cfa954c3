import type { OrderItem, PageOrder } from "../../src/domain/order"
import type { Reading } from "../../src/marketplace/find-records"
import type { PageHints } from "../../src/marketplace/page-hints"
import { cellAt } from "../../src/marketplace/page-table"
import { textOf } from "../../src/marketplace/page-text"
import { statusIn } from "../../src/marketplace/records/status-text"
import { dateIn, moneyIn, quantityIn } from "../../src/marketplace/records/values"
import { itemIn } from "./orders"
import { selectors } from "./selectors"

const { detail } = selectors

/** Where a column starts, by the name of its header; names do not depend on the language. */
function columnOf(table: Element, name: string): number | undefined {
  const header = table.querySelector(detail(name))
  const at = header ? Array.from(header.parentElement?.children ?? []).indexOf(header) : -1
  return at < 0 ? undefined : at
}

function itemsIn(doc: Document, hints: PageHints): OrderItem[] {
  const table = doc.querySelector(selectors.items)
  if (!table) return []
  const [quantityAt, priceAt] = [
    columnOf(table, "item-quantity-heading"),
    columnOf(table, "item-unit-price-heading")
  ]
  return Array.from(table.querySelectorAll("tbody > tr")).flatMap((row): OrderItem[] => {
    const cell = row.closest("table") === table ? row.querySelector(selectors.product) : null
    const quantity = quantityIn(textOf(cellAt(row, quantityAt)), hints.locale)
    if (!cell || quantity === null) return []
    const unitPrice = moneyIn(textOf(cellAt(row, priceAt)), hints)
    return [{ ...itemIn(cell, hints), quantity, ...(unitPrice && { unitPrice }) }]
  })
}

/** One order (/orders-v3/order/<number>). Of its buyer only the name is read; the address and phone are not. */
export function readOrder(doc: Document, _: URL, hints: PageHints): Reading<PageOrder> | null {
  const number = doc.querySelector(detail("order-id-value"))
  const nativeId = textOf(number)
  if (!number || !nativeId) return null
  const text = (name: string) => textOf(doc.querySelector(detail(name)))
  const statusText = text("item-status-label")
  const placed = doc.querySelector(detail("order-summary-purchase-date-value"))
  const placedAt = placed && dateIn({ text: textOf(placed), element: placed, struck: false }, hints)
  const [shippingMethod, buyer] = [
    text("order-summary-shipping-service-value"),
    text("shipping-section-contact-buyer-value")
  ]
  const items = itemsIn(doc, hints)
  return {
    expected: 1,
    strategy: "test-ids",
    anchors: [{ kind: "order", nativeId, element: number }],
    rows: [
      {
        nativeId,
        status: statusIn(statusText),
        ...(statusText && { statusText }),
        ...(placedAt !== null && { placedAt }),
        ...(items.length > 0 && { items }),
        ...(shippingMethod && { shippingMethod }),
        ...(buyer && { buyer: { ref: buyer } })
      }
    ]
  }
}

import type { OrderStatus } from "../../src/domain/order-status"
import { countsIn } from "../../src/marketplace/count-text"
import type { MoneyHint } from "../../src/marketplace/money-text"
import { isHidden, languageOfPage, textOf } from "../../src/marketplace/page-text"
import { selectors } from "./selectors"

export const id = "vendure"

const statuses: Record<string, OrderStatus> = {
  draft: "draft",
  created: "draft",
  addingitems: "draft",
  arrangingpayment: "pending",
  arrangingadditionalpayment: "pending",
  paymentauthorized: "pending",
  paymentsettled: "paid",
  partiallyshipped: "shipped",
  shipped: "shipped",
  partiallydelivered: "shipped",
  delivered: "delivered",
  cancelled: "cancelled"
}

/** Vendure's states ("Payment settled", "PaymentSettled") in our words. */
export function statusOf(text: string): OrderStatus {
  return statuses[text.toLowerCase().replace(/[^a-z]/g, "")] ?? "unknown"
}

export function moneyHint(doc: Document): MoneyHint {
  return { locale: languageOfPage(doc) }
}

/** The value under a label of a card ("Payment method" → "standard-payment"). */
export function labelled(root: ParentNode, label: string): Element | null {
  const found = Array.from(root.querySelectorAll("span, div, dt")).find(
    (element) => element.children.length === 0 && textOf(element).toLowerCase() === label
  )
  return found?.nextElementSibling ?? null
}

/** The card with this title. */
export function cardTitled(doc: Document, title: string): Element | undefined {
  return Array.from(doc.querySelectorAll(selectors.card)).find(
    (card) => textOf(card.querySelector(selectors.cardTitle)).toLowerCase() === title
  )
}

/**
 * Rows that this page of a list must hold: "Rows per page 50 … Page 1 of 2" → 50.
 * Undefined on the last page, where Vendure does not say how many are left.
 */
export function expectedRows(doc: Document): number | undefined {
  for (const input of Array.from(doc.querySelectorAll(selectors.pageSize))) {
    const size = Number(input.getAttribute("value"))
    const pager = input.parentElement?.parentElement
    if (!pager || !Number.isInteger(size) || size < 1) continue
    const spans = Array.from(pager.querySelectorAll("span")).filter((span) => !isHidden(span))
    for (const span of spans) {
      const [page, pages, ...more] = countsIn(textOf(span), languageOfPage(doc)) ?? []
      if (page !== undefined && pages !== undefined && more.length === 0) {
        return page < pages ? size : undefined
      }
    }
  }
  return undefined
}

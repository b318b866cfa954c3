import type { OrderItem, PageOrder } from "../../src/domain/order"
import type { Reading } from "../../src/marketplace/find-records"
import { readOrderCards } from "../../src/marketplace/order-cards"
import type { PageHints } from "../../src/marketplace/page-hints"
import { textOf } from "../../src/marketplace/page-text"
import { countsIn } from "../../src/marketplace/records/counts"
import { statusIn } from "../../src/marketplace/records/status-text"
import { idIn, moneyIn, quantityIn, skuIn } from "../../src/marketplace/records/values"
import { selectors } from "./selectors"

function itemIn(item: Element, hints: PageHints): OrderItem[] {
  const title = textOf(item.querySelector(selectors.name))
  const quantity = quantityIn(textOf(item.querySelector(selectors.amount)), hints.locale)
  if (!title || quantity === null) return []
  // "Variação: Azul [TOTE-01]": the seller's code stands in brackets behind the variation
  const code = /\[([^[\]]+)\]\s*$/.exec(textOf(item.querySelector(selectors.description)))?.[1]
  const sku = skuIn(code ?? "")
  return [{ title, quantity, ...(sku && { sku }) }]
}

function readCard(card: Element, hints: PageHints): PageOrder | null {
  const nativeId = idIn(textOf(card.querySelector(selectors.number)))
  if (!nativeId) return null
  const text = (selector: string) => textOf(card.querySelector(selector))
  const [statusText, total] = [text(selectors.status), moneyIn(text(selectors.total), hints)]
  const items = Array.from(card.querySelectorAll(selectors.item)).flatMap((item) =>
    itemIn(item, hints)
  )
  const [buyer, paymentMethod, shippingMethod] = [
    text(selectors.buyer),
    text(selectors.payment),
    text(selectors.carrier)
  ]
  return {
    nativeId,
    status: statusIn(statusText),
    ...(statusText && { statusText }),
    ...(total && { total }),
    ...(items.length > 0 && { items }),
    ...(paymentMethod && { paymentMethod }),
    ...(shippingMethod && { shippingMethod }),
    ...(buyer && { buyer: { ref: buyer } })
  }
}

/** My Orders (/portal/sale/order): one card an order, several packages in it. The list shows no date of the order. */
export function readOrders(doc: Document, _: URL, hints: PageHints): Reading<PageOrder> | null {
  const found = readOrderCards(doc, {
    card: selectors.card,
    badge: selectors.badge,
    strategy: "order-cards",
    read: (card) => readCard(card, hints)
  })
  return found && { ...found, ...countsIn(doc) }
}

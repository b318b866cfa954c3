import type { OrderItem, PageOrder } from "../../src/domain/order"
import type { Reading } from "../../src/marketplace/find-records"
import { readOrderCards } from "../../src/marketplace/order-cards"
import type { PageHints } from "../../src/marketplace/page-hints"
import { textOf } from "../../src/marketplace/page-text"
import { piecesIn } from "../../src/marketplace/records/pieces"
import { statusIn } from "../../src/marketplace/records/status-text"
import { dateIn, idIn, moneyIn, quantityIn, skuIn } from "../../src/marketplace/records/values"
import { selectors } from "./selectors"

/** What is still to be done, in the words of the card: "Você deve enviar até o dia 24 de novembro". */
const toShip =
  /\b(?:deve|debes|tienes que|para)\s(?:enviar|despachar)|pronto para (?:enviar|coleta)|listo para (?:enviar|despachar)/i

const isProduct = `${selectors.label}, ${selectors.sku}, ${selectors.quantity}, ${selectors.buyer}`

/** The card's own word for its state: in its place, as a task, or as a line of its own. */
function statusTextOf(card: Element): string {
  const placed = textOf(card.querySelector(selectors.status))
  if (placed) return placed
  const lines = piecesIn(card).filter(({ element }) => !element.closest(isProduct))
  const said =
    lines.find(({ text }) => toShip.test(text)) ??
    lines.find(({ text }) => text.length <= 40 && statusIn(text) !== "unknown")
  return said?.text ?? ""
}

/** Products stand one below the other: name, SKU, units; a pack has a line of its own before them. */
function itemsIn(card: Element, hints: PageHints): OrderItem[] {
  const items: OrderItem[] = []
  let title = ""
  let sku: string | null = null
  for (const element of Array.from(
    card.querySelectorAll(`${selectors.label}, ${selectors.sku}, ${selectors.quantity}`)
  )) {
    const text = textOf(element)
    if (element.matches(selectors.label)) title = text
    else if (element.matches(selectors.sku)) sku = skuIn(text.replace(/^SKU\s*[:：]?\s*/i, ""))
    else {
      const quantity = quantityIn(text, hints.locale)
      if (quantity !== null && (title || sku))
        items.push({ quantity, ...(title && { title }), ...(sku && { sku }) })
      title = ""
      sku = null
    }
  }
  return items
}

function readCard(card: Element, hints: PageHints): PageOrder | null {
  const nativeId = idIn(textOf(card.querySelector(selectors.pack)))
  if (!nativeId) return null
  const date = card.querySelector(selectors.date)
  const placedAt = date && dateIn({ text: textOf(date), element: date, struck: false }, hints)
  const amounts = piecesIn(card)
    .filter(({ struck }) => !struck)
    .map(({ text }) => moneyIn(text, hints))
    .filter((money) => money !== null)
  const said = statusTextOf(card)
  const items = itemsIn(card, hints)
  const buyer = textOf(card.querySelector(selectors.buyer))
  return {
    nativeId,
    status: toShip.test(said) ? "paid" : statusIn(said),
    ...(said && { statusText: said }),
    ...(placedAt !== null && { placedAt }),
    // one amount is the sale's; of several the card does not say which
    ...(amounts.length === 1 && amounts[0] && { total: amounts[0] }),
    ...(items.length > 0 && { items }),
    ...(buyer && { buyer: { ref: buyer } })
  }
}

/** The list of sales (/vendas/omni/lista, /ventas/omni/listado). */
export function readOrders(doc: Document, _: URL, hints: PageHints): Reading<PageOrder> | null {
  return readOrderCards(doc, {
    card: selectors.card,
    badge: selectors.pack,
    strategy: "sale-cards",
    read: (card) => readCard(card, hints)
  })
}

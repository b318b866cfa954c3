import type { PageOrder } from "../domain/order"
import type { Reading } from "./find-records"
import { isWithinHidden } from "./page-text"

/** How a list of cards is read: which elements they are, what one holds, and beside what its badge stands. */
type Cards = {
  card: string
  badge: string
  strategy: string
  read: (card: Element) => PageOrder | null
}

/** One card an order; hidden cards are none. Null where no card holds an order. */
export function readOrderCards(doc: Document, hooks: Cards): Reading<PageOrder> | null {
  const cards = Array.from(doc.querySelectorAll(hooks.card)).filter((card) => !isWithinHidden(card))
  const read = cards.flatMap((card) => {
    const order = hooks.read(card)
    return order ? [{ order, element: card.querySelector(hooks.badge) ?? card }] : []
  })
  if (read.length === 0) return null
  return {
    rows: read.map(({ order }) => order),
    expected: cards.length,
    strategy: hooks.strategy,
    anchors: read.map(({ order, element }) => ({
      kind: "order",
      nativeId: order.nativeId,
      element
    }))
  }
}

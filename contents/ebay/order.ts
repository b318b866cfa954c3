import type { OrderItem, PageOrder } from "../../src/domain/order"
import type { Reading } from "../../src/marketplace/find-records"
import type { PageHints } from "../../src/marketplace/page-hints"
import { textOf } from "../../src/marketplace/page-text"
import { moneyIn, quantityIn, skuIn } from "../../src/marketplace/records/values"
import { selectors } from "./selectors"

function itemIn(card: Element, hints: PageHints): OrderItem[] {
  const text = (name: string) => textOf(card.querySelector(name))
  const title = text(".details a") || text(".lineItemCardInfo__content a")
  const sku = skuIn(textOf(card.querySelector(".lineItemCardInfo__sku")?.lastElementChild))
  const quantity = quantityIn(text(".quantity__value"), hints.locale)
  const unitPrice = moneyIn(text(".soldPrice__value"), hints)
  if (!title || quantity === null) return []
  return [{ title, quantity, ...(sku && { sku }), ...(unitPrice && { unitPrice }) }]
}

/** One order (/mesh/ord/details, /sh/ord/details). Its number is in the address; the earnings it shows are no total. */
export function readOrder(doc: Document, url: URL, hints: PageHints): Reading<PageOrder> | null {
  const nativeId = url.searchParams.get("orderid")
  const cards = Array.from(doc.querySelectorAll(selectors.itemCard))
  if (!nativeId || cards.length === 0) return null
  const items = cards.flatMap((card) => itemIn(card, hints))
  const element = doc.querySelector("h1") ?? cards[0]
  return {
    rows: [{ nativeId, status: "unknown", ...(items.length > 0 && { items }) }],
    expected: 1,
    strategy: "item-cards",
    anchors: element ? [{ kind: "order", nativeId, element }] : []
  }
}

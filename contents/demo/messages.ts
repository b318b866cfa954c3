import type { PageMessage } from "../../src/domain/message"
import { type Anchor, MissingField, type Rows } from "../../src/marketplace/adapter"
import { parseInstant } from "../../src/marketplace/date-text"
import { isWithinHidden, textOf } from "../../src/marketplace/page-text"
import { queryDeep } from "../../src/marketplace/query-deep"
import { countsOf, id } from "./page-facts"
import { emptyWords, selectors } from "./selectors"

const cards = (doc: Document) =>
  queryDeep(doc, selectors.message).filter((card) => !isWithinHidden(card))

const idOf = (card: Element) => {
  const nativeId = card.getAttribute("data-message-id")
  if (!nativeId) throw new MissingField(id, "messages", "message id")
  return nativeId
}

function readCard(card: Element): PageMessage {
  const text = textOf(card.querySelector('[data-field="text"]'))
  if (!text) throw new MissingField(id, "messages", "text")
  const orderNativeId = card.getAttribute("data-order")
  const sentAt = parseInstant(card.querySelector("time[datetime]")?.getAttribute("datetime") ?? "")
  const buyer = textOf(card.querySelector('[data-field="buyer"]'))
  return {
    nativeId: idOf(card),
    direction: "in",
    text,
    ...(orderNativeId && { orderNativeId }),
    ...(sentAt !== null && { sentAt }),
    ...(buyer && { buyer: { ref: buyer } })
  }
}

/** The messages on one page of the list. */
export function readMessages(doc: Document): Rows<PageMessage> {
  const found = cards(doc)
  if (found.length > 0) {
    return { rows: found.map(readCard), ...countsOf(doc), strategy: "data-attributes" }
  }
  if (!emptyWords.test(textOf(doc.body))) throw new MissingField(id, "messages", "messages")
  return { rows: [], expected: 0, total: 0, strategy: "empty" }
}

/** Beside the buyer's name. */
export const messageAnchors = (doc: Document): Anchor[] =>
  cards(doc).flatMap((card) => {
    const element = card.querySelector('[data-field="buyer"]')
    return element ? [{ kind: "message", nativeId: idOf(card), element }] : []
  })

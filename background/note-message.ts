import type { Understanding } from "../models/service"
import { entitiesOf } from "../src/customer-service/entities"
import { productFinder } from "../src/customer-service/product-of"
import { priorityAt, wantsReply } from "../src/customer-service/queue"
import { dueAt } from "../src/customer-service/reply-clock"
import { scamCuesOf } from "../src/customer-service/scam-shield"
import type { PageMessage } from "../src/domain/message"
import type { MessageNote } from "../src/domain/message-note"
import { type Order, orderId, skuOf } from "../src/domain/order"
import type { PageReading } from "../src/domain/reading"
import type { Database } from "../src/store/database"

const share = (value: number) => Math.min(1, Math.max(0, value))

/** What is known around a message when it is understood. */
export type Around = {
  reading: PageReading
  language: string | undefined
  modelVersion: string
  known: MessageNote | undefined
  order: Order | undefined
  sku: string | undefined
  first: boolean
}

/** The order that a message is about: by the page's word, else by an id in its text. */
export function orderOf(
  message: PageMessage,
  { marketplace, account }: PageReading
): string | undefined {
  const nativeId = message.orderNativeId ?? entitiesOf(message.text).orderIds[0]
  return nativeId && orderId(marketplace, account, nativeId)
}

/** A message that the seller corrected keeps what the seller said. */
export function toNote(
  message: PageMessage,
  understood: Understanding,
  around: Around
): MessageNote {
  const { reading, language, modelVersion, known, order, sku, first } = around
  const { marketplace, account, readAt } = reading
  const about = orderOf(message, reading)
  const wishes = known?.corrected ? known.wishes : understood.intents
  const facts = {
    sentiment: understood.sentiment,
    urgency: share(understood.urgency),
    answered: message.answered ?? known?.answered ?? false,
    readAt,
    ...(message.sentAt && { dueAt: dueAt(marketplace, message.sentAt, first) })
  }
  return {
    id: orderId(marketplace, account, message.nativeId),
    marketplace,
    account,
    ...(about && { orderId: about }),
    ...(sku && { sku }),
    ...(order?.carrier && { carrier: order.carrier }),
    ...(message.sentAt && { sentAt: message.sentAt }),
    ...facts,
    wishes,
    wantsReply: wantsReply({ answered: facts.answered, wishes }),
    priorityAt: priorityAt(facts),
    likely: understood.likely,
    corrected: known?.corrected ?? false,
    ...(language && { language }),
    photos: entitiesOf(message.text).photos,
    scam: scamCuesOf(message.text, account.split("/")[0]?.split("_")[0] ?? ""),
    modelVersion
  }
}

/** The product of each message: the page's word, its order's only product, else the one whose title the text names. */
export async function productsOf(
  db: Database,
  messages: PageMessage[],
  orders: (Order | undefined)[]
): Promise<(string | undefined)[]> {
  const named = async () => {
    const listings = await db.listings.toArray()
    return productFinder(
      listings.flatMap(({ sku, title }) => (title ? [{ sku: sku ?? title, title }] : []))
    )
  }
  const isOpen = ({ sku, productTitle }: PageMessage, i: number) =>
    !sku && !productTitle && !orders[i]?.items?.length
  const fromListings = messages.some(isOpen) ? await named() : undefined
  return messages.map(({ sku, productTitle, text }, i) => {
    const items = orders[i]?.items ?? []
    const candidates = items.flatMap((item) => {
      const one = skuOf(item)
      return one ? [{ sku: one, title: item.title ?? one }] : []
    })
    if (sku ?? productTitle) return sku ?? productTitle
    if (candidates.length === 0) return fromListings?.(text)
    return candidates.length === 1 ? candidates[0]?.sku : productFinder(candidates)(text)
  })
}

/** Which messages begin their conversation: none of the same order, or of the same buyer without one, came earlier. */
export async function firstOnes(db: Database, ids: string[], orders: (string | undefined)[]) {
  const stored = await db.messages.bulkGet(ids)
  return Promise.all(
    stored.map(async (message, i) => {
      if (!message?.sentAt) return true
      const order = orders[i]
      const before = db.messages.where("sentAt").below(message.sentAt)
      const same = order
        ? before.filter(
            (one) => orderId(one.marketplace, one.account, one.orderNativeId ?? "") === order
          )
        : before.filter((one) => one.buyer !== undefined && one.buyer === message.buyer)
      return (await same.count()) === 0
    })
  )
}

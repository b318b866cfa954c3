import type { BuyerTexts } from "../src/domain/buyer-text"
import { type ContactFacts, contactFacts } from "../src/domain/contact-facts"
import { limits } from "../src/domain/limit-values"
import type { Listing } from "../src/domain/listing"
import type { Message, PageMessage } from "../src/domain/message"
import { type Order, orderId, orderTime, type PageOrder } from "../src/domain/order"
import type { PageReading } from "../src/domain/reading"
import type { Database } from "../src/store/database"
import { type SaveReceipt, saveReading } from "../src/store/save-reading"
import { type IncomingText, keepTexts } from "./buyer-texts"
import type { Pseudonymise } from "./pseudonyms"
import type { Vault } from "./vault"

/** What buyer text becomes before it is forgotten: pseudonyms and bounded facts. */
export type BuyerParts = {
  pseudonymise: Pseudonymise
  isDisposable: (domain: string) => boolean
  vault?: Vault
}

async function toOrder(
  page: PageOrder,
  reading: PageReading,
  { pseudonymise, isDisposable }: BuyerParts
): Promise<Order> {
  const { buyer, ...facts } = page
  return {
    ...facts,
    id: orderId(reading.marketplace, reading.account, page.nativeId).slice(0, limits.text),
    marketplace: reading.marketplace,
    account: reading.account,
    ...(buyer && { buyer: await pseudonymise("buyer", `${reading.account}\n${buyer.ref}`) }),
    ...(buyer?.email && { email: await pseudonymise("email", buyer.email) }),
    ...(buyer?.phone && { phone: await pseudonymise("phone", buyer.phone) }),
    ...(buyer?.shipAddress && { shipAddress: await pseudonymise("address", buyer.shipAddress) }),
    ...(buyer?.ip && { ip: await pseudonymise("ip", buyer.ip) }),
    ...(buyer && withFacts(contactFacts(buyer, isDisposable))),
    firstReadAt: reading.readAt,
    readAt: reading.readAt
  }
}

/** A list page shows no contact: then nothing is said, and what the order's own page told stays. */
const withFacts = (contact: ContactFacts) => (Object.keys(contact).length > 0 ? { contact } : {})

async function toMessage(
  { buyer, text: _text, subject: _subject, ...facts }: PageMessage,
  reading: PageReading,
  pseudonymise: Pseudonymise
): Promise<Message> {
  return {
    ...facts,
    id: orderId(reading.marketplace, reading.account, facts.nativeId),
    marketplace: reading.marketplace,
    account: reading.account,
    ...(buyer && { buyer: await pseudonymise("buyer", `${reading.account}\n${buyer.ref}`) }),
    readAt: reading.readAt
  }
}

function orderTexts(order: Order, page: PageOrder | undefined): IncomingText[] {
  if (!page?.buyer || !order.buyer) return []
  const { ref, email, phone, shipAddress } = page.buyer
  const texts: BuyerTexts = { name: ref }
  if (email) texts.email = email
  if (phone) texts.phone = phone
  if (shipAddress) texts.address = shipAddress
  const deliveredAt = order.status === "delivered" ? (order.updatedAt ?? order.readAt) : undefined
  return [{ id: order.id, buyer: order.buyer, placedAt: orderTime(order), deliveredAt, texts }]
}

function messageTexts(message: Message, page: PageMessage | undefined): IncomingText[] {
  if (!page?.text) return []
  const placedAt = message.sentAt ?? message.readAt
  const text = [page.subject, page.text].filter(Boolean).join("\n")
  return [{ id: message.id, buyer: message.buyer ?? "", placedAt, texts: { message: text } }]
}

/**
 * A checked reading → records with pseudonyms → the store. Buyer text ends here, but for the kinds that the seller
 * switched on: those are sealed.
 */
export async function ingest(
  db: Database,
  reading: PageReading,
  parts: BuyerParts
): Promise<SaveReceipt> {
  const { orders: pageOrders, listings: pageListings, messages: pageMessages, ...outcome } = reading
  const orders = await Promise.all(pageOrders.map((page) => toOrder(page, reading, parts)))
  const listings = pageListings.map(
    (page): Listing => ({
      ...page,
      id: orderId(reading.marketplace, reading.account, page.nativeId),
      marketplace: reading.marketplace,
      account: reading.account,
      readAt: reading.readAt
    })
  )
  const messages = await Promise.all(
    pageMessages.map((page) => toMessage(page, reading, parts.pseudonymise))
  )
  const receipt = await saveReading(db, outcome, { orders, listings, messages })
  if (parts.vault) {
    const texts = [
      ...orders.flatMap((order, i) => orderTexts(order, pageOrders[i])),
      ...messages.flatMap((message, i) => messageTexts(message, pageMessages[i]))
    ]
    await keepTexts(db, parts.vault, texts, reading.readAt)
  }
  return receipt
}

import { limits } from "../src/domain/limit-values"
import type { Listing } from "../src/domain/listing"
import type { Message, PageMessage } from "../src/domain/message"
import { type Order, orderId, type PageOrder } from "../src/domain/order"
import type { PageReading } from "../src/domain/reading"
import type { Database } from "../src/store/database"
import { type SaveReceipt, saveReading } from "../src/store/save-reading"
import type { Pseudonymise } from "./pseudonyms"

async function toOrder(
  page: PageOrder,
  reading: PageReading,
  pseudonymise: Pseudonymise
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
    firstReadAt: reading.readAt,
    readAt: reading.readAt
  }
}

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

/** A checked reading → records with pseudonyms → the store. Buyer text ends here. */
export async function ingest(
  db: Database,
  pseudonymise: Pseudonymise,
  reading: PageReading
): Promise<SaveReceipt> {
  const { orders: pageOrders, listings: pageListings, messages: pageMessages, ...outcome } = reading
  const orders = await Promise.all(pageOrders.map((page) => toOrder(page, reading, pseudonymise)))
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
    pageMessages.map((page) => toMessage(page, reading, pseudonymise))
  )
  return saveReading(db, outcome, { orders, listings, messages })
}

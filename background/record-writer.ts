import type { ImportedLine, ImportedRecord } from "../src/domain/imported"
import { orderId } from "../src/domain/order"
import { keptAfterOrder } from "../src/store/buyer-text"
import type { ImportWriter } from "../src/store/import-writer"
import { createBulkPseudonymise } from "./bulk-pseudonyms"
import type { IncomingText } from "./buyer-texts"

/** Orders whose buyer text may be sealed; older ones would be purged at once. */
const mostTexts = 20_000

type Facts = {
  marketplace: string
  account: string
  /** When the file was made; epoch ms. */
  asOf: number
  now: number
  secret: Uint8Array
}

/** Makes the records of a file the store's own: ids of this shop, pseudonyms for buyers. */
export function createRecordWriter(
  writer: ImportWriter,
  { marketplace, account, asOf, now, secret }: Facts
) {
  const prefix = orderId(marketplace, account, "")
  const pseudonymise = createBulkPseudonymise(secret, account)
  const texts = new Map<string, IncomingText>()
  // the lines of an order follow one another
  let [lastNumber, lastId] = ["", prefix]

  function idOf(line: ImportedLine): string {
    if (line.orderId !== lastNumber) {
      lastNumber = line.orderId
      lastId = prefix + line.orderId
    }
    return lastId
  }

  function writeLine(line: ImportedLine): Promise<void> | undefined {
    const id = idOf(line)
    const buyer = line.buyer ? pseudonymise(line.buyer.ref) : ""
    if (line.buyer && now - line.at < keptAfterOrder && texts.size < mostTexts) {
      const { ref: _, ...own } = line.buyer
      texts.set(id, { id, buyer, placedAt: line.at, texts: own })
    }
    return writer.addLine({
      orderId: id,
      at: line.at,
      stateAt: line.updatedAt ?? asOf,
      sku: line.sku,
      buyer,
      country: line.country,
      currency: line.currency,
      quantity: line.quantity,
      unitPrice: line.unitPrice,
      status: line.status,
      detail: line.detail
    })
  }

  return {
    /** A promise once a block is full; the next record must wait for it. */
    write(record: ImportedRecord): Promise<void> | undefined {
      if (record.kind === "movement") return writer.addMovement(record.value)
      if (record.kind === "line") return writeLine(record.value)
      const id = orderId(marketplace, account, record.value.nativeId)
      return writer.addListing({ ...record.value, id, marketplace, account, readAt: asOf })
    },
    /** Buyer text of recent orders, on its way to be sealed or dropped. */
    texts: () => [...texts.values()]
  }
}

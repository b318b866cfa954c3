import type { OrderLines, StockNote } from "../domain/history"
import { orderStatuses } from "../domain/order-status"
import type { Database, StoredOrder } from "./database"

/** Texts numbered in the order in which they first come; 0 is "". */
function createDictionary() {
  const texts = [""]
  const numbers = new Map([["", 0]])
  return {
    texts,
    numberOf(text = ""): number {
      const known = numbers.get(text)
      if (known !== undefined) return known
      numbers.set(text, texts.length)
      return texts.push(text) - 1
    }
  }
}

function toLines(orders: StoredOrder[]): OrderLines {
  const rows = orders.reduce((sum, { items = [] }) => sum + items.length, 0)
  const [skus, buyers, countries, currencies] = Array.from({ length: 4 }, createDictionary) as [
    ReturnType<typeof createDictionary>,
    ReturnType<typeof createDictionary>,
    ReturnType<typeof createDictionary>,
    ReturnType<typeof createDictionary>
  ]
  const lines: OrderLines = {
    rows,
    at: new Float64Array(rows),
    order: new Uint32Array(rows),
    sku: new Uint32Array(rows),
    skus: skus.texts,
    buyer: new Uint32Array(rows),
    buyers: buyers.texts,
    country: new Uint16Array(rows),
    countries: countries.texts,
    quantity: new Int32Array(rows),
    unitPrice: new Float64Array(rows),
    currency: new Uint8Array(rows),
    currencies: currencies.texts,
    status: new Uint8Array(rows)
  }
  let row = 0
  for (const [number, order] of orders.entries()) {
    for (const { sku, title, quantity, unitPrice } of order.items ?? []) {
      lines.at[row] = order.time
      lines.order[row] = number
      lines.sku[row] = skus.numberOf(sku ?? title)
      lines.buyer[row] = buyers.numberOf(order.buyer)
      lines.country[row] = countries.numberOf(order.shipCountry)
      lines.quantity[row] = quantity
      lines.unitPrice[row] = unitPrice?.minor ?? Number.NaN
      lines.currency[row] = currencies.numberOf(unitPrice?.currency ?? order.total?.currency)
      lines.status[row] = orderStatuses.indexOf(order.status)
      row++
    }
  }
  return lines
}

/** Every known order line placed at or after `since` (epoch ms), oldest first. A product is its SKU, else its title. */
export async function readLines(db: Database, { since = 0 } = {}): Promise<OrderLines> {
  return toLines(await db.orders.where("time").aboveOrEqual(since).sortBy("time"))
}

/** What pages told of stock, oldest first. */
export async function readStock(db: Database): Promise<StockNote[]> {
  return db.stockNotes.orderBy("day").toArray()
}

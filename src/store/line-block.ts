import { type OrderStatus, orderStatuses } from "../domain/order-status"
import { type ColumnSet, pack, unpack } from "./columns"
import { orderHash } from "./order-hash"

/** Rows of a block: one write of about 200 KB, one read of a few milliseconds (DESIGN.md). */
export const blockRows = 8_192

/** An order line as it is stored: no buyer text, a pseudonym at most. */
export type StoredLine = {
  /** "<marketplace>:<account>:<native id>" */
  orderId: string
  at: number
  /** What decides between two versions of an order: when the marketplace changed it, else when the file was made. */
  stateAt: number
  sku: string
  buyer: string
  country: string
  currency: string
  quantity: number
  unitPrice: number
  status: OrderStatus
  detail: boolean
}

/** The lines of a block by columns. `order`, `sku`, ... are positions in the lists beside them. */
export interface LineColumns extends ColumnSet {
  at: Float64Array
  stateAt: Float64Array
  order: Uint16Array
  orderIds: readonly string[]
  sku: Uint16Array
  skus: readonly string[]
  buyer: Uint16Array
  buyers: readonly string[]
  country: Uint16Array
  countries: readonly string[]
  currency: Uint8Array
  currencies: readonly string[]
  quantity: Int32Array
  unitPrice: Float64Array
  status: Uint8Array
  detail: Uint8Array
}

const shape = {
  at: "f64",
  stateAt: "f64",
  order: "u16",
  orderIds: "text",
  sku: "u16",
  skus: "text",
  buyer: "u16",
  buyers: "text",
  country: "u16",
  countries: "text",
  currency: "u8",
  currencies: "text",
  quantity: "i32",
  unitPrice: "f64",
  status: "u8",
  detail: "u8"
} as const

export const unpackLines = (bytes: Uint8Array<ArrayBuffer>) => unpack<LineColumns>(bytes, shape)

/** Positions of texts in the order of their first showing; 0 is always "". */
class Dictionary {
  readonly texts: string[] = [""]
  private readonly positions = new Map<string, number>([["", 0]])
  private last = ""
  private lastPosition = 0
  position(text: string): number {
    // neighbours are often alike
    if (text === this.last) return this.lastPosition
    let found = this.positions.get(text)
    if (found === undefined) {
      found = this.texts.length
      this.texts.push(text)
      this.positions.set(text, found)
    }
    this.last = text
    this.lastPosition = found
    return found
  }
}

const statusCode = new Map(orderStatuses.map((status, i) => [status, i]))

/** Collects lines until a block is full. */
export class LineBlockBuilder {
  rows = 0
  private readonly at = new Float64Array(blockRows)
  private readonly stateAt = new Float64Array(blockRows)
  private readonly order = new Uint16Array(blockRows)
  private readonly sku = new Uint16Array(blockRows)
  private readonly buyer = new Uint16Array(blockRows)
  private readonly country = new Uint16Array(blockRows)
  private readonly currency = new Uint8Array(blockRows)
  private readonly quantity = new Int32Array(blockRows)
  private readonly unitPrice = new Float64Array(blockRows)
  private readonly status = new Uint8Array(blockRows)
  private readonly detail = new Uint8Array(blockRows)
  private readonly orders = new Dictionary()
  private readonly skus = new Dictionary()
  private readonly buyers = new Dictionary()
  private readonly countries = new Dictionary()
  private readonly currencies = new Dictionary()

  get full(): boolean {
    return this.rows === blockRows
  }

  add(line: StoredLine): void {
    const row = this.rows++
    this.at[row] = line.at
    this.stateAt[row] = line.stateAt
    this.order[row] = this.orders.position(line.orderId)
    this.sku[row] = this.skus.position(line.sku)
    this.buyer[row] = this.buyers.position(line.buyer)
    this.country[row] = this.countries.position(line.country)
    this.currency[row] = this.currencies.position(line.currency)
    this.quantity[row] = line.quantity
    this.unitPrice[row] = line.unitPrice
    this.status[row] = statusCode.get(line.status) ?? orderStatuses.length - 1
    this.detail[row] = line.detail ? 1 : 0
  }

  columns(): LineColumns {
    const { rows } = this
    return {
      at: this.at.subarray(0, rows),
      stateAt: this.stateAt.subarray(0, rows),
      order: this.order.subarray(0, rows),
      orderIds: this.orders.texts,
      sku: this.sku.subarray(0, rows),
      skus: this.skus.texts,
      buyer: this.buyer.subarray(0, rows),
      buyers: this.buyers.texts,
      country: this.country.subarray(0, rows),
      countries: this.countries.texts,
      currency: this.currency.subarray(0, rows),
      currencies: this.currencies.texts,
      quantity: this.quantity.subarray(0, rows),
      unitPrice: this.unitPrice.subarray(0, rows),
      status: this.status.subarray(0, rows),
      detail: this.detail.subarray(0, rows)
    }
  }
}

/** One row of a block as a record. */
export function lineAt(columns: LineColumns, row: number): StoredLine {
  return {
    orderId: columns.orderIds[columns.order[row] ?? 0] ?? "",
    at: columns.at[row] ?? 0,
    stateAt: columns.stateAt[row] ?? 0,
    sku: columns.skus[columns.sku[row] ?? 0] ?? "",
    buyer: columns.buyers[columns.buyer[row] ?? 0] ?? "",
    country: columns.countries[columns.country[row] ?? 0] ?? "",
    currency: columns.currencies[columns.currency[row] ?? 0] ?? "",
    quantity: columns.quantity[row] ?? 0,
    unitPrice: columns.unitPrice[row] ?? Number.NaN,
    status: orderStatuses[columns.status[row] ?? 0] ?? "unknown",
    detail: columns.detail[row] === 1
  }
}

/** What the index keeps of a block: enough to leave it closed when it cannot hold what is asked for. */
export type BlockZone = {
  rows: number
  minAt: number
  maxAt: number
  /** Hashes of the order ids at the same positions as in the block. */
  hashes: Float64Array
  /** Hashes of the ids without the shop, by which files that name none know the orders; absent where no shop is named. */
  aliases?: Float64Array
  /** Hashes of the SKUs, sorted: whether a block may hold a SKU. */
  skuHashes: Float64Array
}

export function zoneOf(
  columns: LineColumns,
  aliasOf?: (orderId: string) => number | undefined
): BlockZone {
  let [minAt, maxAt] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const at of columns.at) {
    if (at < minAt) minAt = at
    if (at > maxAt) maxAt = at
  }
  const hashes = Float64Array.from(columns.orderIds, orderHash)
  const skuHashes = Float64Array.from(columns.skus, orderHash).sort()
  const aliases =
    aliasOf && Float64Array.from(columns.orderIds, (id, i) => aliasOf(id) ?? hashes[i] ?? 0)
  return { rows: columns.at.length, minAt, maxAt, hashes, skuHashes, ...(aliases && { aliases }) }
}

export { pack as packLines }

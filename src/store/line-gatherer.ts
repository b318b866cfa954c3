import type { OrderLines } from "../domain/history"
import { orderStatuses } from "../domain/order-status"
import type { LineColumns, StoredLine } from "./line-block"
import { orderHash } from "./order-hash"

/** Texts numbered in the order in which they first come; 0 is "". */
class Numbers {
  readonly texts = [""]
  private readonly numbers = new Map([["", 0]])
  of(text: string): number {
    let known = this.numbers.get(text)
    if (known === undefined) {
      known = this.texts.push(text) - 1
      this.numbers.set(text, known)
    }
    return known
  }
}

const grown = <A extends Float64Array | Uint32Array | Int32Array | Uint16Array | Uint8Array>(
  array: A,
  length: number
): A => {
  const larger = new (array.constructor as new (length: number) => A)(length)
  larger.set(array)
  return larger
}

/** Brings the lines of many blocks and pages together: one dictionary of each kind, orders numbered by time. */
export class LineGatherer {
  private rows = 0
  private readonly orders = new Map<number, number>()
  private orderAt: Float64Array
  private columns
  private readonly skus = new Numbers()
  private readonly buyers = new Numbers()
  private readonly countries = new Numbers()
  private readonly currencies = new Numbers()

  constructor(expected: number) {
    const size = Math.max(64, expected)
    this.orderAt = new Float64Array(size)
    this.columns = {
      at: new Float64Array(size),
      order: new Uint32Array(size),
      sku: new Uint32Array(size),
      buyer: new Uint32Array(size),
      country: new Uint16Array(size),
      quantity: new Int32Array(size),
      unitPrice: new Float64Array(size),
      currency: new Uint8Array(size),
      status: new Uint8Array(size)
    }
  }

  /** The number of an order here; its time is the earliest that any of its lines has. */
  private order(hash: number, at: number): number {
    let number = this.orders.get(hash)
    if (number === undefined) {
      number = this.orders.size
      this.orders.set(hash, number)
      if (number >= this.orderAt.length) this.orderAt = grown(this.orderAt, number * 2)
      this.orderAt[number] = at
    } else if (at < (this.orderAt[number] ?? 0)) this.orderAt[number] = at
    return number
  }

  private nextRow(): number {
    const row = this.rows++
    if (row >= this.columns.at.length) {
      const size = row * 2
      const { at, order, sku, buyer, country, quantity, unitPrice, currency, status } = this.columns
      this.columns = {
        at: grown(at, size),
        order: grown(order, size),
        sku: grown(sku, size),
        buyer: grown(buyer, size),
        country: grown(country, size),
        quantity: grown(quantity, size),
        unitPrice: grown(unitPrice, size),
        currency: grown(currency, size),
        status: grown(status, size)
      }
    }
    return row
  }

  addBlock(from: LineColumns, hashes: Float64Array, isWanted: (row: number) => boolean): void {
    const skus = Uint32Array.from(from.skus, (text) => this.skus.of(text))
    const buyers = Uint32Array.from(from.buyers, (text) => this.buyers.of(text))
    const countries = Uint32Array.from(from.countries, (text) => this.countries.of(text))
    const currencies = Uint32Array.from(from.currencies, (text) => this.currencies.of(text))
    for (let i = 0; i < from.at.length; i++) {
      if (!isWanted(i)) continue
      const row = this.nextRow()
      const { columns } = this
      const at = from.at[i] ?? 0
      columns.at[row] = at
      columns.order[row] = this.order(hashes[from.order[i] ?? 0] ?? 0, at)
      columns.sku[row] = skus[from.sku[i] ?? 0] ?? 0
      columns.buyer[row] = buyers[from.buyer[i] ?? 0] ?? 0
      columns.country[row] = countries[from.country[i] ?? 0] ?? 0
      columns.quantity[row] = from.quantity[i] ?? 0
      columns.unitPrice[row] = from.unitPrice[i] ?? Number.NaN
      columns.currency[row] = currencies[from.currency[i] ?? 0] ?? 0
      columns.status[row] = from.status[i] ?? 0
    }
  }

  addLine(line: StoredLine): void {
    const row = this.nextRow()
    const { columns } = this
    columns.at[row] = line.at
    columns.order[row] = this.order(orderHash(line.orderId), line.at)
    columns.sku[row] = this.skus.of(line.sku)
    columns.buyer[row] = this.buyers.of(line.buyer)
    columns.country[row] = this.countries.of(line.country)
    columns.quantity[row] = line.quantity
    columns.unitPrice[row] = line.unitPrice
    columns.currency[row] = this.currencies.of(line.currency)
    columns.status[row] = orderStatuses.indexOf(line.status)
  }

  /** Rows in the order of their orders' times: orders are sorted, lines are put where their order starts. */
  lines(): OrderLines {
    const { rows, columns, orderAt } = this
    const count = this.orders.size
    const sorted = Uint32Array.from({ length: count }, (_, i) => i)
    let inOrder = true
    for (let i = 1; i < count && inOrder; i++) inOrder = (orderAt[i] ?? 0) >= (orderAt[i - 1] ?? 0)
    if (!inOrder) sorted.sort((a, b) => (orderAt[a] ?? 0) - (orderAt[b] ?? 0) || a - b)
    const rank = new Uint32Array(count)
    sorted.forEach((order, i) => {
      rank[order] = i
    })
    const starts = new Uint32Array(count + 1)
    for (let row = 0; row < rows; row++) {
      const next = (rank[columns.order[row] ?? 0] ?? 0) + 1
      starts[next] = (starts[next] ?? 0) + 1
    }
    for (let i = 1; i <= count; i++) starts[i] = (starts[i] ?? 0) + (starts[i - 1] ?? 0)
    const lines: OrderLines = {
      rows,
      at: new Float64Array(rows),
      order: new Uint32Array(rows),
      sku: new Uint32Array(rows),
      skus: this.skus.texts,
      buyer: new Uint32Array(rows),
      buyers: this.buyers.texts,
      country: new Uint16Array(rows),
      countries: this.countries.texts,
      quantity: new Int32Array(rows),
      unitPrice: new Float64Array(rows),
      currency: new Uint8Array(rows),
      currencies: this.currencies.texts,
      status: new Uint8Array(rows)
    }
    for (let row = 0; row < rows; row++) {
      const order = columns.order[row] ?? 0
      const number = rank[order] ?? 0
      const to = starts[number] ?? 0
      starts[number] = to + 1
      lines.at[to] = orderAt[order] ?? 0
      lines.order[to] = number
      lines.sku[to] = columns.sku[row] ?? 0
      lines.buyer[to] = columns.buyer[row] ?? 0
      lines.country[to] = columns.country[row] ?? 0
      lines.quantity[to] = columns.quantity[row] ?? 0
      lines.unitPrice[to] = columns.unitPrice[row] ?? Number.NaN
      lines.currency[to] = columns.currency[row] ?? 0
      lines.status[to] = columns.status[row] ?? 0
    }
    return lines
  }
}

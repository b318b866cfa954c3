import type { OrderLines } from "../domain/history"
import { unsoldStatuses } from "../domain/order-status"
import type { Baskets } from "./baskets"

const dayMs = 86_400_000

/** Order lines as baskets, with what is needed to read the lines again. */
export type SoldBaskets = {
  baskets: Baskets
  /** By item. */
  skus: string[]
  /** Item of each line; −1: not sold, or without a SKU. */
  itemOfRow: Int32Array
  /** Amount of each basket in the main currency (0 in another). */
  amounts: Float64Array
}

/** Price of a line in the main currency (an index into `currencies`); NaN when unknown or in another. */
export const priceOf = ({ currency, unitPrice }: OrderLines, row: number, main: number) =>
  currency[row] === main ? (unitPrice[row] ?? Number.NaN) : Number.NaN

/** Item numbers of the sold lines; `known` SKUs come first, so that a fit of an earlier life still fits. */
function numberItems(lines: OrderLines, known: string[]): Pick<SoldBaskets, "skus" | "itemOfRow"> {
  const skus = [...known]
  const numbers = new Map(known.map((sku, item) => [sku, item]))
  const itemOf = new Int32Array(lines.skus.length).fill(-1)
  const itemOfRow = new Int32Array(lines.rows).fill(-1)
  for (let row = 0; row < lines.rows; row++) {
    const sku = lines.sku[row] ?? 0
    if (sku === 0 || unsoldStatuses.has(lines.status[row] ?? 0)) continue
    if (itemOf[sku] === -1) {
      const text = lines.skus[sku] ?? ""
      const item = numbers.get(text) ?? skus.push(text) - 1
      numbers.set(text, item)
      itemOf[sku] = item
    }
    itemOfRow[row] = itemOf[sku] ?? -1
  }
  return { skus, itemOfRow }
}

/** One basket an order, an item once a basket. @param main the main currency, an index into `currencies` */
export function gatherBaskets(lines: OrderLines, main: number, known: string[]): SoldBaskets {
  const { skus, itemOfRow } = numberItems(lines, known)
  const start = [0]
  const item: number[] = []
  const buyer: number[] = []
  const at: number[] = []
  const amounts: number[] = []
  let own = new Set<number>()
  let order = -1
  for (const [row, id] of itemOfRow.entries()) {
    if (id < 0) continue
    if (lines.order[row] !== order) {
      if (at.length > 0) start.push(item.length)
      order = lines.order[row] ?? 0
      own = new Set()
      buyer.push(lines.buyer[row] ?? 0)
      at.push((lines.at[row] ?? 0) / dayMs)
      amounts.push(0)
    }
    if (!own.has(id)) item.push(id)
    own.add(id)
    const price = priceOf(lines, row, main)
    if (!Number.isFinite(price)) continue
    const place = amounts.length - 1
    amounts[place] = (amounts[place] ?? 0) + price * (lines.quantity[row] ?? 0)
  }
  if (at.length > 0) start.push(item.length)
  const baskets = {
    items: skus.length,
    start: Uint32Array.from(start),
    item: Uint32Array.from(item),
    buyer: Uint32Array.from(buyer),
    at: Float64Array.from(at)
  }
  return { baskets, skus, itemOfRow, amounts: Float64Array.from(amounts) }
}

import type { Order } from "../domain/order"
import { orderStatuses } from "../domain/order-status"
import type { BlockIndex } from "./blocks"
import type { Database, StoredOrder } from "./database"
import type { LineColumns, StoredLine } from "./line-block"
import { orderHash } from "./order-hash"

/** The id under which a file that names no shop may know an order of a page. */
export const withoutAccount = (order: Order) => `${order.marketplace}::${order.nativeId}`

/** What decides between a page's version of an order and a file's. */
export const stateOf = (order: Order) => order.updatedAt ?? order.readAt

/** A page's order as lines; without items nothing is known of them. A product is its SKU, else its title. */
export function linesOf(order: StoredOrder): StoredLine[] {
  return (order.items ?? []).map(({ sku, title, quantity, unitPrice }) => ({
    orderId: order.id,
    at: order.time,
    stateAt: stateOf(order),
    sku: sku ?? title ?? "",
    buyer: order.buyer ?? "",
    country: order.shipCountry ?? "",
    currency: unitPrice?.currency ?? order.total?.currency ?? "",
    quantity,
    unitPrice: unitPrice?.minor ?? Number.NaN,
    status: order.status,
    detail: true
  }))
}

/**
 * The row-wise tail of the history: orders of pages whose lines are in no block, or changed since they were put there.
 * Oldest first; `since` in epoch ms.
 */
export async function readTail(db: Database, since = 0): Promise<StoredOrder[]> {
  const [ids, packed] = await Promise.all([
    db.orders.where("time").aboveOrEqual(since).primaryKeys(),
    db.linesInBlocks.toCollection().primaryKeys()
  ])
  const known = new Set(packed)
  const orders = await db.orders.bulkGet(ids.filter((id) => !known.has(id)))
  return orders.filter((order) => order !== undefined).sort((a, b) => a.time - b.time)
}

/** Brings the tail together with blocks: each order once, in its newest state. */
export class PageTail {
  private readonly byHash = new Map<number, StoredOrder>()
  private readonly inBlocks = new Set<StoredOrder>()

  constructor(private readonly orders: StoredOrder[]) {
    for (const order of orders) {
      this.byHash.set(orderHash(order.id), order)
      this.byHash.set(orderHash(withoutAccount(order)), order)
    }
  }

  /** Whether a block holds orders of the tail. */
  touches({ hashes }: Pick<BlockIndex, "hashes">): boolean {
    return this.byHash.size > 0 && hashes.some((hash) => this.byHash.has(hash))
  }

  /** Which rows of an opened block stand beside the tail; puts newer statuses on those that do. */
  applyTo(
    columns: LineColumns,
    { hashes }: Pick<BlockIndex, "hashes">,
    isLive: (row: number) => boolean
  ): (row: number) => boolean {
    if (this.byHash.size === 0) return isLive
    return (row) => {
      if (!isLive(row)) return false
      const page = this.byHash.get(hashes[columns.order[row] ?? 0] ?? 0)
      if (!page) return true
      const isNewer = stateOf(page) > (columns.stateAt[row] ?? 0)
      // a newer page that shows the lines stands for them; one that does not gives its status
      if (isNewer && page.items && page.items.length > 0) return false
      if (isNewer) columns.status[row] = orderStatuses.indexOf(page.status)
      this.inBlocks.add(page)
      return true
    }
  }

  /** Lines of orders that no row of the blocks stood for. Call it after every block that `touches`. */
  lines(): StoredLine[] {
    return this.orders.filter((order) => !this.inBlocks.has(order)).flatMap(linesOf)
  }
}

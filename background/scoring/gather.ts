import { fewestOrders } from "../../models/anomaly/fit"
import { seededRandom } from "../../models/anomaly/random"
import { type FeatureRow, pageFeatures, withoutPageFacts } from "../../src/features/order-features"
import { OrderHistory } from "../../src/features/order-history"
import type { Database, StoredOrder } from "../../src/store/database"
import { readImportedOrders } from "../../src/store/imported-orders"
import { breathe, slice } from "./memory"
import { withMessageClaims } from "./message-claims"

/** Orders of files that a history takes in, and how many of the newest of them a fit learns from. */
const mostImported = 30_000
const mostFitted = 10_000

/** The seller's past: what pages showed and what files told, compared in the order of time. */
export type Past = {
  history: OrderHistory
  /** Of pages, oldest first. */
  orders: StoredOrder[]
  rows: FeatureRow[]
  /** What a fit learns from, oldest first, and whose rows they are. */
  values: Float32Array[]
  ids: string[]
  /** Whether enough pages showed what files lack; else its features are left out. */
  hasPageFacts: boolean
}

/**
 * Replays the whole past. An order of a file borrows what it does not tell from an order of a page, drawn at random
 * (hot-deck imputation; Andridge and Little 2010): else a post box would be unheard of in a history of files.
 */
export async function gatherPast(db: Database): Promise<Past> {
  const orders = await withMessageClaims(db, await db.orders.orderBy("time").toArray())
  const imported = await readImportedOrders(db, orders, mostImported)
  const fitted = new Set(imported.slice(-mostFitted).map(({ id }) => id))
  const fromFile = new Set(imported.map(({ id }) => id))
  const history = OrderHistory.empty()
  const rows: FeatureRow[] = []
  const past: { id: string; row: FeatureRow }[] = []
  const all = [...imported, ...orders].sort((a, b) => a.time - b.time)
  for (const [i, order] of all.entries()) {
    if (i % slice === slice - 1) await breathe()
    if (!fromFile.has(order.id)) {
      const row = history.features(order)
      rows.push(row)
      past.push({ id: order.id, row })
    } else if (fitted.has(order.id)) past.push({ id: order.id, row: history.features(order) })
    history.add(order)
  }
  const hasPageFacts = imported.length === 0 || orders.length >= fewestOrders
  const random = seededRandom(1)
  const values = past.map(({ id, row }) => {
    if (!hasPageFacts) return withoutPageFacts(row.values)
    if (!fromFile.has(id)) return row.values
    const lender = rows[Math.floor(random() * rows.length)]
    const whole = row.values.slice()
    for (const feature of pageFeatures) whole[feature] = lender?.values[feature] ?? 0
    return whole
  })
  return { history, orders, rows, values, ids: past.map(({ id }) => id), hasPageFacts }
}

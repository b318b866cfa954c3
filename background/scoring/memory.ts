import type { AnomalyFit } from "../../models/anomaly/fit"
import type { FeatureRow } from "../../src/features/order-features"
import { type HistoryState, OrderHistory } from "../../src/features/order-history"
import type { Database, StoredFit, StoredOrder } from "../../src/store/database"
import { withMessageClaims } from "./message-claims"

/** A fit of another shape is fitted again: raise it whenever weights, features or the state change. */
const stateFormat = 6
/** Orders between two breaths, so that no turn of the worker is long. */
export const slice = 1_000

/** What a fit was made from. */
export type Basis = {
  /** Orders that pages had shown. */
  pages: number
  /** Which imports counted: see `importedVersion`. */
  imports: string
  /** Whether enough pages showed what files lack; else its features are left out. */
  hasPageFacts: boolean
}

/** What the model knows of the seller's past, as this life of the worker holds it. */
export type Memory = Basis & {
  fit: number
  history: OrderHistory
  anomaly: AnomalyFit
  /** Ids of the orders of `anomaly.recent`. */
  recentIds: string[]
  /** The verdicts that the head has learnt from. */
  learnt?: string
}
type State = Basis & {
  format: number
  history: HistoryState
  anomaly: AnomalyFit
  recentIds: string[]
}

export const breathe = () => new Promise<void>((resolve) => setTimeout(resolve))

/** Feature rows in time order, each order added to the history after it was compared with it. */
export async function replay(history: OrderHistory, orders: StoredOrder[]): Promise<FeatureRow[]> {
  const rows: FeatureRow[] = []
  for (const [i, order] of orders.entries()) {
    if (i % slice === slice - 1) await breathe()
    rows.push(history.features(order))
    history.add(order)
  }
  return rows
}

/** A fit as the store keeps it. */
export function toStored(memory: Memory, fittedAt: number): StoredFit {
  const { fit, history, learnt: _, ...kept } = memory
  const state: State = { ...kept, format: stateFormat, history: history.snapshot() }
  return { model: "anomaly", fit, fittedAt, orders: kept.anomaly.orders, state }
}

/** Whether the store still holds what this life knows, by keys only: the state itself takes long to read. */
async function isCurrent(db: Database, { fit }: Memory): Promise<boolean> {
  const [stored, [newest]] = await Promise.all([
    db.fits.where("model").equals("anomaly").count(),
    db.scores.orderBy("fit").reverse().limit(1).keys()
  ])
  return stored > 0 && newest === fit
}

/** The newest fit with what came after it; null when there is none of this format. */
export async function restore(db: Database, known: Memory | null): Promise<Memory | null> {
  if (known && (await isCurrent(db, known))) return known
  const stored = await db.fits.get("anomaly")
  if (!stored) return null
  const { format, history: state, ...kept } = stored.state as State
  if (format !== stateFormat) return null
  const history = OrderHistory.restore(state)
  // orders that came after the fit are in the store, not in its snapshot
  const read = await db.orders.where("firstReadAt").above(stored.fittedAt).sortBy("time")
  const later = await withMessageClaims(db, read)
  const scores = await db.scores.bulkGet(later.map(({ id }) => id))
  for (const [i, order] of later.entries()) if (scores[i]?.fit === stored.fit) history.add(order)
  return { ...kept, fit: stored.fit, history }
}

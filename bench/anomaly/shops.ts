import type { AnomalyKind } from "../../demo/truth"
import type { AnomalyModel, AnomalyScore } from "../../models/anomaly"
import type { Order } from "../../src/domain/order"
import { makeWorld, replayRows } from "../../train/anomaly/worlds"

export const alertRate = 0.01
/** The first part in time is the seller's history; the rest is scored as it comes. */
const historyShare = 0.5

/** The later half of an invented shop, scored by a model that was fitted on the half before. */
export type ScoredShop = {
  orders: Order[]
  rows: Float32Array[]
  scores: AnomalyScore[]
  kinds: (AnomalyKind | null)[]
  /** True for a buyer's first order. */
  first: boolean[]
  history: number
}

export async function scoreShop(
  model: AnomalyModel,
  options: { seed: number; orders: number }
): Promise<ScoredShop> {
  const { orders, truth } = makeWorld({ anomalyShare: 0.012, ...options })
  const rows = replayRows(orders)
  const split = Math.floor(orders.length * historyShare)
  const fit = await model.fit(rows.slice(0, split), { alertRate, seed: 1 })
  if (!fit) throw new Error("an invented shop has too little history")
  const seen = new Set<string>()
  const first = orders.map(({ buyer = "" }) => {
    const known = seen.has(buyer)
    seen.add(buyer)
    return !known
  })
  return {
    orders: orders.slice(split),
    rows: rows.slice(split),
    scores: await model.predict(rows.slice(split)),
    kinds: orders.slice(split).map(({ nativeId }) => truth.get(nativeId) ?? null),
    first: first.slice(split),
    history: split
  }
}

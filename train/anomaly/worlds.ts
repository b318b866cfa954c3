import { toOrders } from "../../demo/records"
import { generateShop } from "../../demo/shop"
import { type AnomalyKind, truthOf } from "../../demo/truth"
import { fitTails, tailSurprise } from "../../models/anomaly/tails"
import type { Order } from "../../src/domain/order"
import { orderFeatures } from "../../src/features/order-features"
import { OrderHistory } from "../../src/features/order-history"
import type { Example } from "./network"

export type World = { orders: Order[]; truth: ReadonlyMap<string, AnomalyKind> }
export type WorldOptions = { seed: number; orders: number; anomalyShare: number }

/** An invented shop and the truth about it. */
export function makeWorld(options: WorldOptions): World {
  const shop = generateShop(options)
  return { orders: toOrders(shop), truth: truthOf(shop) }
}

/** Feature rows in time order, each from what came before it only. */
export function replayRows(orders: Order[]): Float32Array[] {
  const history = OrderHistory.empty()
  return orders.map((order) => {
    const { values } = history.features(order)
    history.add(order)
    return values
  })
}

export type LabelledExample = Example & { kind: AnomalyKind | null }

/** Rows of one world as the network sees them: tail surprises against that world's own first part. */
export function examplesOf(world: World): LabelledExample[] {
  const rows = replayRows(world.orders)
  const split = Math.floor(rows.length / 2)
  const tails = fitTails(rows.slice(0, split), orderFeatures.length)
  return rows.slice(split).map((row, i) => {
    const kind = world.truth.get(world.orders[split + i]?.nativeId ?? "") ?? null
    return { input: tailSurprise(tails, row), label: kind ? 1 : 0, kind }
  })
}

import { toOrders } from "../../demo/records"
import { generateShop } from "../../demo/shop"
import { type AnomalyKind, truthOf } from "../../demo/truth"
import type { Order } from "../../src/domain/order"
import { OrderHistory } from "../../src/features/order-history"

/** What a marketplace shows: everything, what stands in a list, or a list that hides who buys. */
export const views = ["full", "list", "masked"] as const
export type View = (typeof views)[number]

export type World = { orders: Order[]; truth: ReadonlyMap<string, AnomalyKind> }
export type WorldOptions = { seed: number; orders: number; anomalyShare: number; view?: View }

function seenAs(order: Order, view: View): Order {
  if (view === "full") return order
  const { buyer, email, phone, shipAddress, contact, ...rest } = order
  const { billCountry, paymentAttempts, shippingPrice, paymentMethod, ...listed } = rest
  return view === "list" && buyer ? { ...listed, buyer } : listed
}

/** An invented shop and the truth about it. */
export function makeWorld({ view = "full", ...options }: WorldOptions): World {
  const shop = generateShop({ ...options, messages: 0 })
  return {
    orders: toOrders(shop).map((order) => seenAs(order, view)),
    truth: truthOf(shop)
  }
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

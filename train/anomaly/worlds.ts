import { Random } from "../../demo/random"
import { toOrders } from "../../demo/records"
import { generateShop } from "../../demo/shop"
import { type AnomalyKind, riskOf, truthOf } from "../../demo/truth"
import type { Order } from "../../src/domain/order"
import { OrderHistory } from "../../src/features/order-history"

/** What a marketplace shows: everything, what stands in a list, or a list that hides who buys. */
export const views = ["full", "list", "masked"] as const
export type View = (typeof views)[number]

export type World = {
  orders: Order[]
  truth: ReadonlyMap<string, AnomalyKind>
  judged: Order[]
}
export type WorldOptions = {
  seed: number
  orders: number
  anomalyShare: number
  view?: View
  /** The page shows the marketplace's own level, and half of the bad orders of the past have a verdict. */
  informed?: boolean
}

function seenAs(order: Order, view: View): Order {
  if (view === "full") return order
  const { buyer, email, phone, shipAddress, contact, ...rest } = order
  const { billCountry, paymentAttempts, shippingPrice, paymentMethod, ...listed } = rest
  return view === "list" && buyer ? { ...listed, buyer } : listed
}

/** A marketplace's own level: right about a half of what it can see, wrong about one in twenty of the rest. */
function withLevel(order: Order, kind: AnomalyKind | undefined, random: Random): Order {
  const isSeen = kind && levelled.has(riskOf[kind])
  const [high, medium] = isSeen ? [0.35, 0.2] : [0.007, 0.04]
  const marketplaceRisk = random.chance(high) ? "high" : random.chance(medium) ? "medium" : "low"
  return { ...order, marketplaceRisk }
}
/** What marketplaces judge: payments and accounts, not a shop's prices or its returns. */
const levelled: ReadonlySet<string> = new Set(["payment-fraud", "account-takeover", "address-risk"])

/** An invented shop and the truth about it. */
export function makeWorld({ view = "full", informed = false, ...options }: WorldOptions): World {
  const shop = generateShop({ ...options, messages: 0 })
  const truth = truthOf(shop)
  const random = new Random(options.seed)
  const orders = toOrders(shop).map((order) => seenAs(order, view))
  if (!informed) return { orders, truth, judged: [] }
  const bad = orders.slice(0, orders.length / 2).filter(({ nativeId }) => truth.has(nativeId))
  return {
    orders: orders.map((order) => withLevel(order, truth.get(order.nativeId), random)),
    truth,
    judged: bad.filter(() => random.chance(0.5))
  }
}

/**
 * Feature rows in time order, each from what came before it only.
 * @param judged orders of the first half that the seller called bad when that half was over
 */
export function replayRows(orders: Order[], judged: Order[] = []): Float32Array[] {
  const history = OrderHistory.empty()
  return orders.map((order, i) => {
    if (i === Math.floor(orders.length / 2)) history.confirm(judged)
    const { values } = history.features(order)
    history.add(order)
    return values
  })
}

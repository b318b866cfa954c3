import { type Order, orderTime, skuOf } from "../domain/order"
import { type Event, type EventWindows, eventsWithin, windows } from "./event-windows"
import type { GroupStats } from "./group-stats"
import {
  type BadEnd,
  badEnds,
  evidenceOf,
  identityKeys,
  type OutcomeCounts,
  type Outcomes,
  outcomesOf
} from "./outcomes"
import { worst } from "./worst"

export type BuyerState = {
  stats: GroupStats
  events: EventWindows
  outcomes: Outcomes
  /** Contact facts seen with a buyer: "<buyer>|address:<…>". */
  seen: Set<string>
}

/** The most orders, repeats and addresses that any one fact of the buyer stands behind within 30 days. */
function overMonth(state: BuyerState, order: Order) {
  const time = orderTime(order)
  const mine = new Set(order.items?.flatMap((item) => skuOf(item) ?? []) ?? [])
  const repeats = ({ items }: Event) => items?.some(([sku]) => mine.has(sku)) ?? false
  let most = { orders: 0, repeated: 0, addresses: 0 }
  let events: Event[] = []
  for (const key of identityKeys(order)) {
    const found = eventsWithin(state.events, key, time, windows.month, order.id)
    if (found.length > events.length) events = found
    const elsewhere = found.flatMap(({ to }) => (to && to !== order.shipAddress ? [to] : []))
    most = {
      orders: Math.max(most.orders, found.length),
      repeated: Math.max(most.repeated, found.filter(repeats).length),
      addresses: Math.max(most.addresses, new Set(elsewhere).size)
    }
  }
  return { most, events }
}

/** Units of one product that a buyer took together within 30 days, this order included, against a usual order's. */
function unitsOverMonth(state: BuyerState, order: Order, events: Event[]) {
  let worst = { sku: "", units: 0, usual: 1 }
  for (const item of order.items ?? []) {
    const sku = skuOf(item)
    if (!sku) continue
    const before = events.flatMap(({ items }) => items?.filter(([one]) => one === sku) ?? [])
    const units = item.quantity + before.reduce((sum, [, quantity]) => sum + quantity, 0)
    const usual = Math.exp(state.stats.get(`quantity:${sku}`)?.mean ?? 0)
    if (units / usual > worst.units / worst.usual) worst = { sku, units, usual }
  }
  return worst
}

/** What a buyer whom the shop knows shows for the first time. */
function changedFacts(state: BuyerState, order: Order) {
  const { buyer, shipAddress, email, phone } = order
  const orders = buyer ? outcomesOf(state.outcomes, `buyer:${buyer}`, order).orders : 0
  const unseen = (fact: string | undefined, kind: string) =>
    orders > 0 &&
    fact !== undefined &&
    state.seen.has(`${buyer}|${kind}`) &&
    !state.seen.has(`${buyer}|${kind}:${fact}`)
  return {
    address: unseen(shipAddress, "address"),
    contact: unseen(email, "email") || unseen(phone, "phone"),
    orders
  }
}

type Past = OutcomeCounts & { evidence: Record<BadEnd, number> }
const noPast: Past = {
  orders: 0,
  returned: 0,
  notReceived: 0,
  declined: 0,
  evidence: { returned: 0, notReceived: 0, declined: 0 }
}

/** The past of that fact of the buyer which tells most against it; where none does, the longest. */
function worstPast({ outcomes }: BuyerState, order: Order): Past {
  const pasts = identityKeys(order).map((key): Past => {
    const counts = outcomesOf(outcomes, key, order)
    const [returned = 0, notReceived = 0, declined = 0] = badEnds.map((end) =>
      evidenceOf(outcomes, counts, end)
    )
    return { ...counts, evidence: { returned, notReceived, declined } }
  })
  const against = ({ evidence }: Past) =>
    Math.max(evidence.returned, evidence.notReceived, evidence.declined)
  return worst(pasts, (past) => against(past) + 1e-6 * past.orders) ?? noPast
}

/** Notes what must be remembered of a buyer beyond the last month. */
export function rememberBuyer({ seen }: BuyerState, order: Order): void {
  const { buyer, shipAddress, email, phone } = order
  if (!buyer) return
  const facts = [
    ["address", shipAddress],
    ["email", email],
    ["phone", phone]
  ] as const
  for (const [kind, fact] of facts) {
    if (fact) seen.add(`${buyer}|${kind}`).add(`${buyer}|${kind}:${fact}`)
  }
}

/** A known buyer's month, units, new facts and past, from orders before this one only. */
export function buyerSignals(state: BuyerState, order: Order) {
  const { most, events } = overMonth(state, order)
  const units = unitsOverMonth(state, order, events)
  return {
    month: most,
    units,
    changed: changedFacts(state, order),
    past: worstPast(state, order)
  }
}

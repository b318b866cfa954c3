import { type Order, orderTime } from "../domain/order"
import { type AlternativeOrder, alternativesOf } from "./alternatives"
import { addAmount } from "./amount-signals"
import { type BuyerState, rememberBuyer } from "./buyer-signals"
import { type Confirmed, confirmOrders } from "./confirmed-signals"
import { addContact } from "./contact-rarity"
import { featureRow } from "./feature-row"
import type { Frequencies } from "./frequency"
import { addItems } from "./item-signals"
import { addFacts } from "./missing-facts"
import type { FeatureRow } from "./order-features"
import { addOutcome, emptyOutcomes } from "./outcomes"
import { addPlaces } from "./place-signals"
import { addEvents } from "./velocity-signals"

/** Everything that a history knows; structured-cloneable, so the store can keep it. */
export type HistoryState = {
  /** Ids of the orders in it: a second reading of an order adds nothing. */
  orders: Set<string>
  lastTime: number
  counts: Frequencies
  confirmed: Confirmed
} & BuyerState

const emptyState = (): HistoryState => ({
  orders: new Set(),
  lastTime: 0,
  stats: new Map(),
  counts: new Map(),
  events: new Map(),
  outcomes: emptyOutcomes(),
  seen: new Set(),
  confirmed: new Map()
})

/**
 * The seller's orders as a running memory: an order is compared with what was added before it, within its own
 * currency, country, products and buyer. Missing facts give a neutral 0, never a guess.
 */
export class OrderHistory {
  private constructor(private readonly state: HistoryState) {}

  static empty(): OrderHistory {
    return new OrderHistory(emptyState())
  }
  static restore(state: HistoryState): OrderHistory {
    return new OrderHistory(state)
  }
  snapshot(): HistoryState {
    return this.state
  }
  get size(): number {
    return this.state.orders.size
  }

  /** Adds an order to the memory, once. */
  add(order: Order): void {
    const { state } = this
    if (state.orders.has(order.id)) return
    state.orders.add(order.id)
    state.lastTime = Math.max(state.lastTime, orderTime(order))
    addEvents(state.events, order)
    addOutcome(state.outcomes, order)
    rememberBuyer(state, order)
    addContact(state.counts, order)
    addFacts(state.counts, order)
    addAmount(state.stats, order)
    addItems(state.stats, order)
    addPlaces(state.counts, order)
  }

  /** Links every fact of these orders, all that the seller calls bad, to what comes later. */
  confirm(bad: readonly (Order | undefined)[]): void {
    confirmOrders(this.state.confirmed, bad)
  }

  /** The order with one usual value in place of its own, for each value that could be otherwise. */
  alternatives(order: Order): AlternativeOrder[] {
    return alternativesOf(this.state, order)
  }

  /** How an order differs from what was added before it, and the numbers behind each difference. */
  features(order: Order): FeatureRow {
    return featureRow(this.state, order)
  }
}

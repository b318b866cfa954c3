import { type Order, orderTime } from "../domain/order"

export const badEnds = ["returned", "notReceived", "declined"] as const
export type BadEnd = (typeof badEnds)[number]
type End = BadEnd | "good"
type Outcome = { id: string; at: number; end: End }

/** How earlier orders ended: of each fact of a buyer by itself, and of the whole shop. */
export type Outcomes = { byKey: Map<string, Outcome[]>; shop: Record<End, number> }
/** Known orders of one fact of a buyer, by how they ended, and what that tells: see `evidenceOf`. */
export type OutcomeCounts = { orders: number } & Record<BadEnd, number>

/** A refund or claim is taken to be known this long after the order: pages seldom say when it came. */
const knownAfter = 14 * 86_400_000
const keptMost = 200
/** One bad end in fifty before the shop has shown its own rate. */
const assumed = { rate: 0.02, weight: 100 }

export const emptyOutcomes = (): Outcomes => ({
  byKey: new Map(),
  shop: { good: 0, returned: 0, notReceived: 0, declined: 0 }
})

function endOf({ status, claim }: Order): End {
  if (claim === "not-received" || claim === "chargeback") return "notReceived"
  if (claim || status === "refunded") return "returned"
  return status === "cancelled" || status === "failed" ? "declined" : "good"
}

/** Who an order belongs to: each fact by itself, so that a new account at an old address is still known. */
export const identityKeys = ({ buyer, shipAddress, email, phone, ip }: Order): string[] => [
  ...(buyer ? [`buyer:${buyer}`] : []),
  ...(shipAddress ? [`address:${shipAddress}`] : []),
  ...(email ? [`email:${email}`] : []),
  ...(phone ? [`phone:${phone}`] : []),
  ...(ip ? [`ip:${ip}`] : [])
]

export function addOutcome({ byKey, shop }: Outcomes, order: Order): void {
  const outcome = { id: order.id, at: orderTime(order) + knownAfter, end: endOf(order) }
  shop[outcome.end] += 1
  for (const key of identityKeys(order)) {
    const known = byKey.get(key)
    if (!known) byKey.set(key, [outcome])
    else if (known.push(outcome) > 2 * keptMost) known.splice(0, keptMost)
  }
}

/** What was known of a key at the time of an order; an order's own end never counts for itself. */
export function outcomesOf({ byKey }: Outcomes, key: string, order: Order): OutcomeCounts {
  const counts = { orders: 0, good: 0, returned: 0, notReceived: 0, declined: 0 }
  for (const { id, at, end } of byKey.get(key) ?? []) {
    if (id === order.id || at > orderTime(order)) continue
    counts.orders += 1
    counts[end] += 1
  }
  return counts
}

/**
 * How much likelier a past is of somebody who does this again and again than of the shop's usual buyer: ln of a
 * beta-binomial with two in three on average against the shop's own rate; never below 0. One return of ten orders is
 * nothing, two of two are seven.
 */
export function evidenceOf({ shop }: Outcomes, counts: OutcomeCounts, end: BadEnd): number {
  const all = shop.good + shop.returned + shop.notReceived + shop.declined
  const rate = (shop[end] + assumed.rate * assumed.weight) / (all + assumed.weight)
  const bad = counts[end]
  let ratio = 0
  for (let i = 0; i < counts.orders; i++) {
    const isBad = i < bad
    const again = (2 + Math.min(i, bad)) / (3 + i)
    ratio += isBad ? Math.log(again / rate) : Math.log((1 - again) / (1 - rate))
  }
  return Math.max(0, ratio)
}

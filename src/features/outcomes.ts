import { type Order, orderTime } from "../domain/order"

/** How earlier orders of a buyer, an address, an e-mail or a phone ended. */
type Outcome = { id: string; at: number; end: "good" | "returned" | "not-received" | "declined" }
export type Outcomes = Map<string, Outcome[]>
export type OutcomeCounts = {
  orders: number
  returned: number
  notReceived: number
  declined: number
}

/** A refund or claim is taken to be known this long after the order: pages seldom say when it came. */
const knownAfter = 14 * 86_400_000
const keptMost = 200

function endOf({ status, claim }: Order): Outcome["end"] {
  if (claim === "not-received" || claim === "chargeback") return "not-received"
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

export function addOutcome(outcomes: Outcomes, order: Order): void {
  const outcome = { id: order.id, at: orderTime(order) + knownAfter, end: endOf(order) }
  for (const key of ["shop", ...identityKeys(order)]) {
    const known = outcomes.get(key)
    if (!known) outcomes.set(key, [outcome])
    else if (known.push(outcome) > 2 * keptMost) known.splice(0, keptMost)
  }
}

/** What was known of a key at a time; an order's own end never counts for itself. */
export function outcomesOf(outcomes: Outcomes, key: string, order: Order): OutcomeCounts {
  const known = outcomes.get(key)?.filter(({ id, at }) => id !== order.id && at <= orderTime(order))
  const count = (end: Outcome["end"]) => known?.filter((one) => one.end === end).length ?? 0
  return {
    orders: known?.length ?? 0,
    returned: count("returned"),
    notReceived: count("not-received"),
    declined: count("declined")
  }
}

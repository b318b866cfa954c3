import type { Insight } from "../../src/domain/insight"
import type { StoredOrder } from "../../src/store/database"
import type { TrueOrder } from "./shop-process"

/** One claim that was checked: empty `problem` when it holds. */
export type Check = { claim: string; problem: string }

const statuses: Record<string, string> = {
  PaymentAuthorized: "pending",
  PaymentSettled: "paid",
  Cancelled: "cancelled"
}

const letters = (text = "") => text.toLowerCase().replace(/[^a-z]/g, "")

/** What of an order was read otherwise than Vendure tells it. */
function difference(truth: TrueOrder, read: StoredOrder | undefined): string[] {
  if (!read) return ["not read"]
  const facts: [string, unknown, unknown][] = [
    [
      "total",
      `${truth.totalWithTax} ${truth.currencyCode}`,
      `${read.total?.minor} ${read.total?.currency}`
    ],
    ["updated at", Date.parse(truth.updatedAt), read.updatedAt],
    ["status", statuses[truth.state], read.status],
    ["state", letters(truth.state), letters(read.statusText)]
  ]
  return facts.flatMap(([what, wanted, found]) =>
    wanted === found ? [] : [`${what} ${found}, should be ${wanted}`]
  )
}

function tell(found: string[]): string {
  return found.length === 0 ? "" : `${found.length}: ${found.slice(0, 5).join("; ")}`
}

/** Every order that Vendure has, once each and exactly, and nothing that Vendure does not have. */
export function checkOrders(truth: TrueOrder[], read: StoredOrder[]): Check[] {
  const byCode = new Map(read.map((order) => [order.nativeId, order]))
  const codes = new Set(truth.map(({ code }) => code))
  const differences = truth.flatMap((order) => {
    const found = difference(order, byCode.get(order.code))
    return found.length > 0 ? [`${order.code}: ${found.join(", ")}`] : []
  })
  const strangers = read.filter(({ nativeId }) => !codes.has(nativeId)).map((o) => o.nativeId)
  return [
    { claim: `${truth.length} orders are read exactly`, problem: tell(differences) },
    { claim: "no order is made up or doubled", problem: tell(strangers) }
  ]
}

/** A pseudonym for each customer, the same on each of their orders, and nobody's name or address in the store. */
export function checkPseudonyms(
  truth: TrueOrder[],
  read: StoredOrder[],
  everything: unknown
): Check[] {
  const byCode = new Map(read.map((order) => [order.nativeId, order]))
  const names = new Map<string, string>()
  const owners = new Map<string, string>()
  const mixed = truth.flatMap(({ code, customer }) => {
    const name = byCode.get(code)?.buyer ?? ""
    const known = names.get(customer.id) ?? name
    const owner = owners.get(name) ?? customer.id
    names.set(customer.id, known)
    owners.set(name, owner)
    return name !== "" && known === name && owner === customer.id ? [] : [code]
  })
  const stored = JSON.stringify(everything)
  const told = [
    ...new Set(
      truth.flatMap(({ customer: { firstName, lastName, emailAddress } }) =>
        [emailAddress, `${firstName} ${lastName}`].filter((text) => stored.includes(text))
      )
    )
  ]
  return [
    { claim: `${names.size} customers have a pseudonym each`, problem: tell(mixed) },
    { claim: "no customer's name or address is stored", problem: tell(told) }
  ]
}

/** A flag, with its reasons, on each order that was planted, and few on others. */
export function checkFlags(wrong: string[], read: StoredOrder[], insights: Insight[]): Check[] {
  const codes = new Map(read.map(({ id, nativeId }) => [id, nativeId]))
  const flagged = insights.flatMap(({ subject, reasons }) => {
    const code = codes.get(subject.id)
    return code && reasons.length > 0 ? [code] : []
  })
  const missed = wrong.filter((code) => !flagged.includes(code))
  const others = flagged.filter((code) => !wrong.includes(code))
  // the model is set for one order in a hundred; twice that beside the planted ones would be noise
  const tooMany = others.length > read.length / 50
  return [
    { claim: `${wrong.length} wrong orders are flagged with reasons`, problem: tell(missed) },
    {
      claim: `few others are flagged (${others.length} of ${read.length - wrong.length})`,
      problem: tooMany ? tell(others) : ""
    }
  ]
}

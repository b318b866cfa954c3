import { type AlertBudget, defaultBudget } from "../domain/alert-budget"
import type { Claim, Order } from "../domain/order"
import type { Database } from "./database"

/** Whom the seller never wants to see flagged, by a pseudonym: a buyer, or an address where no buyer is shown. */
export type Allowed = { key: string; orderId: string; at: number }

export type RiskSetting = { key: "budget"; budget: AlertBudget }

/** A claim that the seller told of, or that a page showed: the clock of its deadlines starts at `openedAt`. */
export type ClaimCase = { orderId: string; claim: Claim; openedAt: number }

/** What an order is allowed by; undefined where the page shows neither buyer nor address. */
export function allowKey({ buyer, shipAddress }: Pick<Order, "buyer" | "shipAddress">) {
  if (buyer) return `buyer:${buyer}`
  return shipAddress ? `address:${shipAddress}` : undefined
}

export async function readBudget(db: Database): Promise<AlertBudget> {
  const stored = await db.riskSettings.get("budget")
  return stored?.budget ?? defaultBudget
}

/** Answers for many orders by one look into the list. */
export async function allowedOrders(db: Database): Promise<(order: Order) => boolean> {
  const keys = new Set(await db.allowed.toCollection().primaryKeys())
  return (order) => keys.has(allowKey(order) ?? "")
}

import type { Feedback, Verdict } from "../domain/feedback"
import { isOpen, type OrderRisk } from "../domain/insight"
import { majorUnits } from "../domain/money"
import type { Order } from "../domain/order"

/** A flagged order with all that a face shows of it. `order` is absent once it is no longer stored. */
export type RiskRow = {
  insight: OrderRisk
  orderId: string
  nativeId: string
  order?: Order & { time: number }
  verdict?: Verdict
  decided: boolean
}

export const riskSorts = ["importance", "date", "amount"] as const
export type RiskSort = (typeof riskSorts)[number]

/** "<marketplace>:<account>:<native id>" without its first two parts. */
export function nativeIdOf(orderId: string): string {
  return orderId.split(":").slice(2).join(":")
}

/** Joins insights with their orders and verdicts, both in the insights' order. */
export function riskRows(
  insights: OrderRisk[],
  orders: ((Order & { time: number }) | undefined)[],
  feedback: (Feedback | undefined)[],
  now = Date.now()
): RiskRow[] {
  return insights.map((insight, i) => {
    const order = orders[i]
    const verdict = feedback[i]?.verdict
    return {
      insight,
      orderId: insight.subject.id,
      nativeId: order?.nativeId ?? nativeIdOf(insight.subject.id),
      ...(order && { order }),
      ...(verdict && { verdict }),
      decided: verdict !== undefined || !isOpen(insight, now)
    }
  })
}

const byImportance = (a: RiskRow, b: RiskRow) =>
  Number(b.insight.severity === "high") - Number(a.insight.severity === "high") ||
  b.insight.percentile - a.insight.percentile ||
  byDate(a, b)

const timeOf = ({ order, insight }: RiskRow) => order?.time ?? insight.createdAt
const byDate = (a: RiskRow, b: RiskRow) => timeOf(b) - timeOf(a)

/** Amounts of different currencies don't compare: they stand in groups, each from high to low. */
function byAmount(a: RiskRow, b: RiskRow): number {
  const [x, y] = [a.order?.total, b.order?.total]
  if (!x || !y) return Number(y !== undefined) - Number(x !== undefined)
  if (x.currency !== y.currency) return x.currency < y.currency ? -1 : 1
  return majorUnits(y) - majorUnits(x)
}

const compare = { importance: byImportance, date: byDate, amount: byAmount }

/** The open or the decided rows, sorted; the input stays as it is. */
export function selectRows(rows: RiskRow[], decided: boolean, sort: RiskSort): RiskRow[] {
  return rows.filter((row) => row.decided === decided).sort(compare[sort])
}

/** True if the order or account is of the shop on this host ("shop.example:8080" is "shop.example_8080" in ids). */
export function isOfHost(account: string, host: string): boolean {
  const shop = host.replaceAll(":", "_")
  return account === shop || account.startsWith(`${shop}/`)
}

/** An account as the address bar shows it: its port is stored behind "_". */
export function shopName(account: string): string {
  return account.replace(/_(\d+)(?=$|\/)/, ":$1")
}

/** The shop's account in an order id. */
export function accountOf(orderId: string): string {
  return orderId.split(":")[1] ?? ""
}

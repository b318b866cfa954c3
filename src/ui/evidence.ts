import type { Words } from "../../locales"
import { claimRules, deadline } from "../domain/claim-rules"
import { type Order, orderTime, skuOf } from "../domain/order"
import type { ClaimCase } from "../store/risk"
import type { RiskRow } from "./risk-rows"

export type TextFile = { name: string; text: string }

const iso = (time: number) => new Date(time).toISOString()

/** A claim and its order; `row` where the order was flagged. */
export type Evidence = { order: Order; claim: ClaimCase; row?: RiskRow }

function reasonLines({ risk, riskMore, reason, verdict: said }: Words, row: RiskRow): string[] {
  const { insight, verdict } = row
  return [
    `${risk.reasons}:`,
    ...insight.reasons.map((one) => `- ${reason(one)}`),
    `${riskMore.against}:`,
    ...insight.against.map((one) => `- ${reason(one)}`),
    ...(verdict ? ["", said[verdict]] : []),
    ""
  ]
}

/** What was on screen about an order, in lines that a marketplace's form can take; no buyer text is stored to leak. */
export function evidenceFile(words: Words, { order, claim, row }: Evidence): TextFile {
  const { format, risk, riskMore } = words
  const { nativeId } = order
  const money = order.total && format.money(order.total)
  const facts: [string, string | undefined][] = [
    [riskMore.claims.title, `${riskMore.claims.kind[claim.claim]}, ${iso(claim.openedAt)}`],
    [risk.shop, `${order.marketplace} ${order.account}`],
    [risk.placed, iso(orderTime(order))],
    [risk.status, order.statusText ?? order.status],
    [risk.amount, money],
    [risk.shipsTo, order.shipCountry],
    [risk.billedIn, order.billCountry],
    [risk.shipping, order.shippingMethod],
    [risk.payment, order.paymentMethod]
  ]
  const items = order.items?.map((item) => `- ${item.quantity} × ${skuOf(item) ?? "?"}`) ?? []
  const deadlines = claimRules(order.marketplace, "claim").map((rule) => {
    const at = deadline(rule, claim.openedAt)
    return `- ${riskMore.claims.rule[rule.code]}${at === undefined ? "" : `: ${iso(at)}`}`
  })
  const lines = [
    risk.order(nativeId),
    "",
    ...facts.flatMap(([name, value]) => (value ? [`${name}: ${value}`] : [])),
    ...items,
    "",
    ...(row ? reasonLines(words, row) : []),
    `${riskMore.claims.deadlines}:`,
    ...deadlines,
    "",
    `Portside, ${iso(order.firstReadAt)} … ${iso(order.readAt)}`
  ]
  return { name: `evidence-${nativeId.replace(/[^\w.-]+/g, "_")}.txt`, text: lines.join("\n") }
}

/** Hands a file to the browser's own download; it never leaves the computer. */
export function saveFile({ name, text }: TextFile): void {
  const url = URL.createObjectURL(new Blob([text], { type: "text/plain;charset=utf-8" }))
  const link = document.createElement("a")
  link.href = url
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), 10_000)
}

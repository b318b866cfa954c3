import type { Money } from "../../src/domain/money"
import { type OrderStatus, orderStatuses } from "../../src/domain/order-status"
import { countsIn } from "../../src/marketplace/count-text"
import { parseMoney } from "../../src/marketplace/money-text"
import { cellAt, columnNamed, columnsOf } from "../../src/marketplace/page-table"
import { languageOfPage, textOf } from "../../src/marketplace/page-text"
import { queryDeep } from "../../src/marketplace/query-deep"
import { headers, selectors } from "./selectors"

export const id = "demo"

type Field = keyof typeof headers
export type FieldReader = (row: Element, field: Field) => Element | undefined

/** A row's field by `data-field`, else by the header above it. */
export function fieldReader(table: Element): FieldReader {
  const columns = columnsOf(table)
  return (row, field) =>
    row.querySelector(`[data-field="${field}"]`) ??
    cellAt(row, columnNamed(columns, headers[field]))
}

export function moneyOf(cell: Element | undefined, doc: Document): Money | null {
  const currency = cell?.closest("[data-currency]")?.getAttribute("data-currency") ?? undefined
  return parseMoney(textOf(cell), { locale: languageOfPage(doc), currency })
}

const words: Record<string, OrderStatus> = {
  草稿: "draft",
  待付款: "pending",
  已付款: "paid",
  已发货: "shipped",
  已送达: "delivered",
  已取消: "cancelled",
  已退款: "refunded",
  失败: "failed"
}

export function statusOf(row: Element, text: string): OrderStatus {
  const said = (row.getAttribute("data-status") ?? text).toLowerCase()
  return orderStatuses.find((status) => status === said) ?? words[text] ?? "unknown"
}

/** "21–40 of 20,000" → 20 rows on this page, 20,000 in all. */
export function countsOf(doc: Document): { expected?: number; total?: number } {
  for (const pager of queryDeep(doc, selectors.pager)) {
    const [from, to, total, ...more] = countsIn(textOf(pager), languageOfPage(doc)) ?? []
    if (from === undefined || to === undefined || total === undefined || more.length > 0) continue
    if (from <= to && to <= total) return { expected: to - from + 1, total }
  }
  return {}
}

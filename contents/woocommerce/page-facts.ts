import type { OrderStatus } from "../../src/domain/order-status"
import { countsIn, parseCount } from "../../src/marketplace/count-text"
import type { MoneyHint } from "../../src/marketplace/money-text"
import { cellAt, columnNamed, columnsOf } from "../../src/marketplace/page-table"
import { languageOfPage, textOf } from "../../src/marketplace/page-text"
import { headers, selectors } from "./selectors"

export const id = "woocommerce"

const statuses: Record<string, OrderStatus> = {
  "auto-draft": "draft",
  draft: "draft",
  "checkout-draft": "draft",
  pending: "pending",
  "on-hold": "pending",
  processing: "paid",
  completed: "shipped",
  cancelled: "cancelled",
  refunded: "refunded",
  failed: "failed"
}

/** The status in a class or value such as "status-wc-on-hold" or "wc-on-hold". */
export function statusOf(name: string): OrderStatus {
  const slug = /(?:^|\s)(?:status-)?(?:wc-)?([a-z-]+)$/.exec(name.trim())?.[1]
  return statuses[slug ?? ""] ?? "unknown"
}

function settingsText(doc: Document): string {
  for (const script of Array.from(doc.querySelectorAll("script:not([src])"))) {
    const text = script.textContent ?? ""
    if (text.includes("wcSettings") && text.includes("currency")) return text
  }
  return ""
}

/** The shop's currency from the settings that WooCommerce prints into each admin page, plain or percent-encoded. */
export function moneyHint(doc: Document): MoneyHint {
  const settings = settingsText(doc)
  const quoted = '(?:"|%22)'
  const colon = "(?::|%3A)\\s*"
  const currency = new RegExp(
    `${quoted}currency${quoted}${colon}(?:\\{|%7B)\\s*${quoted}code${quoted}${colon}${quoted}([A-Z]{3})${quoted}`
  ).exec(settings)?.[1]
  const sign = new RegExp(
    `${quoted}decimalSeparator${quoted}${colon}${quoted}(\\.|,|%2C)${quoted}`
  ).exec(settings)?.[1]
  return {
    locale: languageOfPage(doc),
    currency,
    ...(sign && { decimal: sign === "." ? "." : "," })
  }
}

/** The site's zone from WordPress's own date settings: a name, else its fixed offset in hours. */
export function zoneOf(doc: Document): string | undefined {
  for (const script of Array.from(doc.querySelectorAll("script:not([src])"))) {
    const zone = /"timezone":\{"offset":"?(-?[\d.]+)"?,[^}]*?"string":"([\w/+-]*)"/.exec(
      script.textContent ?? ""
    )
    if (!zone) continue
    if (zone[2]) return zone[2]
    const minutes = Math.round(Number(zone[1]) * 60)
    const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60]
    const two = (value: number) => String(value).padStart(2, "0")
    return `${minutes < 0 ? "-" : "+"}${two(hours)}:${two(rest)}`
  }
  return undefined
}

/** The post or order id in an edit link ("…&action=edit&id=84", "post.php?post=84&action=edit"). */
export function idOf(link: Element | null): string | undefined {
  return /[?&](?:id|post)=(\d{1,20})(?:&|$)/.exec(link?.getAttribute("href") ?? "")?.[1]
}

/** The cell of a column by WooCommerce's class, else by header text. */
export function cellReader(table: Element) {
  const columns = columnsOf(table)
  return (row: Element, column: string): Element | undefined =>
    row.querySelector(`.column-${column}`) ??
    cellAt(row, columnNamed(columns, headers[column] ?? []))
}

export function strategyOf(table: Element, column: string): string {
  return table.querySelector(`tbody .column-${column}`) ? "column-classes" : "headers"
}

/** "60 items", "1 of 3" and the page size of the screen options → rows of this page and of the whole list. */
export function countsOf(doc: Document): { expected?: number; total?: number } {
  const locale = languageOfPage(doc)
  const [total] = countsIn(textOf(doc.querySelector(selectors.listTotal)), locale) ?? []
  if (total === undefined) return {}
  const pages = parseCount(textOf(doc.querySelector(selectors.pages)), locale) ?? 1
  const page = Number(doc.querySelector(selectors.currentPage)?.getAttribute("value") ?? 1)
  if (pages <= 1) return { expected: total, total }
  const size = parseCount(doc.querySelector(selectors.pageSize)?.getAttribute("value") ?? "")
  if (!size || Math.ceil(total / size) !== pages) return { total }
  return { expected: page < pages ? size : total - size * (pages - 1), total }
}

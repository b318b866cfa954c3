import type { Money } from "../../src/domain/money"
import type { BuyerText, OrderItem, PageOrder } from "../../src/domain/order"
import { MissingField } from "../../src/marketplace/adapter"
import { parseCount } from "../../src/marketplace/count-text"
import { parseMoney } from "../../src/marketplace/money-text"
import {
  cellAt,
  columnNamed,
  columnsOf,
  dataRows,
  shownTables
} from "../../src/marketplace/page-table"
import { idInLink, languageOfPage, piecesOf, textOf } from "../../src/marketplace/page-text"
import { cardTitled, id, labelled, moneyHint, statusOf } from "./page-facts"
import { headers, selectors } from "./selectors"

/** Stacked prices: the first line is with tax, the second without. */
function firstMoney(cell: Element | undefined, doc: Document): Money | null {
  const [first] = cell ? piecesOf(cell) : []
  return first ? parseMoney(first, moneyHint(doc)) : null
}

function itemTable(doc: Document): Element | undefined {
  return shownTables(doc).find((table) => table.querySelector(selectors.variantLink))
}

function readItems(table: Element, doc: Document): OrderItem[] {
  const columns = columnsOf(table)
  // the columns stand in this order in every language: image, product, unit price, quantity, total
  const product = columnNamed(columns, headers.product) ?? 1
  const price = columnNamed(columns, headers.unitPrice) ?? product + 1
  const amount = columnNamed(columns, headers.quantity) ?? product + 2
  return dataRows(table).flatMap((row) => {
    const link = row.querySelector(selectors.variantLink)
    if (!link) return []
    const quantity = parseCount(textOf(cellAt(row, amount)), languageOfPage(doc))
    if (quantity === null || quantity < 0) throw new MissingField(id, "order", "quantity")
    const unitPrice = firstMoney(cellAt(row, price), doc)
    const title = textOf(link)
    return [{ quantity, ...(title && { title }), ...(unitPrice && { unitPrice }) }]
  })
}

/** The rows under the items: sub total, discounts, shipping with its method as a badge, and the total last. */
function readTotals(table: Element, doc: Document) {
  const rows = dataRows(table).filter((row) => !row.querySelector(selectors.variantLink))
  const moneyOf = (row: Element | undefined) => firstMoney(row?.lastElementChild ?? undefined, doc)
  const shipping = rows.find((row) => row.querySelector(selectors.badge))
  return {
    total: moneyOf(rows.at(-1)),
    shippingPrice: shipping ? moneyOf(shipping) : null,
    shippingMethod: textOf(shipping?.querySelector(selectors.badge))
  }
}

type Address = { country?: string; lines: string[]; phone?: string }

/** Name, street, town, post code, "France (FR)", phone: the line with the country's code parts them. */
function readAddress(block: Element | null): Address {
  const pieces = block ? piecesOf(block) : []
  const at = pieces.findIndex((piece) => /\([A-Z]{2}\)$/.test(piece))
  const country = /\(([A-Z]{2})\)$/.exec(pieces[at] ?? "")?.[1]
  const phone = pieces.slice(at + 1).find((piece) => /^\+?[\d\s().-]{6,24}$/.test(piece))
  if (at < 0 || !country) return { lines: [] }
  return { country, lines: pieces.slice(1, at + 1), ...(phone && { phone }) }
}

function readBuyer(doc: Document, shipping: Address): BuyerText | undefined {
  const customerId = idInLink(doc.querySelector(`main ${selectors.customerLink}`), "customers")
  if (!customerId) return undefined
  return {
    ref: `customer:${customerId}`,
    ...(shipping.phone && { phone: shipping.phone }),
    ...(shipping.lines.length > 0 && { shipAddress: shipping.lines.join(", ") })
  }
}

/** The order page (/dashboard/orders/<id>). Its times are relative or without a zone, so none is read. */
export function readOrder(doc: Document): PageOrder {
  const code = textOf(doc.querySelector(selectors.heading))
  if (!code) throw new MissingField(id, "order", "code")
  const table = itemTable(doc)
  if (!table) throw new MissingField(id, "order", "items")
  const { total, shippingPrice, shippingMethod } = readTotals(table, doc)
  if (!total) throw new MissingField(id, "order", "total")
  const payments = cardTitled(doc, "payment details")
  const paymentMethod = payments && textOf(labelled(payments, "payment method"))
  const attempts = payments && piecesOf(payments).filter((piece) => /^payment method$/i.test(piece))
  const statusText = textOf(
    Array.from(doc.querySelectorAll(`main ${selectors.card}`))
      .filter((card) => !card.querySelector(selectors.cardTitle))
      .map((card) => card.querySelector("[title] span"))
      .find((span) => span !== null)
  )
  const main = doc.querySelector("main") ?? doc
  const shipping = readAddress(labelled(main, "shipping address"))
  const billing = readAddress(labelled(main, "billing address"))
  const buyer = readBuyer(doc, shipping)
  return {
    nativeId: code,
    status: statusOf(statusText),
    ...(statusText && { statusText }),
    total,
    items: readItems(table, doc),
    ...(shippingPrice && { shippingPrice }),
    ...(shippingMethod && { shippingMethod }),
    ...(paymentMethod && { paymentMethod }),
    ...(attempts && attempts.length > 0 && { paymentAttempts: attempts.length }),
    ...(shipping.country && { shipCountry: shipping.country }),
    ...(billing.country && { billCountry: billing.country }),
    ...(buyer && { buyer })
  }
}

import type { OrderItem, PageOrder } from "../../src/domain/order"
import { type Anchor, MissingField, type Rows } from "../../src/marketplace/adapter"
import { parseCount } from "../../src/marketplace/count-text"
import { parseDate, parseInstant } from "../../src/marketplace/date-text"
import { dataRows } from "../../src/marketplace/page-table"
import {
  idInLink,
  isWithinHidden,
  languageOfPage,
  piecesOf,
  textOf
} from "../../src/marketplace/page-text"
import { queryDeep } from "../../src/marketplace/query-deep"
import { countsOf, type FieldReader, fieldReader, id, moneyOf, statusOf } from "./page-facts"
import { emptyWords, selectors } from "./selectors"

const shownClaims = ["returned", "not-received", "not-as-described", "chargeback"] as const

type Found = { rows: { nativeId: string; row: Element }[]; strategy: string }

function withId(rows: Element[], idOf: (row: Element) => string | null | undefined): Found["rows"] {
  return rows.flatMap((row) => {
    const nativeId = idOf(row)
    return nativeId && !isWithinHidden(row) ? [{ nativeId, row }] : []
  })
}

function findRows(doc: Document): Found {
  const marked = withId(queryDeep(doc, selectors.orderRow), (row) =>
    row.getAttribute("data-order-id")
  )
  if (marked.length > 0) return { rows: marked, strategy: "data-attributes" }
  const linked = queryDeep(doc, "table").flatMap((table) =>
    withId(dataRows(table), (row) => idInLink(row.querySelector(selectors.orderLink), "orders"))
  )
  return { rows: linked, strategy: "headers" }
}

function timeOf(root: Element, field: Element | undefined, doc: Document): number | null {
  const time = field?.querySelector("time[datetime]") ?? root.querySelector("time[datetime]")
  if (time) return parseInstant(time.getAttribute("datetime") ?? "")
  const locale = languageOfPage(doc)
  return locale ? parseDate(textOf(field), { locale }) : null
}

function itemsOf(root: Element, doc: Document): OrderItem[] {
  return Array.from(root.querySelectorAll(selectors.item)).map((element) => {
    const quantity = parseCount(element.getAttribute("data-quantity") ?? "", languageOfPage(doc))
    if (quantity === null || quantity < 0) throw new MissingField(id, "orders", "quantity")
    const sku = element.getAttribute("data-sku")
    const price = element.querySelector('[data-field="price"]')
    const unitPrice = price ? moneyOf(price, doc) : null
    const title = textOf(element.querySelector('[data-field="title"]'))
    return {
      quantity,
      ...(sku && { sku }),
      ...(title && { title }),
      ...(unitPrice && { unitPrice })
    }
  })
}

/** "DE", "Germany (DE)" or an attribute. */
function countryOf(row: Element, field: Element | undefined): string | undefined {
  const said = row.getAttribute("data-country") ?? field?.getAttribute("data-country")
  return /^[A-Z]{2}$/.exec(said ?? "")?.[0] ?? /(?:^|\()([A-Z]{2})\)?$/.exec(textOf(field))?.[1]
}

function readRow(
  nativeId: string,
  row: Element,
  field: FieldReader,
  doc: Document,
  page: "orders" | "order"
): PageOrder {
  const total = moneyOf(field(row, "total"), doc)
  if (!total) throw new MissingField(id, page, "total")
  const statusText = textOf(field(row, "status"))
  const placedAt = timeOf(row, field(row, "placed"), doc)
  const items = itemsOf(row, doc)
  const shipCountry = countryOf(row, field(row, "country"))
  const shippingMethod = textOf(field(row, "shipping"))
  const paymentMethod = textOf(field(row, "payment"))
  const text = (name: string) => textOf(row.querySelector(`[data-field="${name}"]`))
  const billCountry = row.querySelector('[data-field="billing"]')?.getAttribute("data-country")
  const attempts = parseCount(text("attempts"), languageOfPage(doc))
  const shippingPrice = row.querySelector('[data-field="shipping-price"]')
  const paidForShipping = shippingPrice && moneyOf(shippingPrice, doc)
  // contact facts stand on the order's own page only; the worker turns them into pseudonyms
  const contact = { email: text("email"), phone: text("phone"), shipAddress: text("address") }
  const claimText = row.querySelector("[data-claim]")?.getAttribute("data-claim")
  const claim = shownClaims.find((one) => one === claimText)
  const name = contact.email && text("buyer")
  const buyer = row.getAttribute("data-buyer-id") ?? piecesOf(field(row, "buyer") ?? row)[0]
  const hasBuyer = row.hasAttribute("data-buyer-id") || field(row, "buyer") !== undefined
  return {
    nativeId,
    status: statusOf(row, statusText),
    ...(statusText && { statusText }),
    ...(placedAt !== null && { placedAt }),
    total,
    ...(items.length > 0 && { items }),
    ...(shipCountry && { shipCountry }),
    ...(shippingMethod && { shippingMethod }),
    ...(paymentMethod && { paymentMethod }),
    ...(billCountry && /^[A-Z]{2}$/.test(billCountry) && { billCountry }),
    ...(attempts !== null && attempts >= 0 && { paymentAttempts: attempts }),
    ...(paidForShipping && { shippingPrice: paidForShipping }),
    ...(claim && { claim }),
    ...(hasBuyer &&
      buyer && {
        buyer: {
          ref: buyer,
          ...(name && { name }),
          ...(contact.email && { email: contact.email }),
          ...(contact.phone && { phone: contact.phone }),
          ...(contact.shipAddress && { shipAddress: contact.shipAddress })
        }
      })
  }
}

export function readOrders(doc: Document): Rows<PageOrder> {
  const { rows, strategy } = findRows(doc)
  const [first] = rows
  if (!first) {
    const honest = emptyWords.test(textOf(doc.body)) && !countsOf(doc).total
    if (!honest) throw new MissingField(id, "orders", "rows")
    return { rows: [], expected: 0, total: 0, strategy: "empty" }
  }
  const field = fieldReader(first.row.closest("table") ?? first.row)
  return {
    rows: rows.map(({ nativeId, row }) => readRow(nativeId, row, field, doc, "orders")),
    ...countsOf(doc),
    strategy
  }
}

export function readOrder(doc: Document): PageOrder {
  const [root] = queryDeep(doc, selectors.order)
  const nativeId = root?.getAttribute("data-order-id")
  if (!root || !nativeId) throw new MissingField(id, "order", "order number")
  return readRow(nativeId, root, fieldReader(root), doc, "order")
}

/** Inside the cell that shows the order's number; on the order's own page inside its heading. */
export function anchors(doc: Document): Anchor[] {
  const { rows } = findRows(doc)
  if (rows.length > 0) {
    return rows.flatMap(({ nativeId, row }) => {
      const element = row.querySelector(selectors.orderLink)?.parentElement ?? row.children[0]
      return element ? [{ kind: "order", nativeId, element }] : []
    })
  }
  const [root] = queryDeep(doc, selectors.order)
  const nativeId = root?.getAttribute("data-order-id")
  const element = root?.querySelector("h1, h2")
  return nativeId && element ? [{ kind: "order", nativeId, element }] : []
}

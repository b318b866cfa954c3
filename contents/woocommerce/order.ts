import type { BuyerText, OrderItem, PageOrder } from "../../src/domain/order"
import { MissingField } from "../../src/marketplace/adapter"
import { parseCount } from "../../src/marketplace/count-text"
import { type MoneyHint, parseMoney } from "../../src/marketplace/money-text"
import { languageOfPage, piecesOf, textOf } from "../../src/marketplace/page-text"
import { epochOf } from "../../src/marketplace/wall-time"
import { id, moneyHint, statusOf, zoneOf } from "./page-facts"
import { selectors } from "./selectors"

function inputValue(doc: Document, name: string): string {
  return doc.querySelector(`[name="${name}"]`)?.getAttribute("value") ?? ""
}

function selectedOption(doc: Document, name: string): Element | null {
  const select = `select[name="${name}"]`
  return doc.querySelector(`${select} option[selected]`)
}

/** The date inputs hold the site's own wall time. */
function placedAtOf(doc: Document): number | null {
  const [year, month, day] = inputValue(doc, "order_date").split("-").map(Number)
  const zone = zoneOf(doc)
  if (!year || !month || !day || !zone) return null
  const hour = Number(inputValue(doc, "order_date_hour"))
  const minute = Number(inputValue(doc, "order_date_minute"))
  const second = Number(inputValue(doc, "order_date_second"))
  return epochOf({ year, month, day, hour, minute, second }, zone)
}

function readItem(row: Element, hint: MoneyHint, locale: string | undefined): OrderItem {
  const shown = row.querySelector("td.quantity .view")
  const quantity = parseCount(textOf(shown).replace(/^\D+/, ""), locale)
  if (quantity === null || quantity < 0) throw new MissingField(id, "order", "quantity")
  const unitPrice = parseMoney(textOf(row.querySelector("td.item_cost .view")), hint)
  const title = textOf(row.querySelector(".wc-order-item-name"))
  const sku = piecesOf(row.querySelector(".wc-order-item-sku") ?? row)
    .join(" ")
    .replace(/^[^:]*:\s*/, "")
  const hasSku = row.querySelector(".wc-order-item-sku") !== null && sku !== ""
  return {
    quantity,
    ...(hasSku && { sku }),
    ...(title && { title }),
    ...(unitPrice && { unitPrice })
  }
}

/** The heading names the method; the form only knows those that are still switched on and calls the rest "other". */
function paymentMethodOf(doc: Document): string {
  const said = /^Payment via (.{1,80}?)(?: \(.*?\))?\./.exec(
    textOf(doc.querySelector(selectors.orderMeta))
  )
  const option = selectedOption(doc, "_payment_method")
  return said?.[1] ?? (option?.getAttribute("value") === "other" ? "" : textOf(option))
}

function countryOf(doc: Document, kind: "billing" | "shipping"): string | undefined {
  const code = selectedOption(doc, `_${kind}_country`)?.getAttribute("value") ?? ""
  return /^[A-Z]{2}$/.test(code) ? code : undefined
}

const addressFields = ["address_1", "address_2", "city", "state", "postcode", "country"]

function readBuyer(doc: Document, shipCountry: string | undefined): BuyerText | undefined {
  const customer = selectedOption(doc, "customer_user")?.getAttribute("value")
  const email = inputValue(doc, "_billing_email")
  const phone = inputValue(doc, "_billing_phone")
  const name = [inputValue(doc, "_billing_first_name"), inputValue(doc, "_billing_last_name")]
  const ref = customer ? `customer:${customer}` : email || name.join(" ").trim()
  if (!ref) return undefined
  const lines = addressFields.map((field) =>
    field === "country" ? shipCountry : inputValue(doc, `_shipping_${field}`)
  )
  const street = inputValue(doc, "_shipping_address_1")
  return {
    ref,
    ...(email && { email }),
    ...(phone && { phone }),
    ...(street && { shipAddress: lines.filter(Boolean).join(", ") })
  }
}

/** The order page. The total is the last line of the first totals table: later tables hold payment and refunds. */
export function readOrder(doc: Document, url: URL): PageOrder {
  const nativeId =
    inputValue(doc, "post_ID") || url.searchParams.get("id") || url.searchParams.get("post")
  if (!nativeId) throw new MissingField(id, "order", "order number")
  const hint = moneyHint(doc)
  const locale = languageOfPage(doc)
  const totals = Array.from(doc.querySelector(selectors.totals)?.querySelectorAll("td.total") ?? [])
  const total = parseMoney(textOf(totals.at(-1)), hint)
  if (!total) throw new MissingField(id, "order", "total")
  const status = selectedOption(doc, "order_status")
  const statusText = textOf(status)
  const placedAt = placedAtOf(doc)
  const lines = Array.from(doc.querySelectorAll(selectors.shippingLines))
  const shipping = lines.length === 1 ? lines[0] : undefined
  const shippingPrice = parseMoney(textOf(shipping?.querySelector(".line_cost .view")), hint)
  const shippingMethod = textOf(shipping?.querySelector(".name .view"))
  const paymentMethod = paymentMethodOf(doc)
  const [billCountry, shipCountry] = [countryOf(doc, "billing"), countryOf(doc, "shipping")]
  const buyer = readBuyer(doc, shipCountry)
  return {
    nativeId,
    status: statusOf(status?.getAttribute("value") ?? ""),
    ...(statusText && { statusText }),
    ...(placedAt !== null && { placedAt }),
    total,
    ...(shippingPrice && { shippingPrice }),
    items: Array.from(doc.querySelectorAll(selectors.orderItems)).map((row) =>
      readItem(row, hint, locale)
    ),
    ...(shipCountry && { shipCountry }),
    ...(billCountry && { billCountry }),
    ...(shippingMethod && { shippingMethod }),
    ...(paymentMethod && { paymentMethod }),
    ...(buyer && { buyer })
  }
}

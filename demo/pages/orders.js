// The list of orders and the page of one.
import { base, load } from "./api.js"
import { count, country, make, money, pager, placeTable, table, time, timeText } from "./render.js"
import { orderColumns, statuses, word } from "./words.js"

const countries = "AT AU CA DE ES FR GB HK IE JP NL US".split(" ")

const chip = (status) =>
  make("span", { class: `chip ${status}`, "data-field": "status" }, word(status))

const headers = orderColumns.map((column) => (column === "Total" ? "Total#" : column))

const claimChip = ({ claim }) =>
  claim
    ? [" ", make("span", { class: "chip", "data-claim": claim }, claim.replaceAll("-", " "))]
    : []

function itemLine({ sku, title, quantity, unitMinor }, currency) {
  return make(
    "li",
    { "data-sku": sku, "data-quantity": quantity },
    `${count(quantity)} × `,
    make("span", { "data-field": "title" }, title),
    ` (${sku}) `,
    make("span", { "data-field": "price" }, money(unitMinor, currency))
  )
}

const orderAttributes = (order) => ({
  "data-order-id": order.id,
  "data-buyer-id": order.buyer.id,
  "data-status": order.status,
  "data-currency": order.currency
})

function orderRow(order) {
  const buyer = { href: `${base}/orders?search=${order.buyer.id}`, "data-route": true }
  return make(
    "tr",
    orderAttributes(order),
    make(
      "td",
      { class: "id" },
      make("a", { href: `${base}/orders/${order.id}`, "data-route": true }, order.id)
    ),
    make("td", { "data-field": "placed" }, time(order.placedAt)),
    make(
      "td",
      { "data-field": "buyer" },
      make("a", { ...buyer, "data-buyer-id": order.buyer.id }, order.buyer.name)
    ),
    make("td", {}, make("ul", {}, ...order.items.map((item) => itemLine(item, order.currency)))),
    make(
      "td",
      { "data-field": "country", "data-country": order.shipCountry },
      country(order.shipCountry)
    ),
    make("td", { "data-field": "shipping" }, order.shippingMethod),
    make("td", { "data-field": "total", class: "number" }, money(order.totalMinor, order.currency)),
    make("td", {}, chip(order.status), ...claimChip(order))
  )
}

function choice(name, all, options, chosen) {
  return make(
    "select",
    { name, "aria-label": word(all) },
    make("option", { value: "" }, word(all)),
    ...options.map(([value, text]) => make("option", { value, selected: value === chosen }, text))
  )
}

function filters(query, go) {
  const named = statuses.map((status) => [status, word(status)])
  const places = countries.map((code) => [code, country(code)])
  const search = make("input", {
    name: "search",
    type: "search",
    placeholder: `${word("Order")}, ${word("Buyer")}`,
    "aria-label": "Search",
    value: query.get("search") ?? ""
  })
  const form = make(
    "form",
    { class: "filters" },
    choice("status", "All statuses", named, query.get("status")),
    choice("country", "All countries", places, query.get("country")),
    search,
    make("button", {}, word("Filter"))
  )
  form.addEventListener("submit", (event) => {
    event.preventDefault()
    const next = new URLSearchParams(query)
    next.delete("page")
    for (const [key, value] of new FormData(form)) {
      if (value) next.set(key, value)
      else next.delete(key)
    }
    go(`${base}/orders?${next}`)
  })
  return form
}

export async function ordersPage(query, go) {
  const data = await load(`orders?${query}`)
  // a page that says more than it shows, as a changed or virtualised list would
  const shown = query.get("broken") === "total" ? data.rows.slice(3) : data.rows
  const list =
    shown.length === 0
      ? make("p", { class: "empty" }, "No orders match.")
      : placeTable(table(headers, shown.map(orderRow)))
  return [
    make("h1", {}, word("Orders")),
    filters(query, go),
    list,
    pager(data, query, `${base}/orders`)
  ]
}

const field = (name, text, more = {}) => make("span", { "data-field": name, ...more }, text)

function card(title, ...rows) {
  const pairs = rows.flatMap(([term, value]) => [make("dt", {}, term), make("dd", {}, value)])
  return make("section", { class: "card" }, make("h2", {}, title), make("dl", {}, ...pairs))
}

function itemsTable({ items, currency }) {
  const rows = items.map(({ sku, title, quantity, unitMinor }) =>
    make(
      "tr",
      { "data-sku": sku, "data-quantity": quantity },
      make("td", {}, sku),
      make("td", { "data-field": "title" }, title),
      make("td", { class: "number" }, count(quantity)),
      make("td", { "data-field": "price", class: "number" }, money(unitMinor, currency)),
      make("td", { class: "number" }, money(quantity * unitMinor, currency))
    )
  )
  return make("div", { class: "scroll" }, table(["SKU", "Title", "Qty#", "Each#", "Sum#"], rows))
}

function paymentStory({ paymentMethod, paymentAttempts }) {
  if (paymentAttempts === 1) return `${paymentMethod} accepted at once`
  const declined = paymentAttempts - 1
  return `${paymentMethod} declined ${declined === 1 ? "once" : `${count(declined)} times`}, then accepted`
}

function timeline(order) {
  const rows = order.timeline.map(({ at, text }) =>
    make("li", {}, `${timeText(at)}: `, text === "payment" ? paymentStory(order) : text)
  )
  return make(
    "section",
    { class: "card" },
    make("h2", {}, "Timeline"),
    make("ol", { class: "timeline" }, ...rows)
  )
}

export async function orderPage(id) {
  const order = await load(`orders/${encodeURIComponent(id)}`)
  const { currency, buyer } = order
  return [
    make(
      "article",
      orderAttributes(order),
      make("header", {}, make("h1", {}, order.id), chip(order.status), ...claimChip(order)),
      make("p", { "data-field": "placed", class: "meta" }, timeText(order.placedAt)),
      itemsTable(order),
      make(
        "div",
        { class: "cards" },
        card(
          "Payment",
          ["Shipping price", field("shipping-price", money(order.shippingMinor, currency))],
          ["Total", field("total", money(order.totalMinor, currency))],
          ["Payment method", field("payment", order.paymentMethod)],
          ["Payment attempts", field("attempts", count(order.paymentAttempts))]
        ),
        card(
          "Delivery",
          ["Method", field("shipping", order.shippingMethod)],
          ...(order.trackingNumber
            ? [
                ["Shipped on", timeText(order.shippedAt)],
                ["Carrier", order.carrier],
                ["Tracking number", order.trackingNumber]
              ]
            : []),
          [
            "Ship to",
            field(
              "address",
              field("country", order.shipAddress, { "data-country": order.shipCountry })
            )
          ],
          ["Bill to", field("billing", order.billAddress, { "data-country": order.billCountry })]
        ),
        card(
          "Buyer",
          ["Name", field("buyer", buyer.name)],
          ["E-mail", field("email", buyer.email)],
          ["Phone", field("phone", buyer.phone)]
        ),
        timeline(order)
      )
    )
  ]
}

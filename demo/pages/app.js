import {
  count,
  country,
  locale,
  make,
  money,
  pager,
  params,
  placeTable,
  table,
  time,
  word
} from "./render.js"

const base = "/portside-demo"
const main = document.getElementById("main")
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms))

async function load(path) {
  const response = await fetch(`${base}/api/${path}`)
  if (!response.ok) throw new Error(String(response.status))
  return response.json()
}

function skeleton(title) {
  const bones = Array.from({ length: 8 }, () => make("div", { class: "bone" }))
  main.replaceChildren(
    make("h1", {}, title),
    make("div", { "aria-busy": "true", role: "status", "aria-label": "Loading" }, ...bones)
  )
}

const linkWith = (path) => (page) => {
  const query = new URLSearchParams(location.search)
  query.set("page", page)
  return `${base}/${path}?${query}`
}

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

const chip = (status) =>
  make("span", { class: `chip ${status}`, "data-field": "status" }, word(status))

function orderRow(order) {
  return make(
    "tr",
    {
      "data-order-id": order.id,
      "data-buyer-id": order.buyer.id,
      "data-status": order.status,
      "data-currency": order.currency
    },
    make("td", {}, make("a", { href: `${base}/orders/${order.id}`, "data-route": true }, order.id)),
    make("td", { "data-field": "placed" }, time(order.placedAt)),
    make("td", { "data-field": "buyer" }, order.buyer.name),
    make("td", {}, make("ul", {}, ...order.items.map((item) => itemLine(item, order.currency)))),
    make(
      "td",
      { "data-field": "country", "data-country": order.shipCountry },
      country(order.shipCountry)
    ),
    make("td", { "data-field": "shipping" }, order.shippingMethod),
    make("td", { "data-field": "total", class: "number" }, money(order.totalMinor, order.currency)),
    make("td", {}, chip(order.status))
  )
}

const statuses = ["pending", "paid", "shipped", "delivered", "cancelled", "refunded"]

function filters() {
  const select = make(
    "select",
    { name: "status", "aria-label": "Status" },
    make("option", { value: "" }, "All statuses")
  )
  for (const status of statuses)
    select.append(
      make("option", { value: status, selected: params.get("status") === status }, word(status))
    )
  const search = make("input", {
    name: "search",
    type: "search",
    placeholder: "Order or buyer",
    "aria-label": "Search",
    value: params.get("search") ?? ""
  })
  const form = make("form", { class: "filters" }, select, search, make("button", {}, "Filter"))
  form.addEventListener("submit", (event) => {
    event.preventDefault()
    const query = new URLSearchParams(location.search)
    query.delete("page")
    for (const [key, value] of new FormData(form)) query.set(key, value)
    go(`${base}/orders?${query}`)
  })
  return form
}

async function ordersPage(query) {
  const data = await load(`orders?${query}`)
  // a page that says more than it shows, as a changed or virtualised list would
  const shown = query.get("broken") === "total" ? data.rows.slice(3) : data.rows
  const list =
    shown.length === 0
      ? make("p", { class: "empty" }, "No orders match.")
      : placeTable(
          table(
            ["Order", "Placed", "Buyer", "Items", "Ship to", "Shipping", "Total", "Status"],
            shown.map(orderRow)
          )
        )
  return [make("h1", {}, "Orders"), filters(), list, pager(data, linkWith("orders"))]
}

const pair = (term, ...value) => [make("dt", {}, term), make("dd", {}, ...value)]

async function orderPage(id) {
  const order = await load(`orders/${id}`)
  const { currency } = order
  const card = (title, ...children) =>
    make("section", { class: "card" }, make("h2", {}, title), ...children)
  return [
    make(
      "article",
      {
        "data-order-id": order.id,
        "data-buyer-id": order.buyer.id,
        "data-status": order.status,
        "data-currency": currency
      },
      make("header", {}, make("h1", {}, order.id), chip(order.status)),
      make("p", { "data-field": "placed" }, time(order.placedAt)),
      card("Items", make("ul", {}, ...order.items.map((item) => itemLine(item, currency)))),
      card(
        "Payment",
        make(
          "dl",
          {},
          ...pair(
            "Shipping price",
            make("span", { "data-field": "shipping-price" }, money(order.shippingMinor, currency))
          ),
          ...pair(
            "Total",
            make("span", { "data-field": "total" }, money(order.totalMinor, currency))
          ),
          ...pair("Payment method", make("span", { "data-field": "payment" }, order.paymentMethod)),
          ...pair(
            "Payment attempts",
            make("span", { "data-field": "attempts" }, count(order.paymentAttempts))
          )
        )
      ),
      card(
        "Delivery",
        make(
          "dl",
          {},
          ...pair("Method", make("span", { "data-field": "shipping" }, order.shippingMethod)),
          ...pair(
            "Ship to",
            make(
              "span",
              { "data-field": "country", "data-country": order.shipCountry },
              order.shipAddress
            )
          ),
          ...pair(
            "Bill to",
            make(
              "span",
              { "data-field": "billing", "data-country": order.billCountry },
              order.billAddress
            )
          )
        )
      ),
      card(
        "Buyer",
        make(
          "dl",
          {},
          ...pair("Name", make("span", { "data-field": "buyer" }, order.buyer.name)),
          ...pair("E-mail", make("span", { "data-field": "email" }, order.buyer.email)),
          ...pair("Phone", make("span", { "data-field": "phone" }, order.buyer.phone))
        )
      )
    )
  ]
}

function productRow(product) {
  return make(
    "tr",
    { "data-listing-id": product.sku, "data-sku": product.sku, "data-currency": product.currency },
    make("td", { "data-field": "sku" }, product.sku),
    make(
      "td",
      { "data-field": "title" },
      make("a", { href: `${base}/listing/${product.sku}` }, product.title)
    ),
    make(
      "td",
      { "data-field": "price", class: "number" },
      money(product.priceMinor, product.currency)
    ),
    make("td", { "data-field": "stock", class: "number" }, count(product.onHand)),
    make("td", { "data-field": "available", class: "number" }, count(product.available))
  )
}

async function productsPage(query) {
  const data = await load(`products?${query}`)
  return [
    make("h1", {}, "Products"),
    placeTable(table(["SKU", "Title", "Price", "Stock", "Available"], data.rows.map(productRow))),
    pager(data, linkWith("products"))
  ]
}

async function messagesPage(query) {
  const data = await load(`messages?${query}`)
  const cards = data.rows.map((message) =>
    make(
      "article",
      { class: "card", lang: message.language },
      make("h2", {}, message.buyerName),
      make(
        "p",
        { class: "meta" },
        make(
          "a",
          { href: `${base}/orders/${message.orderId}`, "data-route": true },
          message.orderId
        ),
        " ",
        time(message.at)
      ),
      make("p", {}, message.text)
    )
  )
  return [make("h1", {}, "Messages"), ...cards, pager(data, linkWith("messages"))]
}

function pageFor(url) {
  const path = url.pathname.slice(base.length + 1)
  if (path.startsWith("orders/")) return ["Order", () => orderPage(path.slice("orders/".length))]
  if (path === "products") return ["Products", () => productsPage(url.searchParams)]
  if (path === "messages") return ["Messages", () => messagesPage(url.searchParams)]
  return ["Orders", () => ordersPage(url.searchParams)]
}

let latest = 0

async function show() {
  const mine = ++latest
  const url = new URL(location.href)
  const [title, build] = pageFor(url)
  document.title = `${title} · ${document.body.dataset.shop}`
  for (const link of document.querySelectorAll(".side a")) {
    link.toggleAttribute("aria-current", url.pathname.startsWith(new URL(link.href).pathname))
  }
  skeleton(title)
  try {
    const parts = await build()
    await pause(Number(url.searchParams.get("late") ?? 0))
    // a slower page that was left meanwhile must not paint over the newer one
    if (mine === latest) main.replaceChildren(...parts)
  } catch (error) {
    if (mine === latest)
      main.replaceChildren(
        make("h1", {}, title),
        make("p", { class: "empty" }, `This page could not be loaded (${error.message}).`)
      )
  }
}

function go(href) {
  history.pushState({}, "", href)
  show()
}

document.addEventListener("click", (event) => {
  const link = event
    .composedPath()
    .find((one) => one instanceof HTMLAnchorElement && one.hasAttribute("data-route"))
  if (!link || event.metaKey || event.ctrlKey) return
  event.preventDefault()
  go(link.href)
})
addEventListener("popstate", show)
document.documentElement.lang = locale
show()

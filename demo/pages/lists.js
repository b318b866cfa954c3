// Products and messages.
import { base, load } from "./api.js"
import { count, make, money, pager, placeTable, table, time } from "./render.js"
import { word } from "./words.js"

function productRow({ sku, title, priceMinor, currency, onHand, reserved, available }) {
  const sold = available === 0
  return make(
    "tr",
    { "data-listing-id": sku, "data-sku": sku, "data-currency": currency },
    make("td", { "data-field": "sku" }, sku),
    make("td", { "data-field": "title" }, make("a", { href: `${base}/listing/${sku}` }, title)),
    make("td", { "data-field": "price", class: "number" }, money(priceMinor, currency)),
    make("td", { "data-field": "stock", class: "number" }, count(onHand)),
    make("td", { "data-field": "reserved", class: "number" }, count(reserved)),
    make("td", { "data-field": "available", class: "number" }, count(available)),
    make(
      "td",
      {},
      make("span", { class: sold ? "chip pending" : "chip shipped" }, sold ? "Sold out" : "On sale")
    )
  )
}

const productColumns = ["SKU", "Title", "Price#", "On hand#", "Reserved#", "Available#", "State"]

export async function productsPage(query) {
  const data = await load(`products?${query}`)
  return [
    make("h1", {}, word("Products")),
    placeTable(table(productColumns, data.rows.map(productRow))),
    pager(data, query, `${base}/products`)
  ]
}

function messageCard({ id, buyerName, orderId, language, at, text }) {
  const order = make("a", { href: `${base}/orders/${orderId}`, "data-route": true }, orderId)
  return make(
    "article",
    { class: "card", "data-message-id": id, "data-order": orderId },
    make("h2", { "data-field": "buyer" }, buyerName),
    make("p", { class: "meta" }, order, " · ", time(at), ` · ${language}`),
    make("p", { lang: language, "data-field": "text" }, text),
    make("textarea", { class: "reply", rows: 2, "aria-label": `Reply to ${buyerName}` })
  )
}

export async function messagesPage(query) {
  const data = await load(`messages?${query}`)
  return [
    make("h1", {}, word("Messages")),
    ...data.rows.map(messageCard),
    pager(data, query, `${base}/messages`)
  ]
}

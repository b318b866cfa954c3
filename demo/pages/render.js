// Building pages out of elements: text stays text.
export const params = new URLSearchParams(location.search)
export const locale = document.documentElement.lang

/** make("td", {"data-field": "total"}, "text", child) */
export function make(name, attributes = {}, ...children) {
  const element = document.createElement(name)
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== undefined && value !== false)
      element.setAttribute(key, value === true ? "" : value)
  }
  element.append(...children)
  return element
}

const digits = (currency) =>
  new Intl.NumberFormat("en", { style: "currency", currency }).resolvedOptions()
    .maximumFractionDigits

export const money = (minor, currency) =>
  new Intl.NumberFormat(locale, { style: "currency", currency }).format(
    minor / 10 ** digits(currency)
  )
export const count = (value) => new Intl.NumberFormat(locale).format(value)
export const country = (code) => new Intl.DisplayNames(locale, { type: "region" }).of(code)
export const time = (at) =>
  make(
    "time",
    { datetime: new Date(at).toISOString() },
    new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "short" }).format(at)
  )

const words = {
  "en-US": {
    Order: "Order",
    Placed: "Placed",
    Buyer: "Buyer",
    Items: "Items",
    "Ship to": "Ship to",
    Shipping: "Shipping",
    Total: "Total",
    Status: "Status",
    of: "of",
    pending: "Pending",
    paid: "Paid",
    shipped: "Shipped",
    delivered: "Delivered",
    cancelled: "Cancelled",
    refunded: "Refunded"
  },
  "zh-CN": {
    Order: "订单号",
    Placed: "下单时间",
    Buyer: "买家",
    Items: "商品",
    "Ship to": "收货国家",
    Shipping: "配送",
    Total: "合计",
    Status: "状态",
    of: "/",
    pending: "待付款",
    paid: "已付款",
    shipped: "已发货",
    delivered: "已送达",
    cancelled: "已取消",
    refunded: "已退款"
  }
}
export const word = (key) => (words[locale] ?? words["en-US"])[key] ?? key

/** The list as a table, inside an open shadow root where the page was asked to (`?shadow=1`). */
export function placeTable(table) {
  if (!params.has("shadow")) return make("div", { class: "scroll" }, table)
  const host = make("demo-table", { class: "scroll" })
  const shadow = host.attachShadow({ mode: "open" })
  shadow.append(make("link", { rel: "stylesheet", href: "/portside-demo/app.css" }), table)
  return host
}

export function table(headers, rows) {
  return make(
    "table",
    {},
    make(
      "thead",
      {},
      make("tr", {}, ...headers.map((header) => make("th", { scope: "col" }, word(header))))
    ),
    make("tbody", {}, ...rows)
  )
}

/** "21–40 of 20,000" and the way to the pages before and after. */
export function pager({ page, perPage, total }, linkTo) {
  const from = total === 0 ? 0 : (page - 1) * perPage + 1
  const to = Math.min(total, page * perPage)
  const last = Math.max(1, Math.ceil(total / perPage))
  return make(
    "footer",
    {},
    make("p", { class: "pager" }, `${count(from)}–${count(to)} ${word("of")} ${count(total)}`),
    make(
      "a",
      { href: linkTo(Math.max(1, page - 1)), "data-route": true, class: "button" },
      "Previous"
    ),
    make(
      "a",
      { href: linkTo(Math.min(last, page + 1)), "data-route": true, class: "button", id: "next" },
      "Next"
    )
  )
}

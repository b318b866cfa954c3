// Building pages out of elements: text stays text.
import { word } from "./words.js"

// as asked for when the page was opened: going on to another view keeps it
const inShadow = new URLSearchParams(location.search).has("shadow")
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

// one formatter per kind: making one costs more than a row
const moneyFormats = new Map()
function moneyFormat(currency) {
  let format = moneyFormats.get(currency)
  if (!format) {
    const number = new Intl.NumberFormat(locale, { style: "currency", currency })
    format = { number, unit: 10 ** number.resolvedOptions().maximumFractionDigits }
    moneyFormats.set(currency, format)
  }
  return format
}
export function money(minor, currency) {
  const { number, unit } = moneyFormat(currency)
  return number.format(minor / unit)
}

const numbers = new Intl.NumberFormat(locale)
export const count = (value) => numbers.format(value)

const regions = new Intl.DisplayNames(locale, { type: "region" })
export const country = (code) => regions.of(code)

const shortTime = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "short" })
export const time = (at) =>
  make("time", { datetime: new Date(at).toISOString() }, shortTime.format(at))

const longTime = new Intl.DateTimeFormat(locale, {
  dateStyle: "medium",
  timeStyle: "long",
  timeZone: "UTC"
})
/** A moment as text only, with its zone: what a page without `<time>` gives a reader. */
export const timeText = (at) => longTime.format(at)

/** The list as a table, inside an open shadow root where the page was asked to (`?shadow=1`). */
export function placeTable(table) {
  if (!inShadow) return make("div", { class: "scroll" }, table)
  const host = make("demo-table", { class: "scroll" })
  const shadow = host.attachShadow({ mode: "open" })
  shadow.append(make("link", { rel: "stylesheet", href: "/portside-demo/app.css" }), table)
  return host
}

/** Headers that end in "#" stand over numbers. */
export function table(headers, rows) {
  return make(
    "table",
    {},
    make(
      "thead",
      {},
      make(
        "tr",
        {},
        ...headers.map((header) =>
          make(
            "th",
            { scope: "col", class: header.endsWith("#") && "number" },
            word(header.replace("#", ""))
          )
        )
      )
    ),
    make("tbody", {}, ...rows)
  )
}

/** "21–40 of 20,000" and the way to the pages before and after. */
export function pager({ page, perPage, total }, query, path) {
  const from = total === 0 ? 0 : (page - 1) * perPage + 1
  const to = Math.min(total, page * perPage)
  const last = Math.max(1, Math.ceil(total / perPage))
  const linkTo = (number) => {
    const next = new URLSearchParams(query)
    next.set("page", number)
    return `${path}?${next}`
  }
  return make(
    "footer",
    {},
    make("p", { class: "pager" }, `${count(from)}–${count(to)} ${word("of")} ${count(total)}`),
    turn("Previous", page > 1 && linkTo(page - 1)),
    turn("Next", page < last && linkTo(page + 1))
  )
}

/** A link to another page of the list; at the ends a button that leads nowhere. */
function turn(name, href) {
  const attributes = { class: "button", id: name.toLowerCase() }
  return href
    ? make("a", { ...attributes, href, "data-route": true }, word(name))
    : make("a", { ...attributes, "aria-disabled": "true" }, word(name))
}

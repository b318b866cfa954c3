import type { Money } from "../../domain/money"
import type { OrderItem, PageOrder } from "../../domain/order"
import type { PageHints } from "../page-hints"
import { textOf } from "../page-text"
import { assign } from "./assign"
import { joinClocks } from "./clocks"
import { columnsOf } from "./columns"
import { nameOf } from "./element-name"
import type { Field } from "./fields"
import { type Grid, offStage } from "./grids"
import { itemsOf } from "./items"
import { type Labelled, withLabels } from "./labelled"
import { meaningOf } from "./labels"
import { combineStatus } from "./orders"
import { piecesIn } from "./pieces"
import { statusIn } from "./status-text"
import { dateIn, idIn, moneyIn } from "./values"

export type FoundOrder = { order: PageOrder; confidence: Record<string, number>; anchor: Element }

/** `name` is looked up when it is asked for: most pieces of a page are never asked. */
type Said = Labelled & { readonly name: Field | null }

const aside = `${offStage}, table table`

function mainOf(doc: Document): Element | null {
  return doc.querySelector("main, [role=main], #wpbody-content, #content, #main") ?? doc.body
}

/** The order's number: under its label, in the heading, or in an element that its developers call so. */
function numberOf(
  said: Said[],
  doc: Document,
  url: URL
): { nativeId: string; element: Element; score: number } | null {
  const labelled = said.find(
    ({ label, text }) => label?.field === "order" && /\d/.test(idIn(text) ?? "")
  )
  const heading = Array.from(doc.querySelectorAll("h1, h2, h3, [role=heading]"))
    .slice(0, 80)
    .find((one) => {
      const text = textOf(one)
      const id = idIn(text)
      if (!id || !/\d/.test(id) || one.closest(offStage)) return false
      const named = text.split(/[\s#:№]+/).some((word) => meaningOf(word)?.field === "order")
      return (
        named ||
        (/#\s?\d/.test(text) && /order/i.test(doc.title ?? "")) ||
        (id.length >= 6 &&
          /\d/.test(id) &&
          /(?:order|sale|pedido|bestell|commande|vend|ordin)/i.test(url.pathname))
      )
    })
  const named = said.find(({ name, text }) => name === "order" && /\d/.test(idIn(text) ?? ""))
  if (labelled)
    return { nativeId: idIn(labelled.text) ?? "", element: labelled.piece.element, score: 0.95 }
  if (heading) return { nativeId: idIn(textOf(heading)) ?? "", element: heading, score: 0.9 }
  if (named) return { nativeId: idIn(named.text) ?? "", element: named.piece.element, score: 0.7 }
  const asked = numberInUrl(url)
  const title = doc.querySelector("h1, h2") ?? doc.body
  return asked ? { nativeId: asked, element: title, score: 0.7 } : null
}

/** An order's number in its page's address: "?orderid=16-8", "/orders/1001". */
function numberInUrl(url: URL): string | undefined {
  for (const [name, value] of url.searchParams) {
    if (
      /^(?:order|purchase_?order|trade_?order|parent_order)_?(?:id|no|sn|number)$/i.test(name) &&
      /\d/.test(value)
    )
      return idIn(value) ?? undefined
  }
  const [, found] =
    /\/(?:orders?|sales?|sold|pedidos?|vendas|ventas|commandes?|bestellungen)\/(?:(?:details?|view|edit|show)\/)?([A-Za-z0-9_-]*\d[A-Za-z0-9_-]*)(?:\/|$)/i.exec(
      url.pathname
    ) ?? []
  return found
}

function moneyOf(said: Said[], field: Field, hints: PageHints): Money | null {
  const fits = (one: Said) => moneyIn(one.text, hints) !== null && !one.piece.struck
  const labelled = said.filter((one) => one.label?.field === field && fits(one))
  const best = labelled.sort((a, b) => (b.label?.score ?? 0) - (a.label?.score ?? 0))[0]
  const found = best ?? said.find((one) => one.name === field && fits(one) && one.label === null)
  return found ? moneyIn(found.text, hints) : null
}

const badges =
  '[class*="badge" i], [class*="pill" i], [class*="chip" i], [class*="status" i], [data-slot="badge"], mark'

function statusOf(said: Said[]) {
  const of = (field: Field) => {
    const known = (one: Said) => statusIn(one.text) !== "unknown"
    const labelled = said.filter(({ label, text }) => label?.field === field && text.length <= 60)
    return (
      (
        labelled.find(known) ??
        labelled[0] ??
        said.find((one) => one.name === field && one.label === null && known(one))
      )?.text ?? ""
    )
  }
  const [own, payment, fulfilment] = [of("status") || of("state"), of("payment"), of("fulfilment")]
  const badge =
    said.find(
      ({ piece, text }) =>
        text.length <= 30 && statusIn(text) !== "unknown" && piece.element.closest(badges) !== null
    )?.text ?? ""
  const text = own || payment || fulfilment || badge
  if (!text) return { status: "unknown" as const }
  return {
    status:
      own || text === badge
        ? statusIn(text)
        : combineStatus(statusIn(payment), statusIn(fulfilment)),
    statusText: text
  }
}

function itemsIn(grids: Grid[], main: Element, hints: PageHints): OrderItem[] {
  let best: OrderItem[] = []
  for (const grid of grids) {
    const fields = assign(columnsOf(grid), "items", hints)
    if (!fields.quantity || !(fields.title || fields.sku)) continue
    const items = itemsOf(fields, 0, grid.rows.length, hints)
    const worth = (list: OrderItem[]) =>
      list.length + list.filter(({ sku, unitPrice }) => sku || unitPrice).length
    if (worth(items) > worth(best)) best = items
  }
  if (best.length > 0) return best
  // a single line does not repeat: its labels and names have to do
  const page: Grid = {
    kind: "cards",
    element: main,
    headers: [],
    rows: [{ element: main, shifted: false, cells: [{ column: 0, header: "", element: main }] }]
  }
  const fields = assign(columnsOf(page), "items", hints)
  const named =
    fields.quantity && (fields.quantity.score ?? 0) >= 0.6 && (fields.sku?.score ?? 0) >= 0.6
  return named ? itemsOf(fields, 0, 1, hints).filter(({ sku }) => sku !== undefined) : []
}

/** The one order that a page is about; null when it is about none. */
export function orderIn(
  doc: Document,
  url: URL,
  grids: Grid[],
  hints: PageHints
): FoundOrder | null {
  const main = mainOf(doc)
  if (!main) return null
  const pieces = joinClocks(piecesIn(main, 6_000, aside)).slice(0, 1_500)
  const said = withLabels(pieces).map(
    (one): Said => ({
      ...one,
      get name() {
        return nameOf(one.piece.element, main)
      }
    })
  )
  const number = numberOf(said, doc, url)
  if (!number) return null
  const total = moneyOf(said, "total", hints)
  const items = itemsIn(grids, main, hints)
  if (!total && items.length === 0) return null
  const dates = said.filter(
    ({ label, name }) => label?.field === "placed" || (label === null && name === "placed")
  )
  const anyDate = dates.length > 0 ? dates : said.filter(({ label }) => label?.field === "date")
  const placedAt = anyDate
    .map(({ piece, text }) => dateIn({ ...piece, text }, hints))
    .find((at) => at !== null)
  const shippingPrice =
    moneyOf(said, "shippingPrice", hints) ?? moneyOf(said, "shippingMethod", hints)
  const worded = (field: Field) =>
    said.find(
      ({ label, text }) =>
        label?.field === field && text.length <= 80 && moneyIn(text, hints) === null
    )?.text
  const [shippingMethod, paymentMethod] = [worded("shippingMethod"), worded("paymentMethod")]
  const status = statusOf(said)
  return {
    anchor: number.element,
    confidence: {
      order: number.score,
      ...(total && { total: 0.9 }),
      ...(placedAt !== undefined && { placed: 0.85 }),
      ...(status.status !== "unknown" && { status: 0.8 }),
      ...(items.length > 0 && { items: 0.85 })
    },
    order: {
      nativeId: number.nativeId,
      ...status,
      ...(placedAt !== undefined && { placedAt }),
      ...(total && { total }),
      ...(items.length > 0 && { items }),
      ...(shippingPrice && { shippingPrice }),
      ...(shippingMethod && { shippingMethod }),
      ...(paymentMethod && { paymentMethod })
    }
  }
}

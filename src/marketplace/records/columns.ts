import { amountsIn, isCurrencySign } from "../money-text"
import type { PageHints } from "../page-hints"
import { parseRelative } from "../relative-date"
import type { Field } from "./fields"
import { type Grid, type Row, signatureOf } from "./grids"
import { type Meaning, meaningOf, meaningOfName } from "./labels"
import { type Piece, piecesIn } from "./pieces"
import { statusIn } from "./status-text"
import {
  dateIn,
  dayFirstIn,
  decimalOfTexts,
  idIn,
  moneyIn,
  quantityIn,
  skuIn,
  stockIn
} from "./values"

/** One value of one row. */
export type Atom = { row: number; piece: Piece; text: string }

/** The values that stand in the same place of every row, and what they seem to be. */
export type Column = {
  key: string
  /** By its own label ("SKU: …"), else by the header above it; `name` is a developer's word in class or id. */
  label: Meaning | null
  header: Meaning | null
  headerText: string
  name: Field | null
  atoms: Atom[]
}

const names = [
  "data-testid",
  "data-test-id",
  "data-field",
  "data-column",
  "data-column-id",
  "itemprop",
  "name",
  "id",
  "class"
]

/** What the nearest named element around a value is called by the page's developers. */
export function nameOf(element: Element, top: Element): Field | null {
  for (let at: Element | null = element; at; at = at.parentElement) {
    for (const name of names) {
      const value = at.getAttribute(name)
      if (!value) continue
      for (const word of name === "class" ? value.split(/\s+/).slice(0, 8) : [value]) {
        const field = meaningOfName(word)
        if (field) return field
      }
    }
    if (at === top) return null
  }
  return null
}

function pathOf(element: Element, top: Element): string {
  const path: string[] = []
  for (
    let at: Element | null = element;
    at && at !== top && path.length < 6;
    at = at.parentElement
  ) {
    path.push(signatureOf(at))
  }
  return path.join("<")
}

const clock =
  /^(?:at|um|à|às|a las|alle|om|kl\.?|,|·|-)?\s*\d{1,2}:\d\d(?::\d\d)?(?:\s?[ap]\.?m\.?)?(?:\s\(?[A-Z]{2,5}\)?)?$/i

const wallClock = /^@?\s*(\d{1,2})\s*:\s*(\d\d)$/
const isDay = (text: string) => /\d/.test(text) && text.length <= 32 && !/\d:\d\d/.test(text)

/** A date and the time of day in the line below it are one value, also where hour and minute are fields of their own. */
export function joinClocks(pieces: Piece[]): Piece[] {
  const joined: Piece[] = []
  for (let i = 0; i < pieces.length; i++) {
    const piece = pieces[i]
    const last = joined.at(-1)
    if (!piece) continue
    if (!last || !isDay(last.text)) {
      joined.push(piece)
      continue
    }
    const parts = pieces.slice(i, i + 4).map(({ text }) => text)
    const length = [4, 3].find((count) => wallClock.test(parts.slice(0, count).join("")))
    const [, hour, minute] = length ? (wallClock.exec(parts.slice(0, length).join("")) ?? []) : []
    if (length && hour && minute && /^\d{4}-\d\d-\d\d$/.test(last.text)) {
      joined[joined.length - 1] = { ...last, text: `${last.text} ${hour}:${minute}` }
      i += length - 1
    } else if (clock.test(piece.text)) {
      joined[joined.length - 1] = { ...last, text: `${last.text} ${piece.text}` }
    } else joined.push(piece)
  }
  return joined
}

const labelled = /^([^\d:：][^:：]{0,40}?)\s*[:：]\s*(\S.*)?$/u

export type Labelled = { piece: Piece; text: string; label: Meaning | null }

const fields = new Set<Field>(["title", "buyer", "contact", "other"])

/** Pieces with the labels that stand in them ("SKU: A-1"), before a colon, or alone in the line above ("SKU" / "A-1"). */
export function withLabels(pieces: Piece[]): Labelled[] {
  const found: Labelled[] = []
  let waiting: Meaning | null = null
  pieces.forEach((piece, i) => {
    const [, before = "", value] = labelled.exec(piece.text) ?? []
    const label = before ? meaningOf(before) : null
    if (label && label.score >= 0.8) {
      if (value) found.push({ piece, text: value, label })
      waiting = value ? null : label
      return
    }
    const next = pieces[i + 1]
    const alone = meaningOf(piece.text)
    const isLabel =
      alone?.score === 1 &&
      piece.text.length <= 30 &&
      next !== undefined &&
      meaningOf(next.text)?.score !== 1
    // a table's headers stand beside each other and name what is below, not what comes next
    const header = piece.element.closest("dt, th, label")
    const named =
      header !== null &&
      !(header.nodeName === "TH" && header.parentElement?.querySelectorAll("th").length !== 1)
    if (
      isLabel &&
      waiting === null &&
      (named || !fields.has(alone.field)) &&
      (named || /\d/.test(next.text) || alone.field === "status" || alone.field === "sku")
    ) {
      waiting = alone
      return
    }
    found.push({ piece, text: piece.text, label: waiting })
    waiting = null
  })
  return found
}

const actionWords =
  /^(?:edit|view|delete|details?|preview|quick edit|trash|duplicate|more|select|bearbeiten|ansehen|modifier|voir|editar|ver|編集|详情|编辑|查看|删除|操作)$/i

/** The columns of a grid: values by place, label and build, over all rows. */
export function columnsOf(grid: Grid, mostRows = grid.rows.length): Column[] {
  const columns = new Map<string, Column>()
  const byPath = new Map<string, Column[]>()
  const headered = grid.headers.some(Boolean)
  const put = (key: string, atom: Atom, meaning: () => Omit<Column, "key" | "atoms">) => {
    let column = columns.get(key)
    if (!column) {
      column = { key, ...meaning(), atoms: [] }
      columns.set(key, column)
    }
    column.atoms.push(atom)
    return column
  }
  const readRow = (row: Row, index: number) => {
    for (const cell of row.cells) {
      for (const { piece, text, label } of withLabels(joinClocks(piecesIn(cell.element)))) {
        if (actionWords.test(text)) continue
        const atom = { row: index, piece, text }
        const path = `${pathOf(piece.element, cell.element)}${piece.struck ? " struck" : ""}`
        if (label) {
          put(`label ${label.field}${piece.struck ? " struck" : ""}`, atom, () => ({
            label,
            header: null,
            headerText: "",
            name: null
          }))
          continue
        }
        if (row.shifted) {
          // its place says nothing: only a build, or a developer's name, that is found in one column elsewhere does
          const same = (path !== "" && byPath.get(path)) || []
          const name = nameOf(piece.element, row.element)
          const alike =
            same.length > 0
              ? same
              : [...columns.values()].filter((column) => name !== null && column.name === name)
          const [only, ...more] = alike
          if (only && more.length === 0) only.atoms.push(atom)
          continue
        }
        const column = put(`${cell.column} ${path}`, atom, () => ({
          label: null,
          header: cell.header ? meaningOf(cell.header) : null,
          headerText: cell.header,
          name:
            nameOf(piece.element, cell.element) ??
            (headered ? null : nameOf(cell.element, row.element))
        }))
        const same = byPath.get(path)
        if (!same) byPath.set(path, [column])
        else if (!same.includes(column)) same.push(column)
      }
    }
  }
  const rows = grid.rows.slice(0, mostRows)
  rows.forEach((row, index) => {
    if (!row.shifted) readRow(row, index)
  })
  rows.forEach((row, index) => {
    if (row.shifted) readRow(row, index)
  })
  for (const column of columns.values()) column.atoms.sort((a, b) => a.row - b.row)
  return [...columns.values()].flatMap((column) => splitByOrdinal(column, rows.length))
}

/** Lines of the same build that every row has equally many of are as many columns: first line, second line, … */
function splitByOrdinal(column: Column, rows: number): Column[] {
  if (column.label || rows < 2) return [column]
  const byRow = new Map<number, Atom[]>()
  for (const atom of column.atoms) byRow.set(atom.row, [...(byRow.get(atom.row) ?? []), atom])
  const counts = [...byRow.values()].map(({ length }) => length)
  const [count = 1] = counts
  if (count < 2 || count > 12 || counts.length < 2 || counts.some((one) => one !== count))
    return [column]
  return Array.from({ length: count }, (_, i) => ({
    ...column,
    key: `${column.key} ${i}`,
    atoms: [...byRow.values()].flatMap((atoms) => atoms[i] ?? [])
  }))
}

export type Context = "orders" | "listings" | "items"

const meanings: Record<Context, Partial<Record<Field, [Field, number]>>> = {
  orders: {
    id: ["order", 0.75],
    name: ["buyer", 0.6],
    reference: ["order", 0.85],
    amount: ["total", 0.85],
    state: ["status", 0.9],
    date: ["placed", 0.9],
    price: ["unitPrice", 0.8],
    number: ["other", 1],
    stock: ["other", 0.9]
  },
  listings: {
    id: ["product", 0.8],
    name: ["title", 0.95],
    reference: ["sku", 0.85],
    amount: ["price", 0.6],
    state: ["enabled", 0.8],
    status: ["enabled", 0.8],
    quantity: ["stock", 0.85],
    unitPrice: ["price", 0.9],
    date: ["other", 1],
    number: ["other", 1],
    total: ["other", 0.8]
  },
  items: {
    id: ["product", 0.7],
    name: ["title", 0.95],
    reference: ["sku", 0.85],
    amount: ["lineTotal", 0.8],
    price: ["unitPrice", 0.95],
    total: ["lineTotal", 0.95],
    subtotal: ["lineTotal", 0.8],
    number: ["other", 1],
    date: ["other", 1],
    itemCount: ["quantity", 0.7]
  }
}

function inContext(meaning: Meaning, context: Context): Meaning {
  const [field, factor] = meanings[context][meaning.field] ?? [meaning.field, 1]
  return { field, score: meaning.score * factor }
}

const moneyFields = new Set<Field>([
  "total",
  "shippingPrice",
  "unitPrice",
  "price",
  "listPrice",
  "lineTotal",
  "subtotal",
  "tax",
  "discount",
  "fee"
])
const dateFields = new Set<Field>(["placed", "updated", "due", "date"])

/** Share of a column's values that can be what the field needs (0..1). */
function fitOf(field: Field, column: Column, hints: PageHints): number {
  const sample = column.atoms.slice(0, 30)
  const share = (test: (atom: Atom) => boolean) =>
    sample.filter(test).length / Math.max(1, sample.length)
  if (moneyFields.has(field)) return share(({ text }) => moneyIn(text, hints) !== null)
  if (dateFields.has(field))
    return share(
      ({ text, piece }) =>
        dateIn({ ...piece, text }, hints) !== null || /\d{1,2}[./-]\d{1,2}[./-]\d{2,4}/.test(text)
    )
  if (field === "quantity") return share(({ text }) => quantityIn(text, hints.locale) !== null)
  if (field === "stock" || field === "onHand")
    return share(({ text }) => stockIn(text, hints.locale) !== null)
  if (field === "order") return share(({ text }) => idIn(text) !== null)
  if (field === "sku")
    return share(({ text }) => skuIn(text) !== null && moneyIn(text, hints) === null)
  if (field === "gtin") return share(({ text }) => /^\d{8,14}$/.test(text))
  if (field === "product") return share(({ text }) => idIn(text) !== null)
  if (field === "title") return share(({ text }) => /\p{L}{2}/u.test(text) && text.length <= 400)
  return share(({ text }) => text.length <= 80)
}

const orderLink =
  /\/(?:orders?|sales?|bestellung(?:en)?|commandes?|pedidos?|vendas|ventas|ordini|zamowienia)\/(?:view\/|details?\/|edit\/|manage\/|order_id\/)*[A-Za-z0-9_-]*\d|[?&](?:order_?id|orderid|order|order_sn|order_no|id_order)=[A-Za-z0-9_-]*\d/i

/** "Colour: blue [TOTE-01]" */
const bracketed = /\[[\p{L}\d][\p{L}\d._/-]*\]$/u

/** Long enough to name something: two Chinese characters say as much as a short word. */
const isWorded = (text: string) =>
  /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]{2}/.test(text) ||
  (text.length >= 4 && /\p{L}{3}/u.test(text))

/** What the values alone say, where nothing around them has a name that is known. */
function guess(column: Column, context: Context, hints: PageHints): Meaning[] {
  const sample = column.atoms.slice(0, 20)
  const all = (test: (atom: Atom) => boolean) => sample.length > 0 && sample.every(test)
  const distinct = new Set(sample.map(({ text }) => text)).size
  // a number alone is no amount unless a header says so, whatever the page's currency is
  const isAmount = ({ text }: Atom) => amountsIn(text, hints).length === 1
  const found: Meaning[] = []
  if (context === "orders") {
    const linked = all(({ piece }) =>
      orderLink.test(piece.element.closest("a")?.getAttribute("href") ?? "")
    )
    const coded = all(
      ({ text }) =>
        /^#?[A-Z]{0,4}[-_]?\d[\dA-Z_-]{2,}$/i.test(idIn(text) ?? "") &&
        quantityIn(text, hints.locale) === null
    )
    const unique = distinct === sample.length && sample.length > 1
    if (
      all(({ text }) => idIn(text) !== null) &&
      unique &&
      (linked || (coded && column.name === null))
    ) {
      found.push({ field: "order", score: linked ? 0.7 : 0.45 })
    }
    if (
      all(
        ({ text, piece }) =>
          /\d/.test(text) &&
          text.length >= 6 &&
          !/^\d+$/.test(text) &&
          dateIn({ ...piece, text }, hints) !== null
      )
    ) {
      found.push({ field: "placed", score: 0.5 })
    }
    const status =
      sample.filter(({ text }) => statusIn(text) !== "unknown").length / Math.max(1, sample.length)
    if (status >= 0.6) found.push({ field: "status", score: 0.4 + status * 0.2 })
    if (
      all(
        ({ text }) =>
          /^[x×]\s?\d+$|^\d+\s?[x×]$/i.test(text) ||
          (/\D/.test(text) && quantityIn(text, hints.locale) !== null)
      )
    ) {
      found.push({ field: "quantity", score: 0.5 })
    }
    if (all(isAmount)) found.push({ field: "total", score: 0.42 })
  } else {
    if (all(isAmount)) {
      found.push({
        field: all(({ piece }) => piece.struck)
          ? "listPrice"
          : context === "items"
            ? "unitPrice"
            : "price",
        score: 0.5
      })
    }
  }
  const worded = all(
    ({ text }) => isWorded(text) && moneyIn(text, hints) === null && statusIn(text) === "unknown"
  )
  // "Ship by 24 Nov", "Ship by 25 Nov": one sentence with another date is no name
  const sentences = new Set(sample.map(({ text }) => text.replace(/\d+/g, "#"))).size
  if (worded && distinct > sample.length / 4 && (sentences > 1 || sample.length < 3)) {
    const heading = all(
      ({ piece }) => piece.element.closest("h1,h2,h3,h4,h5,h6,[role=heading]") !== null
    )
    const linked = all(
      ({ piece }) =>
        piece.element.closest("a[href]") !== null || piece.element.querySelector("a[href]") !== null
    )
    const pictured = all(({ piece }) =>
      /product|item|goods|listing|\/p\/|\/dp\/|\/itm\//i.test(
        piece.element.closest("a")?.getAttribute("href") ?? ""
      )
    )
    const length =
      sample.reduce((sum, { text }) => sum + Math.min(60, text.length), 0) / sample.length
    found.push({
      field: "title",
      score: (heading ? 0.55 : pictured ? 0.52 : linked ? 0.42 : 0.4) + length / 1_000
    })
  }
  return found
}

export type Assigned = { column: Column; score: number }
export type Fields = Partial<Record<Field, Assigned>>

const sure = 0.4

type Candidate = { field: Field; column: Column; score: number }

function candidatesOf(column: Column, context: Context, hints: PageHints): Candidate[] {
  const struckPrice = column.atoms.every(({ piece }) => piece.struck)
  const said = [
    column.label && inContext(column.label, context),
    column.header && inContext({ ...column.header, score: column.header.score * 0.97 }, context),
    column.name && inContext({ field: column.name, score: 0.66 }, context)
  ].filter((meaning) => meaning !== null)
  // of two headers for one field the more exact one: "Total with tax" before "Total"
  const exactness = Math.min(20, column.headerText.length) / 1_000
  // "3 hours ago" beside the hour itself is the less exact of two dates
  const vague = column.atoms
    .slice(0, 10)
    .every(({ text }) => parseRelative(text, hints.locale, hints.now) !== null)
  const [best] = said.sort((a, b) => b.score - a.score)
  // "Shipping" above amounts is what shipping costs, "Payment" above states is the state of the payment
  const meant =
    best?.field === "shippingMethod" && fitOf("shippingPrice", column, hints) > 0.6
      ? { ...best, field: "shippingPrice" as const }
      : best
  const coded =
    context !== "listings" &&
    column.atoms.length > 0 &&
    column.atoms.slice(0, 20).every(({ text }) => bracketed.test(text))
  const own = coded ? [{ field: "sku" as const, score: 0.6 }] : meant ? [meant] : []
  const guesses =
    !meant || meant.score < 0.6
      ? guess(column, context, hints).map((one) =>
          column.headerText && !meant ? { ...one, score: one.score * 0.95 } : one
        )
      : []
  return [...own, ...guesses].flatMap(({ field, score }) => {
    const fits = fitOf(field, column, hints)
    const priced = (field === "price" || field === "unitPrice") && struckPrice ? "listPrice" : field
    return fits >= 0.6
      ? [
          {
            field: priced,
            column,
            score: score * (0.6 + 0.4 * fits) * (vague ? 0.9 : 1) + exactness
          }
        ]
      : []
  })
}

/**
 * What each column is: the surest pair of field and column first, each used once. Below 0.4, or where two columns
 * are as good as each other by their values alone, a field stays unknown.
 */
export function assign(columns: Column[], context: Context, hints: PageHints): Fields {
  const most = Math.max(...columns.map(({ atoms }) => atoms.length), 1)
  const candidates = columns
    .flatMap((column) => candidatesOf(column, context, hints))
    .map((one) => ({ ...one, score: one.score * (one.column.atoms.length < most * 0.1 ? 0.8 : 1) }))
    .filter(({ score }) => score >= sure)
    .sort((a, b) => b.score - a.score || b.column.atoms.length - a.column.atoms.length)
  const fields: Fields = {}
  const used = new Set<Column>()
  for (const { field, column, score } of candidates) {
    if (fields[field] || used.has(column)) continue
    const rival = candidates.find(
      (other) =>
        other.field === field &&
        other.column !== column &&
        !used.has(other.column) &&
        other.score > score - 0.02 &&
        other.column.atoms.length > column.atoms.length / 2
    )
    // two amounts without a name: which one is the total cannot be known
    if (score < 0.55 && rival && moneyFields.has(field)) continue
    fields[field] = { column, score }
    used.add(column)
  }
  for (const assigned of Object.values(fields))
    assigned.column = withRest(assigned.column, columns, used)
  return fields
}

/** A row that builds the cell in another way ("was, is" of a sale) has its value in a sibling column of the same header or name. */
function withRest(column: Column, columns: Column[], used: Set<Column>): Column {
  if (column.label) return column
  const have = new Set(column.atoms.map(({ row }) => row))
  const place = column.key.split(" ", 1)[0]
  const isSibling = (other: Column) => {
    if (used.has(other) || other.label || other.key.split(" ", 1)[0] !== place) return false
    if (column.header) return other.headerText === column.headerText
    return (
      column.name !== null &&
      other.name === column.name &&
      !other.atoms.some(({ piece }) => piece.struck)
    )
  }
  const missing = columns
    .filter(isSibling)
    .flatMap(({ atoms }) => atoms.filter(({ row }) => !have.has(row)))
  if (missing.length === 0) return column
  return { ...column, atoms: [...column.atoms, ...missing].sort((x, y) => x.row - y.row) }
}

/** The page's hints, sharpened by what the amounts of a column prove. */
export function moneyHints(column: Column, hints: PageHints): PageHints {
  const decimal = decimalOfTexts(column.atoms.map(({ text }) => text))
  const code = /\b[A-Z]{3}\b/.exec(column.headerText)?.[0]
  return {
    ...hints,
    ...(decimal && { decimal }),
    ...(code && isCurrencySign(code) && { currency: code })
  }
}

export const dayFirstOf = (column: Column, hints: PageHints) =>
  dayFirstIn(
    column.atoms.map(({ text }) => text),
    hints
  )

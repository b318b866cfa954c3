import type { PageListing } from "../../domain/listing"
import type { PageHints } from "../page-hints"
import { assign, type Fields } from "./assign"
import type { Column } from "./column"
import { moneyHints } from "./column-hints"
import { columnsOf } from "./columns"
import type { Field } from "./fields"
import type { Grid, Row } from "./grids"
import { valueAt } from "./items"
import { confidenceOf, type Found, sampleRows } from "./orders"
import { idIn, moneyIn, skuIn, stockIn } from "./values"

const told: Field[] = [
  "product",
  "sku",
  "title",
  "price",
  "listPrice",
  "stock",
  "onHand",
  "enabled"
]
const inAddress =
  /(?:\/(?:dp|gp\/product|itm|listing|product[os]?s?|produits?|produkte?|prodotti|prodotto|artikel|item|p|product-variants|catalog\/product\/edit\/id|edit)\/(?:[^/?#]*-)?([A-Za-z]*\d[A-Za-z0-9]*)|[?&](?:id|post|product_id|item_id|productId|id_product)=([A-Za-z0-9]+)|-i\d*-?(\d{5,}))/

/** The product's id by its own link or by the row's own attributes. */
function idByLink(row: Row): string | undefined {
  for (const link of Array.from(row.element.querySelectorAll("a[href]"))) {
    const found = inAddress.exec(link.getAttribute("href") ?? "")
    const id = found?.[1] ?? found?.[2] ?? found?.[3]
    if (id) return id
  }
  for (const name of [
    "data-id",
    "data-product-id",
    "data-item-id",
    "data-listing-id",
    "data-asin",
    "data-row-key",
    "id"
  ]) {
    const id = /([A-Za-z]*\d[A-Za-z0-9]*)$/.exec(row.element.getAttribute(name) ?? "")?.[1]
    if (id) return id
  }
  return undefined
}

function enabledIn(text: string | undefined): boolean | undefined {
  if (!text) return undefined
  if (
    /^(?:inactive|disabled|draft|no|off|unpublished|hidden|archived|ended|inaktiv|deaktiviert|inactif|désactivé|inactivo|desactivado|inativo|disattivo|nieaktywny|pasif|下架|已下架|未上架|非公開|無効|неактивен|0)$/i.test(
      text
    )
  )
    return false
  if (
    /^(?:active|enabled|yes|on|published|live|visible|aktiv|aktiviert|actif|activé|activo|activado|ativo|attivo|aktywny|aktif|上架|已上架|在售|公開|有効|활성|активен|1)$/i.test(
      text
    )
  )
    return true
  return undefined
}

function readListing(
  row: Row,
  index: number,
  fields: Fields,
  hints: PageHints
): PageListing | null {
  const text = (field: Field) => valueAt(fields, field, index)?.text
  const money = (field: Field) => {
    const [said, column] = [text(field), fields[field]?.column]
    return said && column ? moneyIn(said, moneyHints(column, hints)) : null
  }
  const [title, price, listPrice] = [text("title"), money("price"), money("listPrice")]
  const sku = skuIn(text("sku") ?? "")
  const stock = stockIn(text("stock") ?? "", hints.locale)
  const onHand = stockIn(text("onHand") ?? "", hints.locale)
  const enabled = enabledIn(text("enabled"))
  const nativeId = idIn(text("product") ?? "") ?? idByLink(row) ?? sku ?? title
  if (!nativeId || (!title && !sku)) return null
  return {
    nativeId,
    ...(sku && { sku }),
    ...(title && { title }),
    ...(price && { price }),
    ...(listPrice && price && listPrice.minor > price.minor && { listPrice }),
    ...stock,
    ...(onHand?.available !== undefined && { onHand: onHand.available }),
    ...(enabled !== undefined && { enabled })
  }
}

/** The products of a grid whose columns are known. */
export function listingsFrom(grid: Grid, fields: Fields, hints: PageHints): Found<PageListing> {
  const read = grid.rows.map((row, i) => readListing(row, i, fields, hints))
  const rows = read.filter((row) => row !== null)
  const known = [
    fields.title,
    fields.sku,
    fields.price,
    fields.stock,
    fields.onHand,
    fields.enabled
  ]
  const sum = known.reduce((total, one) => total + (one?.score ?? 0), 0)
  const anchors = read.flatMap((row, i) => {
    const element = row && (valueAt(fields, "title", i) ?? valueAt(fields, "sku", i))?.piece.element
    return row && element ? [{ nativeId: row.nativeId, element }] : []
  })
  return {
    rows,
    grid,
    confidence: confidenceOf(fields, told),
    anchors,
    worth: sum * Math.log2(rows.length + 1)
  }
}

/** Of several columns of stock the one that is what is on hand less what is reserved: what can be sold. */
function withAvailable(fields: Fields, columns: Column[], hints: PageHints): Fields {
  const { stock, reserved } = fields
  if (!stock || !reserved) return fields
  const countAt = (column: Column, row: number) =>
    stockIn(column.atoms.find((atom) => atom.row === row)?.text ?? "", hints.locale)?.available
  const isRest = (column: Column) =>
    column !== stock.column &&
    column.atoms.length === stock.column.atoms.length &&
    stock.column.atoms.every(({ row }) => {
      const [all, held] = [countAt(stock.column, row), countAt(reserved.column, row)]
      return all !== undefined && held !== undefined && countAt(column, row) === all - held
    })
  const column = columns.find(isRest)
  return column ? { ...fields, stock: { ...stock, column }, onHand: stock } : fields
}

/** The products that a grid lists; null when it does not list products. */
export function listingsIn(grid: Grid, hints: PageHints): Found<PageListing> | null {
  const sample = assign(columnsOf(grid, sampleRows), "listings", hints)
  if (!sample.title && !sample.sku) return null
  const columns = columnsOf(grid)
  const fields = withAvailable(assign(columns, "listings", hints), columns, hints)
  // a name and a switch may also be a customer's
  const isPerson = fields.buyer !== undefined || fields.contact !== undefined
  if (isPerson && !fields.sku) return null
  const shownAs = fields.title?.column.header && !isPerson ? fields.enabled : undefined
  const facts = [fields.price, fields.stock, fields.onHand, fields.sku, shownAs].filter(Boolean)
  if (!(fields.title || fields.sku) || facts.length === 0 || fields.order) return null
  const found = listingsFrom(grid, fields, hints)
  const telling = found.rows.filter(({ price, available, onHand }) => price ?? available ?? onHand)
  const isEnough = telling.length >= found.rows.length / 2 || fields.sku || shownAs
  return found.rows.length > 0 && isEnough ? found : null
}

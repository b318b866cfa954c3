import type { OrderLines, StockNote } from "../domain/history"
import type { ImportedMovement } from "../domain/imported"
import type { Order } from "../domain/order"
import { orderStatuses } from "../domain/order-status"
import { type BlockIndex, dailyPlace, type Override, rowsPlace } from "./blocks"
import { type DailyColumns, DailySum, dayMs, unpackDaily } from "./daily"
import type { Database, StoredOrder } from "./database"
import { historyKey } from "./history-key"
import { lineAt, type StoredLine } from "./line-block"
import { LineGatherer } from "./line-gatherer"
import { unpackMovements } from "./movement-block"
import { orderHash } from "./order-hash"
import { unseal } from "./seal"
import { applyOverrides, openLines } from "./supersede"

/** Blocks that are opened side by side. */
const atOnce = 8

type Index = { blocks: BlockIndex[]; overridesOf: (block: number) => Override[] }

/** The blocks of live imports of one kind, and what newer imports say of their rows. */
export async function liveIndex(db: Database, kind: BlockIndex["kind"]): Promise<Index> {
  const [live, blocks, overrides] = await Promise.all([
    // settlements of an import whose lines were compacted still stand
    db.imports.where("state").anyOf("live", "settled").primaryKeys(),
    db.blocks.where("kind").equals(kind).toArray(),
    kind === "lines" ? db.overrides.toArray() : []
  ])
  const isLive = new Set(live)
  const byBlock = new Map<number, Override[]>()
  for (const override of overrides) {
    if (!isLive.has(override.import)) continue
    const list = byBlock.get(override.block)
    if (list) list.push(override)
    else byBlock.set(override.block, [override])
  }
  return {
    blocks: blocks.filter((block) => isLive.has(block.import)),
    overridesOf: (block) => byBlock.get(block) ?? []
  }
}

async function inParallel<T>(items: T[], work: (item: T) => Promise<void>): Promise<void> {
  for (let start = 0; start < items.length; start += atOnce) {
    await Promise.all(items.slice(start, start + atOnce).map(work))
  }
}

/** The id under which a file that names no shop may know an order of a page. */
export const withoutAccount = (order: Order) => `${order.marketplace}::${order.nativeId}`

/** A page's order as lines; without items nothing is known of them. A product is its SKU, else its title. */
export function linesOf(order: StoredOrder, orderId: string): StoredLine[] {
  return (order.items ?? []).map(({ sku, title, quantity, unitPrice }) => ({
    orderId,
    at: order.time,
    stateAt: order.updatedAt ?? order.readAt,
    sku: sku ?? title ?? "",
    buyer: order.buyer ?? "",
    country: order.shipCountry ?? "",
    currency: unitPrice?.currency ?? order.total?.currency ?? "",
    quantity,
    unitPrice: unitPrice?.minor ?? Number.NaN,
    status: order.status,
    detail: true
  }))
}

/**
 * Every known order line placed at or after `since` (epoch ms), oldest first: the sealed blocks of imported files and the
 * orders that pages showed, each order once, in its newest state.
 * @throws SealBroken for a block that was changed on disk
 */
export async function readLines(db: Database, { since = 0 } = {}): Promise<OrderLines> {
  const { blocks, overridesOf } = await liveIndex(db, "lines")
  const wanted = blocks.filter(({ maxAt }) => maxAt >= since)
  const pages = await db.orders.where("time").aboveOrEqual(since).sortBy("time")
  const gatherer = new LineGatherer(wanted.reduce((sum, { rows }) => sum + rows, 0))
  const fromPages = new Map<number, StoredOrder>()
  for (const order of pages) {
    fromPages.set(orderHash(order.id), order)
    fromPages.set(orderHash(withoutAccount(order)), order)
  }
  const inBlocks = new Set<StoredOrder>()
  const opened = new Map<number, Awaited<ReturnType<typeof openLines>>>()
  for (let start = 0; start < wanted.length; start += atOnce) {
    const part = wanted.slice(start, start + atOnce)
    await Promise.all(part.map(async ({ id }) => opened.set(id, await openLines(db, id))))
    for (const block of part) {
      const columns = opened.get(block.id)
      if (!columns) continue
      opened.delete(block.id)
      const isLive = applyOverrides(columns, overridesOf(block.id))
      gatherer.addBlock(columns, block.hashes, (row) => {
        if ((columns.at[row] ?? 0) < since || !isLive(row)) return false
        if (fromPages.size === 0) return true
        const page = fromPages.get(block.hashes[columns.order[row] ?? 0] ?? 0)
        if (!page) return true
        const isNewer = (page.updatedAt ?? page.readAt) > (columns.stateAt[row] ?? 0)
        // a newer page that shows the lines stands for them; one that does not gives its status
        if (isNewer && page.items && page.items.length > 0) return false
        if (isNewer) columns.status[row] = orderStatuses.indexOf(page.status)
        inBlocks.add(page)
        return true
      })
    }
  }
  for (const order of pages) {
    if (!inBlocks.has(order)) {
      for (const line of linesOf(order, order.id)) gatherer.addLine(line)
    }
  }
  return gatherer.lines()
}

/** Units sold by SKU and UTC day over the whole history, from the sums that each block carries. */
export async function readDaily(db: Database): Promise<DailyColumns> {
  const { blocks, overridesOf } = await liveIndex(db, "lines")
  const key = await historyKey(db)
  const sum = new DailySum()
  await inParallel(blocks, async ({ id }) => {
    const overrides = overridesOf(id)
    if (overrides.length > 0) {
      const columns = await openLines(db, id)
      sum.addLines(columns, applyOverrides(columns, overrides))
      return
    }
    const bytes = await db.blockBytes.get(id)
    if (bytes?.daily) sum.addDaily(unpackDaily(await unseal(key, dailyPlace(id), bytes.daily)))
  })
  const known = new Set(blocks.flatMap(({ hashes }) => [...hashes]))
  for (const order of await db.orders.toArray()) {
    if (known.has(orderHash(order.id)) || known.has(orderHash(withoutAccount(order)))) continue
    if (order.status === "cancelled" || order.status === "failed" || order.status === "draft") {
      continue
    }
    for (const { sku, quantity } of linesOf(order, order.id)) {
      sum.add(sum.number(sku), Math.floor(order.time / dayMs), quantity)
    }
  }
  return sum.columns()
}

/** The stored lines of one order, newest version, from blocks that may hold it; empty when it was never imported. */
export async function findImportedOrder(db: Database, id: string): Promise<StoredLine[]> {
  const { blocks, overridesOf } = await liveIndex(db, "lines")
  const hash = orderHash(id)
  const lines: StoredLine[] = []
  for (const block of blocks) {
    const position = block.hashes.indexOf(hash)
    if (position < 1) continue
    const columns = await openLines(db, block.id)
    // a hash may be another order's; the id is not
    if (columns.orderIds[position] !== id) continue
    const isLive = applyOverrides(columns, overridesOf(block.id))
    for (let row = 0; row < columns.at.length; row++) {
      if (columns.order[row] !== position || !isLive(row)) continue
      lines.push(lineAt(columns, row))
    }
  }
  return lines
}

/** Settlement rows, each settlement from the newest file that holds it. */
export async function readMovements(db: Database): Promise<ImportedMovement[]> {
  const { blocks } = await liveIndex(db, "movements")
  const key = await historyKey(db)
  const bySettlement = new Map<string, { import: number; rows: ImportedMovement[] }>()
  for (const block of blocks) {
    const bytes = await db.blockBytes.get(block.id)
    if (!bytes) continue
    const columns = unpackMovements(await unseal(key, rowsPlace(block.id), bytes.rows))
    columns.settlements.forEach((settlement, i) => {
      let known = bySettlement.get(settlement)
      if (!known || known.import < block.import) {
        known = { import: block.import, rows: [] }
        bySettlement.set(settlement, known)
      }
      if (known.import > block.import) return
      known.rows.push({
        settlement,
        orderId: columns.orderIds[i] ?? "",
        at: columns.at[i] ?? 0,
        sku: columns.skus[i] ?? "",
        type: columns.types[i] ?? "",
        amount: columns.amount[i] ?? 0,
        currency: columns.currencies[i] ?? ""
      })
    })
  }
  return [...bySettlement.values()].flatMap(({ rows }) => rows)
}

/** What pages told of stock, oldest first. */
export async function readStock(db: Database): Promise<StockNote[]> {
  return db.stockNotes.orderBy("day").toArray()
}

import type { OrderLines, StockNote } from "../domain/history"
import type { ImportedMovement } from "../domain/imported"
import { type BlockIndex, dailyPlace, type Override, rowsPlace } from "./blocks"
import { type DailyColumns, DailySum, dayMs, isSold, unpackDaily } from "./daily"
import type { Database } from "./database"
import { historyKey } from "./history-key"
import { blockRows, type LineColumns, lineAt, type StoredLine } from "./line-block"
import { LineGatherer } from "./line-gatherer"
import { unpackMovements } from "./movement-block"
import { orderHash } from "./order-hash"
import { PageTail, readTail } from "./page-tail"
import { unseal } from "./seal"
import { applyOverrides, includes, openLines } from "./supersede"

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

/** Opens some at a time, and uses them one after the other. */
async function eachInOrder<T, O>(
  items: T[],
  open: (item: T) => Promise<O>,
  use: (opened: O, item: T) => void
): Promise<void> {
  for (let start = 0; start < items.length; start += atOnce) {
    const part = items.slice(start, start + atOnce)
    const opened = await Promise.all(part.map(open))
    for (const [i, one] of opened.entries()) use(one, part[i] as T)
  }
}

export type Wanted = {
  /** Epoch ms; older lines are left out. */
  since?: number
  /** Only lines of these; blocks that hold none of them stay closed. */
  skus?: readonly string[]
}

/** Where a text stands in each block's own list; asked once a block. */
function rowsOfSkus(columns: LineColumns, skus: Set<string>): (row: number) => boolean {
  const wanted = columns.skus.map((sku) => skus.has(sku))
  return (row) => wanted[columns.sku[row] ?? 0] ?? false
}

/**
 * Every known order line placed at or after `since` (epoch ms), oldest first: the sealed blocks of imported files and of
 * pages, and the row-wise tail, each order once, in its newest state.
 * @throws SealBroken for a block that was changed on disk
 */
export async function readLines(
  db: Database,
  { since = 0, skus }: Wanted = {}
): Promise<OrderLines> {
  const { blocks, overridesOf } = await liveIndex(db, "lines")
  const tail = new PageTail(await readTail(db, since))
  const names = skus && new Set(skus)
  const hashes = skus?.map(orderHash)
  // an order of the tail may stand in a block that holds none of these SKUs: then it is read to leave nothing out twice
  const wanted = blocks.filter(
    (block) =>
      block.maxAt >= since &&
      (!hashes || hashes.some((hash) => includes(block.skuHashes, hash)) || tail.touches(block))
  )
  const gatherer = new LineGatherer(
    names ? blockRows : wanted.reduce((sum, { rows }) => sum + rows, 0)
  )
  await eachInOrder(
    wanted,
    ({ id }) => openLines(db, id),
    (columns, block) => {
      const overridden = applyOverrides(columns, overridesOf(block.id))
      const isLive = tail.applyTo(columns, block, overridden)
      const isNamed = names ? rowsOfSkus(columns, names) : () => true
      gatherer.addBlock(
        columns,
        block.hashes,
        (row) => (columns.at[row] ?? 0) >= since && isLive(row) && isNamed(row)
      )
    }
  )
  for (const line of tail.lines()) {
    if (!names || names.has(line.sku)) gatherer.addLine(line)
  }
  return gatherer.lines()
}

/**
 * Units sold by SKU and UTC day over the whole history, from the sums that each block carries. Only blocks of which a
 * newer file or page knows better are opened.
 */
export async function readDaily(db: Database): Promise<DailyColumns> {
  const { blocks, overridesOf } = await liveIndex(db, "lines")
  const tail = new PageTail(await readTail(db))
  const key = await historyKey(db)
  const sum = new DailySum()
  const open = async (block: BlockIndex) => {
    if (overridesOf(block.id).length > 0 || tail.touches(block)) {
      return { lines: await openLines(db, block.id) }
    }
    const bytes = await db.blockBytes.get(block.id)
    if (!bytes?.daily) return {}
    return { daily: unpackDaily(await unseal(key, dailyPlace(block.id), bytes.daily)) }
  }
  await eachInOrder(blocks, open, ({ lines, daily }, block) => {
    if (daily) sum.addDaily(daily)
    if (!lines) return
    const isLive = applyOverrides(lines, overridesOf(block.id))
    sum.addLines(lines, tail.applyTo(lines, block, isLive))
  })
  for (const { sku, at, quantity, status } of tail.lines()) {
    if (isSold(status)) sum.add(sum.number(sku), Math.floor(at / dayMs), quantity)
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

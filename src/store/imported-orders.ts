import { type Order, orderTime } from "../domain/order"
import type { BlockIndex } from "./blocks"
import type { Database, StoredOrder } from "./database"
import { liveIndex } from "./history"
import { lineAt, type StoredLine } from "./line-block"
import { orderHash } from "./order-hash"
import { withoutAccount } from "./page-tail"
import { applyOverrides, openLines } from "./supersede"

/** Which imports count now: another list means another history. */
export async function importedVersion(db: Database): Promise<string> {
  return (await db.imports.where("state").equals("live").primaryKeys()).join()
}

/** An order as a file tells it: no contact, no payment, no delivery; the sum of its lines is its total. */
export function orderOf(lines: readonly StoredLine[]): StoredOrder | null {
  const [first] = lines
  if (!first) return null
  const [marketplace = "", account = "", ...native] = first.orderId.split(":")
  const items = lines.flatMap(({ sku, quantity, unitPrice, currency }) =>
    sku
      ? [
          {
            sku,
            quantity,
            ...(currency &&
              Number.isFinite(unitPrice) && {
                unitPrice: { minor: Math.round(unitPrice), currency }
              })
          }
        ]
      : []
  )
  const isPriced =
    items.length > 0 && items.every(({ unitPrice }) => unitPrice?.currency === first.currency)
  const minor = items.reduce(
    (sum, { quantity, unitPrice }) => sum + quantity * (unitPrice?.minor ?? 0),
    0
  )
  const order: Order = {
    id: first.orderId,
    marketplace,
    account,
    nativeId: native.join(":"),
    status: first.status,
    placedAt: first.at,
    ...(isPriced && { total: { minor, currency: first.currency } }),
    ...(items.length > 0 && { items }),
    ...(first.country && { shipCountry: first.country }),
    ...(first.buyer && { buyer: first.buyer }),
    firstReadAt: first.stateAt,
    readAt: first.stateAt
  }
  return { ...order, time: orderTime(order) }
}

/** The true rows of one block, by order, without those of orders that pages showed. */
async function linesByOrder(
  db: Database,
  block: BlockIndex,
  overrides: Parameters<typeof applyOverrides>[1],
  shown: ReadonlySet<number>,
  into: Map<string, StoredLine[]>
): Promise<void> {
  const columns = await openLines(db, block.id)
  const isLive = applyOverrides(columns, overrides)
  for (let row = 0; row < columns.at.length; row++) {
    if (!isLive(row) || shown.has(block.hashes[columns.order[row] ?? 0] ?? 0)) continue
    const line = lineAt(columns, row)
    const known = into.get(line.orderId)
    if (known) known.push(line)
    else into.set(line.orderId, [line])
  }
}

/**
 * The newest orders of imported files that no page showed, oldest first, as far as files tell of them. Whole blocks are
 * read until there are `most`.
 * @param pages orders of pages, which know more
 * @throws SealBroken for a block that was changed on disk
 */
export async function readImportedOrders(
  db: Database,
  pages: readonly StoredOrder[],
  most: number
): Promise<StoredOrder[]> {
  const { blocks, overridesOf } = await liveIndex(db, "lines")
  const shown = new Set(
    pages.flatMap((order) => [orderHash(order.id), orderHash(withoutAccount(order))])
  )
  const lines = new Map<string, StoredLine[]>()
  for (const block of blocks.toSorted((a, b) => b.maxAt - a.maxAt)) {
    if (lines.size >= most) break
    await linesByOrder(db, block, overridesOf(block.id), shown, lines)
  }
  return [...lines.values()]
    .flatMap((own) => orderOf(own) ?? [])
    .sort((a, b) => a.time - b.time)
    .slice(-most)
}

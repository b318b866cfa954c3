import { emptyReport } from "../../../src/domain/imported"
import { orderStatuses } from "../../../src/domain/order-status"
import type { Database } from "../../../src/store/database"
import { readLines } from "../../../src/store/history"
import { ImportWriter } from "../../../src/store/import-writer"
import { beginImport, commitImport } from "../../../src/store/imports"
import type { StoredLine } from "../../../src/store/line-block"
import { orderHash } from "../../../src/store/order-hash"

/** Imports without a file: lines straight into a store, and back as plain rows. */
export const t0 = 1_790_000_000_000

export const line = (number: number, more: Partial<StoredLine> = {}): StoredLine => ({
  orderId: `amazon::${number}`,
  at: t0 + number * 60_000,
  stateAt: t0,
  sku: `SKU-${number % 3}`,
  buyer: "b",
  country: "DE",
  currency: "EUR",
  quantity: 1 + (number % 2),
  unitPrice: 1_000 + number,
  status: "paid",
  detail: true,
  ...more
})

export async function stage(db: Database, lines: StoredLine[], account = ""): Promise<number> {
  const id = await beginImport(db, {
    name: "orders.csv",
    format: "amazon-all-orders",
    marketplace: "amazon",
    account,
    fingerprint: String(Math.random()),
    asOf: t0,
    importedAt: t0,
    report: emptyReport(),
    lines: 0,
    listings: 0,
    movements: 0,
    minAt: 0,
    maxAt: 0
  })
  const bare = (order: string) => orderHash(order.replace(`:${account}:`, "::"))
  const writer = new ImportWriter(db, id, account ? bare : undefined)
  for (const one of lines) await writer.addLine(one)
  await writer.finish()
  return id
}

export async function bring(db: Database, lines: StoredLine[], account = ""): Promise<number> {
  const id = await stage(db, lines, account)
  await commitImport(db, id, { lines: lines.length })
  return id
}

/** The lines as plain rows, for comparison. */
export async function rowsOf(db: Database): Promise<string[]> {
  const lines = await readLines(db)
  const rows: string[] = []
  for (let i = 0; i < lines.rows; i++) {
    const status = orderStatuses[lines.status[i] ?? 0]
    rows.push([lines.at[i], lines.skus[lines.sku[i] ?? 0], lines.quantity[i], status].join(" "))
  }
  return rows
}

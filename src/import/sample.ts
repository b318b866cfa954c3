import { type ImportedRecord, isNotData, type RowProblem } from "../domain/imported"
import type { Money } from "../domain/money"
import type { Row } from "./delimited"
import type { Plan } from "./plan"
import { createRowReader } from "./row-reader"

/** One row as it would be stored, or why it would not be; buyer text is left out. */
export type SampleRow = Partial<RowProblem> & {
  line: number
  order?: string
  at?: number
  product?: string
  quantity?: number
  price?: Money
  status?: string
}

const most = 5

const moneyOf = (minor: number, currency: string): { price?: Money } =>
  currency && Number.isFinite(minor) ? { price: { minor: Math.round(minor), currency } } : {}

function shown(line: number, record: ImportedRecord): SampleRow {
  if (record.kind === "movement") {
    const { orderId, at, type, amount, currency } = record.value
    return { line, order: orderId, at, product: type, ...moneyOf(amount, currency) }
  }
  if (record.kind === "listing") {
    const { nativeId, sku, price, onHand, available } = record.value
    const quantity = available ?? onHand
    return {
      line,
      product: sku ?? nativeId,
      ...(quantity !== undefined && { quantity }),
      ...(price && { price })
    }
  }
  const { orderId, at, sku, title, quantity, unitPrice, currency, status } = record.value
  const product = sku || title
  return {
    line,
    order: orderId,
    at,
    quantity,
    status,
    ...(product && { product }),
    ...moneyOf(unitPrice, currency)
  }
}

/** The first rows of a table by its plan; rows that are not meant as data are passed over. */
export function readSample(plan: Plan, rows: Row[]): SampleRow[] {
  const read = createRowReader(plan)
  const sample: SampleRow[] = []
  for (const row of rows) {
    if (sample.length === most) break
    if (row.line <= plan.header.line) continue
    const result = read(row)
    if (result === null) continue
    if (!("reason" in result)) sample.push(shown(row.line, result))
    else if (!isNotData(result.reason)) sample.push(result)
  }
  return sample
}

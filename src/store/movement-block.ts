import type { ImportedMovement } from "../domain/imported"
import { type ColumnSet, pack, unpack } from "./columns"

/** Settlement rows by columns. */
export interface MovementColumns extends ColumnSet {
  at: Float64Array
  amount: Float64Array
  settlements: readonly string[]
  orderIds: readonly string[]
  skus: readonly string[]
  types: readonly string[]
  currencies: readonly string[]
}

const shape = {
  at: "f64",
  amount: "f64",
  settlements: "text",
  orderIds: "text",
  skus: "text",
  types: "text",
  currencies: "text"
} as const

export const unpackMovements = (bytes: Uint8Array<ArrayBuffer>) =>
  unpack<MovementColumns>(bytes, shape)

export function packMovements(movements: ImportedMovement[]): Uint8Array<ArrayBuffer> {
  return pack({
    at: Float64Array.from(movements, ({ at }) => at),
    amount: Float64Array.from(movements, ({ amount }) => amount),
    settlements: movements.map(({ settlement }) => settlement),
    orderIds: movements.map(({ orderId }) => orderId),
    skus: movements.map(({ sku }) => sku),
    types: movements.map(({ type }) => type),
    currencies: movements.map(({ currency }) => currency)
  })
}

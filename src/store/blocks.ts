import type { ImportReport } from "../domain/imported"
import type { BlockZone } from "./line-block"
import type { Sealed } from "./seal"

/**
 * One imported table. `staged`: its blocks are being written and count for nothing; a start removes what is left so.
 * `settled`: its lines were brought together with others' and can no longer be undone by themselves.
 */
export type StoredImport = {
  id: number
  state: "staged" | "live" | "settled"
  /** "orders.zip/2026.csv" */
  name: string
  format: string
  marketplace: string
  account: string
  /** Of the file's bytes, the table and the choices: the same again changes nothing. */
  fingerprint: string
  /** When the file was made, as far as known: what decides where it says no times of change. Epoch ms. */
  asOf: number
  importedAt: number
  report: ImportReport
  lines: number
  listings: number
  movements: number
  minAt: number
  maxAt: number
}

/** The index of the sealed blocks: which may hold an order, a SKU or a time, without opening one. */
export type BlockIndex = BlockZone & { id: number; import: number; kind: "lines" | "movements" }

/** The rows themselves, and beside them the sums by SKU and day that this block adds. */
export type BlockBytes = { id: number; rows: Sealed; daily?: Sealed }

/**
 * What one import knows better about the rows of another's block. It goes with the import whose orders won, so that an
 * undo brings the older state back.
 */
export type Override = {
  block: number
  import: number
  /** Rows whose order came in a newer version. */
  dead: Uint32Array
  /** Rows whose order is known without its lines in a newer version: only the status is taken. */
  patched: Uint32Array
  statuses: Uint8Array
  stateAts: Float64Array
}

/** A listing as it was before an import changed it; without `before` there was none. */
export type ReplacedListing = { import: number; id: string; before?: unknown }

/** Blocks of an import are numbered within it. */
export const blockId = (importId: number, sequence: number) => importId * 65_536 + sequence

/** What a block is sealed for; a row moved elsewhere does not open. */
export const rowsPlace = (id: number) => `blocks/${id}/rows`
export const dailyPlace = (id: number) => `blocks/${id}/daily`

import type { ImportReport, RowReason } from "../domain/imported"

/** What a seller decides of a table before it is read: the file's own answers, theirs where it has none. */
export type TableChoice = {
  table: string
  /** The shop as pages name it; "" when no page of it was read yet. */
  account: string
  /** As the look found it; absent for a workbook. */
  encoding?: string | undefined
  conventions: {
    dateOrder?: "ymd" | "mdy" | "dmy" | undefined
    language?: string | undefined
    zone: string
    decimal?: "." | "," | undefined
    currency?: string | undefined
  }
  /** For a table without a known format: what its columns mean. */
  mapping?:
    | { kind: "lines" | "listings"; marketplace: string; columns: Record<string, number[]> }
    | undefined
}

/** A table of a dropped file, as the panel shows it before anything is stored. */
export type TablePreview = {
  table: string
  /** Of the known format, or "mapped". */
  format: string
  marketplace: string
  kind: "lines" | "orders" | "listings" | "movements"
  rows: number
  titles: string[]
  sample: string[][]
  /** The first rows as they would be stored, or why they would not. */
  parsed: {
    line: number
    order?: string
    at?: number
    product?: string
    quantity?: number
    price?: { minor: number; currency: string }
    status?: string
    reason?: RowReason
    column?: string
  }[]
  columns: Record<string, number[]>
  conventions: TableChoice["conventions"]
  encoding?: TableChoice["encoding"]
  questions: ("dateOrder" | "decimal" | "currency")[]
  /** Shops of this marketplace that pages named. */
  accounts: string[]
}

/** Travels to the worker as one message of a page of ours, with the file and a port for the answers. */
export type ImportRequest =
  | { type: "import:inspect"; file: File; zone: string }
  | { type: "import:run"; file: File; choices: TableChoice[] }
  | { type: "backup:restore"; file: File; passphrase: string }
  /** Keeps the worker awake while it works for the panel. */
  | { type: "import:stay" }

export type ImportAnswer =
  | { type: "alive" }
  | { type: "progress"; phase: "looking" | "storing"; table: string; rows: number }
  | { type: "inspected"; tables: TablePreview[] }
  | { type: "stored"; table: string; importId: number; already: boolean; report: ImportReport }
  | { type: "done" }
  /** Nothing of a table that was not answered `stored` is kept. */
  | { type: "failed"; code: string; line?: number }

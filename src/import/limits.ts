/** A file is hostile until it is read: everything is counted while it streams, never believed from a header. */
export const importLimits = {
  fileBytes: 1_073_741_824,
  /** Bytes that one entry of a zip may inflate to, counted as they come. */
  inflatedBytes: 2_147_483_648,
  /** A workbook's shared texts stay in memory while its rows stream. */
  sharedTextChars: 67_108_864,
  zipEntries: 1_000,
  /** Characters of one record, all of its cells together. */
  recordChars: 1_048_576,
  columns: 2_000,
  cellChars: 32_767,
  rows: 20_000_000,
  /** Reasons are counted without end; rows are kept with line and reason up to here. */
  problems: 1_000
} as const

export const refusals = [
  "empty",
  "too-large",
  "too-many-columns",
  "record-too-long",
  "too-many-rows",
  "zip-broken",
  "zip-encrypted",
  "zip-too-many",
  "zip-no-table",
  "workbook-broken",
  "old-workbook",
  "no-header",
  "not-a-table"
] as const
export type RefusalCode = (typeof refusals)[number]

/** The whole file is refused; nothing of it is stored. `line` where a line of the file is to blame. */
export class FileRefused extends Error {
  constructor(
    readonly code: RefusalCode,
    readonly line?: number
  ) {
    super(line === undefined ? code : `${code} (line ${line})`)
    this.name = "FileRefused"
  }
}

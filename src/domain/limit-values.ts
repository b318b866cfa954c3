/** Everything that comes from a page is counted; these are the limits (RELIABILITY §3.3). */
export const limits = {
  text: 2_000,
  /** A listing's description, the only long text that is kept. */
  longText: 20_000,
  rowsPerReading: 1_000,
  itemsPerOrder: 200,
  messageBytes: 1_048_576
} as const

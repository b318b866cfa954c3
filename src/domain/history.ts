/**
 * Order lines as columns, oldest first: what forecasters, rankers and detectors read. Index columns point into their
 * dictionary, whose entry 0 is "" (unknown). Lines of one order stand together.
 */
export type OrderLines = {
  rows: number
  /** When the order was placed, epoch ms. */
  at: Float64Array
  /** 0-based number of the order in this history, ascending. */
  order: Uint32Array
  sku: Uint32Array
  skus: string[]
  /** Pseudonyms. */
  buyer: Uint32Array
  buyers: string[]
  /** Ship-to, ISO 3166-1 alpha-2. */
  country: Uint16Array
  countries: string[]
  quantity: Int32Array
  /** Minor units of `currency`; NaN where it is not known. */
  unitPrice: Float64Array
  /** ISO 4217. */
  currency: Uint8Array
  currencies: string[]
  /** Index into `orderStatuses`. */
  status: Uint8Array
}

/** Stock of one listing as a page showed it; at most one note a listing and day. */
export type StockNote = {
  listingId: string
  /** Start of the UTC day, epoch ms. */
  day: number
  /** When it was seen, epoch ms. */
  at: number
  sku?: string
  onHand?: number
  available?: number
}

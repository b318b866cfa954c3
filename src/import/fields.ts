/** What a column of a table can mean to us. */
export const fields = [
  "order",
  "at",
  "updatedAt",
  "sku",
  "title",
  "quantity",
  "unitPrice",
  "linePrice",
  "currency",
  "status",
  "country",
  "buyerId",
  "buyerEmail",
  "buyerName",
  "buyerPhone",
  "buyerAddress",
  "listing",
  "price",
  "onHand",
  "available",
  "enabled",
  "settlement",
  "movement",
  "amount"
] as const
export type Field = (typeof fields)[number]

/** The columns that a field is read from: the first that is not empty in a row. */
export type Columns = Partial<Record<Field, number[]>>

/** One spelling for a header: NFKC ("º" becomes "o"), lower case, letters and digits only. */
export function normaliseHeader(header: string): string {
  return header
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, "")
}

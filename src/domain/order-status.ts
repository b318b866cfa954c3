/** What an order may be, whatever its marketplace calls it. */
export const orderStatuses = [
  "draft",
  "pending",
  "paid",
  "shipped",
  "delivered",
  "cancelled",
  "refunded",
  "failed",
  "unknown"
] as const
export type OrderStatus = (typeof orderStatuses)[number]

/** Numbers (places in `orderStatuses`) of the statuses of orders that sold nothing. */
export const unsoldStatuses: ReadonlySet<number> = new Set(
  (["draft", "cancelled", "failed"] as const).map((status) => orderStatuses.indexOf(status))
)

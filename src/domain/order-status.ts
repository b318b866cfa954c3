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

import type { Order } from "../domain/order"

const byRead = ["firstReadAt", "readAt"] as const

/**
 * Merges two readings of one order. The newer reading wins field by field; what it does not show
 * stays as it was known, so a list page never erases what the detail page told.
 */
export function mergeOrder(known: Order, read: Order): Order {
  const [older, newer] = known.readAt <= read.readAt ? [known, read] : [read, known]
  const merged = { ...older, ...newer }
  merged.firstReadAt = Math.min(known.firstReadAt, read.firstReadAt)
  return merged
}

/** True if both say the same of the order; when it was read does not count. */
export function sameOrder(a: Order, b: Order): boolean {
  return comparable(a) === comparable(b)
}

function comparable(order: Order): string {
  const entries = Object.entries(order).filter(([key]) => !byRead.some((name) => name === key))
  entries.sort(([a], [b]) => (a < b ? -1 : 1))
  return JSON.stringify(entries)
}

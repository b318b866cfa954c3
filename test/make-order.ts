import { type Order, orderId } from "../src/domain/order"

/** When a sample order was placed and read, unless the test says otherwise. */
export const orderMoment = Date.UTC(2026, 8, 1, 12)

/** A paid order of the demo shop as it is stored; `more` holds what the test is about. */
export function makeOrder(nativeId: string, more: Partial<Order> = {}): Order {
  const { marketplace = "demo", account = "shop", readAt = more.placedAt ?? orderMoment } = more
  return {
    id: orderId(marketplace, account, nativeId),
    marketplace,
    account,
    nativeId,
    status: "paid",
    placedAt: readAt,
    firstReadAt: readAt,
    readAt,
    ...more
  }
}

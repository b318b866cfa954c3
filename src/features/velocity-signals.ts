import { type Order, orderTime, skuOf } from "../domain/order"
import { addEvent, countActors, type EventWindows, eventsWithin, windows } from "./event-windows"
import { identityKeys } from "./outcomes"
import { worst } from "./worst"

/** Who an order counts for; one without a buyer is by itself. */
const actorOf = ({ buyer, id }: Order) => buyer ?? id

/** Paid only at a second or later attempt. */
const isRetried = ({ paymentAttempts = 1 }: Order) => paymentAttempts > 1

/** Notes an order for the shop, for each of its products, and for each fact of its buyer. */
export function addEvents(events: EventWindows, order: Order): void {
  const event = { time: orderTime(order), id: order.id, by: actorOf(order) }
  addEvent(events, "shop", event)
  if (isRetried(order)) addEvent(events, "retried", event)
  for (const item of order.items ?? []) {
    const sku = skuOf(item)
    if (sku) addEvent(events, `sku:${sku}`, event)
  }
  const told = {
    ...event,
    ...(order.shipAddress && { to: order.shipAddress }),
    items: (order.items ?? []).map((item) => [skuOf(item) ?? "", item.quantity] as const)
  }
  for (const key of identityKeys(order)) addEvent(events, key, told)
}

/** Mean events an hour over what is kept of a key: at most the last month of it. */
function usualPerHour(events: EventWindows, key: string, lastTime: number): number {
  const known = events.get(key)
  const first = known?.[0]?.time
  if (!known || first === undefined) return 0
  return known.length / Math.max(24, (lastTime - first) / windows.hour)
}

/**
 * How many orders came shortly before this one: of its buyer, to its address, of its products, in the shop.
 * @param lastTime of the newest order that is known, epoch ms
 */
export function velocitySignals(events: EventWindows, order: Order, lastTime: number) {
  const time = orderTime(order)
  const within = (key: string, span: number) => eventsWithin(events, key, time, span, order.id)
  const usual = (key: string) => usualPerHour(events, key, lastTime)
  const buyerKey = order.buyer ? `buyer:${order.buyer}` : ""
  const addressKey = order.shipAddress ? `address:${order.shipAddress}` : ""
  const by = actorOf(order)
  const buyersOf = (key: string, span: number) =>
    countActors(within(key, span).filter((event) => event.by !== by))
  const products = (order.items ?? []).flatMap((item) => skuOf(item) ?? [])
  const perProduct = products.map((sku) => ({
    sku,
    hour: within(`sku:${sku}`, windows.hour).length,
    usual: usual(`sku:${sku}`)
  }))
  const repeated = products.map(
    (sku) => within(`sku:${sku}`, windows.day).filter((event) => event.by === by).length
  )
  const contact = [
    ...(order.email ? [`email:${order.email}`] : []),
    ...(order.phone ? [`phone:${order.phone}`] : []),
    ...(order.ip ? [`ip:${order.ip}`] : [])
  ]
  return {
    buyer: {
      hour: within(buyerKey, windows.hour).length,
      day: within(buyerKey, windows.day).length,
      week: within(buyerKey, windows.week).length,
      known: events.get(buyerKey)?.filter((event) => event.id !== order.id).length ?? 0
    },
    address: {
      day: within(addressKey, windows.day).length,
      buyers: buyersOf(addressKey, windows.month),
      buyersWeek: buyersOf(addressKey, windows.week)
    },
    contactDay: Math.max(0, ...contact.map((key) => within(key, windows.day).length)),
    contactBuyers: Math.max(0, ...contact.map((key) => buyersOf(key, windows.month))),
    retriesHour: isRetried(order) ? within("retried", windows.hour).length : 0,
    sku: worst(perProduct, ({ hour, usual }) => (hour + 1) / (usual + 1)) ?? {
      sku: "",
      hour: 0,
      usual: 0
    },
    shop: { hour: within("shop", windows.hour).length, usual: usual("shop") },
    repeatedDay: Math.max(0, ...repeated)
  }
}

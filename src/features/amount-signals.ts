import { majorUnits } from "../domain/money"
import { type Order, orderUnits } from "../domain/order"
import { addValue, type Deviation, deviation, type GroupStats } from "./group-stats"

/** A buyer has a usual of its own from the second order on, and it soon counts more than the shop's. */
const ownFrom = 2
const ownAssumed = { spread: 0.7, weight: 1 }

/** Notes an order's amount by currency, country and buyer, and how much its buyer takes. */
export function addAmount(stats: GroupStats, order: Order): void {
  const { total, items, buyer, shipCountry } = order
  if (total && total.minor > 0) {
    const log = Math.log(majorUnits(total))
    const base = `amount:${total.currency}`
    addValue(stats, base, log)
    if (shipCountry) addValue(stats, `${base}:${shipCountry}`, log)
    if (buyer) addValue(stats, `${base}:${buyer}`, log)
  }
  if (!items) return
  const units = Math.log1p(orderUnits(order))
  const lines = Math.log1p(items.length)
  addValue(stats, "units", units)
  addValue(stats, "lines", lines)
  if (!buyer) return
  addValue(stats, `units:${buyer}`, units)
  addValue(stats, `lines:${buyer}`, lines)
}

/** An order's amount against the shop's, the destination's and the buyer's own, within its currency. */
export function amountSignals(
  stats: GroupStats,
  order: Order
): { shop?: Deviation; country?: Deviation; buyer?: Deviation } {
  if (!order.total || order.total.minor <= 0) return {}
  const log = Math.log(majorUnits(order.total))
  const base = `amount:${order.total.currency}`
  const shop = stats.get(base)
  return {
    shop: deviation(log, shop),
    ...(order.shipCountry && {
      country: deviation(log, stats.get(`${base}:${order.shipCountry}`), shop)
    }),
    ...(order.buyer && { buyer: deviation(log, stats.get(`${base}:${order.buyer}`), shop) })
  }
}

/** Spreads from what this buyer took before; endless for a buyer who is not known, who has no usual. */
export function ownUsual(
  stats: GroupStats,
  order: Order
): { amount: number; units: number; lines: number } {
  const z = (key: string, log: number) => {
    const known = order.buyer ? stats.get(`${key}:${order.buyer}`) : undefined
    return known && known.n >= ownFrom
      ? deviation(log, known, stats.get(key), ownAssumed).z
      : Number.POSITIVE_INFINITY
  }
  return {
    amount: order.total
      ? z(`amount:${order.total.currency}`, Math.log(Math.max(1e-6, majorUnits(order.total))))
      : Number.POSITIVE_INFINITY,
    units: z("units", Math.log1p(orderUnits(order))),
    lines: z("lines", Math.log1p(order.items?.length ?? 0))
  }
}

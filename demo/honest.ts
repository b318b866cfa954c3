import { type DemoBuyer, throwawayDomain } from "./buyers"
import type { Random } from "./random"
import type { DemoOrder } from "./shop"

/**
 * What ordinary people do and rules call suspicious: mailboxes without their name in it, now and then a throw-away
 * one, post boxes, forwarders, a new address after moving, a claim that is true.
 */
export function addHonestOddities(
  random: Random,
  buyers: readonly DemoBuyer[],
  orders: readonly DemoOrder[]
): void {
  const moved = new Map<DemoBuyer, DemoBuyer>()
  for (const buyer of buyers) {
    const [, domain = ""] = buyer.email.split("@")
    const serial = buyer.id.slice(2)
    if (random.chance(0.12))
      buyer.email = `${random.pick(["garten", "blue", "hello"])}${serial}@${domain}`
    if (random.chance(0.006)) buyer.email = buyer.email.replace(domain, throwawayDomain)
    const { country, cities } = buyer.market
    const number = random.int(1_000, 99_999)
    if (random.chance(0.01)) buyer.address = `PO Box ${number}, ${random.pick(cities)}, ${country}`
    if (random.chance(country === "US" || country === "HK" ? 0.04 : 0.008)) {
      buyer.address = `${random.int(1, 240)} Example Way, Suite ${random.pick(["EX", "KN", "PT"])}-${number}, ${random.pick(cities)}, ${country}`
    }
    if (random.chance(0.04)) {
      moved.set(buyer, {
        ...buyer,
        address: `${random.int(1, 240)} ${random.pick(buyer.market.streets)}, ${random.pick(cities)}, ${country}`
      })
    }
  }
  for (const order of orders.toSorted((a, b) => a.placedAt - b.placedAt)) {
    const same =
      order.billAddress === order.shipAddress || order.billAddress === order.buyer.address
    const later = moved.get(order.buyer)
    if (later && random.chance(0.5)) order.buyer = later
    const gift = order.billCountry !== order.shipCountry || !same
    order.shipAddress = order.buyer.address
    if (!gift) order.billAddress = order.buyer.address
    if (order.status === "refunded" && random.chance(0.7)) {
      order.claim = random.chance(0.8) ? "returned" : "not-received"
    }
  }
}

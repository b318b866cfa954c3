import { type Order, orderTime, skuOf } from "../domain/order"
import { addCount, type Frequencies, leastSurprise, type Rarity, rarity } from "./frequency"
import { worst } from "./worst"

const certain: Rarity = { surprise: 0, share: 1, seen: 0, n: 0 }

/** Hours are compared within a destination: its buyers' night is not ours. */
const hourGroup = (order: Order) => `hour:${order.shipCountry ?? ""}`
/** Hour of the UTC day. */
export const hourOf = (order: Order) => new Date(orderTime(order)).getUTCHours()
const billing = ({ billCountry, shipCountry }: Order) =>
  billCountry === shipCountry ? "same" : "other"

/** Notes where an order goes, who is billed, when, how it ships, and which products that country takes. */
export function addPlaces(counts: Frequencies, order: Order): void {
  for (const item of order.items ?? []) {
    const sku = skuOf(item)
    if (!sku) continue
    addCount(counts, `sku:${order.shipCountry ?? ""}`, sku)
    addCount(counts, "sku", sku)
  }
  if (order.placedAt !== undefined) addCount(counts, hourGroup(order), String(hourOf(order)))
  if (order.shipCountry) {
    addCount(counts, "country", order.shipCountry)
    if (order.billCountry) addCount(counts, `bill:${order.shipCountry}`, billing(order))
  }
  if (order.shippingMethod) addCount(counts, "method", order.shippingMethod)
}

/** An hour's rarity by itself and its two neighbours: a night is several hours long, and few orders tell of it. */
function hourRarity(counts: Frequencies, order: Order): Rarity {
  const hour = hourOf(order)
  const at = (one: number) => rarity(counts, hourGroup(order), String((one + 24) % 24), 1 / 24, 8)
  const own = at(hour)
  const around = [at(hour - 1), own, at(hour + 1)]
  const share = around.reduce((sum, { surprise }) => sum + Math.exp(-surprise), 0) / around.length
  return { ...own, surprise: -Math.log(share) }
}

/** How much rarer a way of shipping is than the shop's commonest: where there is only one, it tells nothing. */
function methodRarity(counts: Frequencies, name: string): Rarity {
  const found = rarity(counts, "method", name, 0.2)
  return { ...found, surprise: found.surprise - leastSurprise(counts, "method", 0.2) }
}

/**
 * Each product's rarity in the destination beyond that in the whole shop, as a log-likelihood ratio: a slow product is
 * no oddity of a country, and what the country likes makes up for what it does not.
 */
function mixRarities(counts: Frequencies, { shipCountry, items = [] }: Order) {
  if (!shipCountry) return []
  return items.flatMap((item) => {
    const sku = skuOf(item)
    if (!sku) return []
    const overall = Math.max(rarity(counts, "sku", sku, 0.01).share, 0.002)
    const here = rarity(counts, `sku:${shipCountry}`, sku, overall, 20)
    return [{ ...here, sku, lift: here.surprise + Math.log(overall) }]
  })
}

/** How rare an order's destination, billing, products, hour and way of shipping are in this shop. */
export function placeSignals(counts: Frequencies, order: Order) {
  const { shipCountry, billCountry, shippingMethod } = order
  const mixes = mixRarities(counts, order)
  const usualBilling = billing(order) === "same" ? 0.95 : 0.05
  return {
    country: shipCountry ? rarity(counts, "country", shipCountry, 0.02) : certain,
    mismatch:
      shipCountry && billCountry
        ? rarity(counts, `bill:${shipCountry}`, billing(order), usualBilling)
        : certain,
    mix: worst(mixes, ({ lift }) => lift),
    mixLift: Math.max(
      0,
      mixes.reduce((sum, { lift }) => sum + lift, 0)
    ),
    hour: order.placedAt === undefined ? certain : hourRarity(counts, order),
    method: shippingMethod ? methodRarity(counts, shippingMethod) : certain
  }
}

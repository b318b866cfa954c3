import type { OrderLines } from "../../src/domain/history"
import type { OwnSales } from "../../src/domain/listing-analysis"
import type { Money } from "../../src/domain/money"
import { orderStatuses } from "../../src/domain/order-status"
import { priceElasticity, type WeekAtPrice } from "../../src/features/price-elasticity"
import { proportion } from "../../src/features/proportion"

const dayMs = 86_400_000
export const recentDays = 90

const numberOf = (status: (typeof orderStatuses)[number]) => orderStatuses.indexOf(status)
const unsold = new Set([numberOf("draft"), numberOf("cancelled"), numberOf("failed")])
const refunded = numberOf("refunded")

type Tally = {
  units: number
  revenue: Map<string, number>
  lines: number
  refunded: number
  weeks: Map<number, { units: number; amount: number; priced: number }>
}

/** Fewer lines say nothing of refunds on their own. */
const fewestLines = 20
/** The shop's share of refunds counts for a product as so many lines of its own (a beta prior). */
const shopLines = 20
/** Fewer lines of the whole shop say nothing either. */
const fewestOfShop = 100

/** Rows between two breaths: a turn of the worker stays short. */
const slice = 100_000
const breathe = () => new Promise<void>((resolve) => setTimeout(resolve))

/** Every product's sales (by SKU, else by title), from one pass over the order lines. */
export async function salesByProduct(
  lines: OrderLines,
  now: number
): Promise<Map<string, OwnSales>> {
  const since = now - recentDays * dayMs
  const tallies = new Map<number, Tally>()
  for (let row = 0; row < lines.rows; row++) {
    if (row % slice === slice - 1) await breathe()
    const status = lines.status[row] ?? 0
    if (unsold.has(status)) continue
    const sku = lines.sku[row] ?? 0
    let tally = tallies.get(sku)
    if (!tally) {
      tally = { units: 0, revenue: new Map(), lines: 0, refunded: 0, weeks: new Map() }
      tallies.set(sku, tally)
    }
    const units = lines.quantity[row] ?? 0
    const price = lines.unitPrice[row] ?? Number.NaN
    const currency = lines.currencies[lines.currency[row] ?? 0] ?? ""
    const at = lines.at[row] ?? 0
    tally.lines++
    if (status === refunded) tally.refunded++
    if (at >= since) {
      tally.units += units
      if (price > 0) tally.revenue.set(currency, (tally.revenue.get(currency) ?? 0) + units * price)
    }
    const week = Math.floor(at / dayMs / 7)
    const known = tally.weeks.get(week) ?? { units: 0, amount: 0, priced: 0 }
    known.units += units
    if (price > 0) {
      known.amount += price * units
      known.priced += units
    }
    tally.weeks.set(week, known)
  }
  const shop = { lines: 0, refunded: 0 }
  for (const tally of tallies.values()) {
    shop.lines += tally.lines
    shop.refunded += tally.refunded
  }
  return new Map(
    [...tallies].map(([sku, tally]) => [
      lines.skus[sku] ?? "",
      { ...salesOf(tally), ...returnsOf(tally, shop) }
    ])
  )
}

/** Returns to expect: the product's own share, drawn towards the shop's as long as its lines are few. */
function returnsOf(
  { lines, refunded }: Pick<Tally, "lines" | "refunded">,
  shop: Pick<Tally, "lines" | "refunded">
): Pick<OwnSales, "returns"> {
  if (shop.lines < fewestOfShop) return {}
  const prior = shop.refunded / shop.lines
  const { value, low, high } = proportion(refunded + shopLines * prior, lines + shopLines)
  return { returns: { share: value, low, high, lines } }
}

function topRevenue(revenue: Map<string, number>): Money | undefined {
  const [top] = [...revenue]
    .filter(([currency]) => /^[A-Z]{3}$/.test(currency))
    .sort((a, b) => b[1] - a[1])
  return top && { minor: Math.round(top[1]), currency: top[0] }
}

function refundedShare({ refunded, lines }: Tally) {
  const { value: share, low, high } = proportion(refunded, lines)
  return { share, low, high }
}

function salesOf(tally: Tally): OwnSales {
  const revenue = topRevenue(tally.revenue)
  // prices of several currencies are no levels of one price
  const weeks: WeekAtPrice[] =
    tally.revenue.size > 1
      ? []
      : [...tally.weeks.values()].flatMap(({ units, amount, priced }) =>
          priced > 0 ? [{ units, price: Math.round(amount / priced) }] : []
        )
  const elasticity = priceElasticity(weeks)
  return {
    units: tally.units,
    ...(revenue && { revenue }),
    ...(tally.lines >= fewestLines && {
      refunded: {
        ...refundedShare(tally),
        n: tally.lines
      }
    }),
    ...(elasticity && { elasticity })
  }
}

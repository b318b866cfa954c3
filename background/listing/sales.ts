import type { OrderLines } from "../../src/domain/history"
import type { OwnSales } from "../../src/domain/listing-analysis"
import type { Money } from "../../src/domain/money"
import { orderStatuses } from "../../src/domain/order-status"
import { priceElasticity, type WeekAtPrice } from "../../src/features/price-elasticity"

const dayMs = 86_400_000
export const recentDays = 90

const numberOf = (status: (typeof orderStatuses)[number]) => orderStatuses.indexOf(status)
const unsold = new Set([numberOf("draft"), numberOf("cancelled"), numberOf("failed")])
const refunded = numberOf("refunded")

/** Wilson's 95 % interval of a share (Wilson 1927). */
function wilson(hits: number, n: number): { low: number; high: number } {
  const z = 1.96
  const middle = (hits + z ** 2 / 2) / (n + z ** 2)
  const reach = (z / (n + z ** 2)) * Math.sqrt((hits * (n - hits)) / n + z ** 2 / 4)
  return { low: Math.max(0, middle - reach), high: Math.min(1, middle + reach) }
}

type Tally = {
  units: number
  revenue: Map<string, number>
  lines: number
  refunded: number
  weeks: Map<number, { units: number; amount: number; priced: number }>
}

/** Fewer lines say nothing of refunds. */
const fewestLines = 20

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
  return new Map([...tallies].map(([sku, tally]) => [lines.skus[sku] ?? "", salesOf(tally)]))
}

function topRevenue(revenue: Map<string, number>): Money | undefined {
  const [top] = [...revenue]
    .filter(([currency]) => /^[A-Z]{3}$/.test(currency))
    .sort((a, b) => b[1] - a[1])
  return top && { minor: Math.round(top[1]), currency: top[0] }
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
        share: tally.refunded / tally.lines,
        ...wilson(tally.refunded, tally.lines),
        n: tally.lines
      }
    }),
    ...(elasticity && { elasticity })
  }
}

import type { ItemForecast } from "../src/domain/forecast"
import { chanceOfReaching, cumulativeDemand } from "../src/features/cumulative-demand"
import { type Wanted, withinBudget } from "../src/insights/cash-limit"
import type { ReplyOf, RequestOf } from "../src/messaging/protocol"
import type { Database } from "../src/store/database"

/** Chance of running out before an order of today arrives. */
function urgencyOf({ daily, weekly, stock, settings }: ItemForecast): number {
  const days = Math.max(1, Math.round(settings.leadDays))
  const { mean, variance } = cumulativeDemand(daily, weekly, days)
  const supply = (stock?.units ?? 0) + settings.inboundUnits
  return chanceOfReaching(mean[days - 1] as number, variance[days - 1] as number, supply)
}

/** Cost of a unit by SKU: what the seller typed, else a share of the price; and the currency most items have. */
async function unitCosts(db: Database, share: number) {
  const [listings, typed] = await Promise.all([db.listings.toArray(), db.sellingCosts.toArray()])
  const known = new Map(typed.map(({ listingId, productCost }) => [listingId, productCost]))
  const costs = new Map<string, { minor: number; currency: string }>()
  const currencies = new Map<string, number>()
  for (const { id, sku, price } of listings) {
    const cost = known.get(id) ?? (price && { ...price, minor: Math.round(price.minor * share) })
    if (!sku || !cost) continue
    costs.set(sku, cost)
    currencies.set(cost.currency, (currencies.get(cost.currency) ?? 0) + 1)
  }
  const [currency = ""] = [...currencies].sort((a, b) => b[1] - a[1]).map(([code]) => code)
  return { costs, currency }
}

/**
 * What to buy of everything that is due. Under a budget only items whose cost is known in its currency can be weighed:
 * the others are left out.
 */
export async function purchasePlan(
  db: Database,
  { budget, costShare }: RequestOf<"panel:purchase-plan">
): Promise<ReplyOf<"panel:purchase-plan">> {
  const due = await db.forecasts.filter(({ plan }) => (plan?.quantity ?? 0) > 0).toArray()
  const { costs, currency } = await unitCosts(db, costShare)
  const costOf = (sku: string) => {
    const cost = costs.get(sku)
    return cost?.currency === currency ? cost.minor : null
  }
  const wanted = due.flatMap((item): Wanted[] => {
    const unitCost = costOf(item.sku)
    const { packSize } = item.settings
    const quantity = item.plan?.quantity ?? 0
    return unitCost === null
      ? []
      : [{ sku: item.sku, quantity, packSize, unitCost, urgency: urgencyOf(item) }]
  })
  const bought = budget === null ? null : withinBudget(wanted, budget)
  const rows = due.map(({ sku, plan }) => {
    const quantity = bought ? (bought.get(sku) ?? 0) : (plan?.quantity ?? 0)
    return { sku, quantity, cost: quantity * (costOf(sku) ?? 0) }
  })
  return { currency, rows: rows.filter(({ quantity }) => quantity > 0) }
}

import type { PlanSettings, StockPlan } from "../domain/forecast"
import {
  type CumulativeDemand,
  chanceOfReaching,
  gammaQuantile
} from "../features/cumulative-demand"

/** Day on which demand has reached the supply with a chance; null when not within the forecast. */
function dayOfChance(
  demand: CumulativeDemand,
  supply: (day: number) => number,
  chance: number
): number | null {
  for (let day = 0; day < demand.mean.length; day++) {
    const reached = chanceOfReaching(
      demand.mean[day] as number,
      demand.variance[day] as number,
      supply(day)
    )
    if (reached >= chance) return day
  }
  return null
}

/**
 * Mean and variance of demand over a time that itself varies: E D = d L, Var D = L-step variance + d² Var L (Hadley and
 * Whitin 1963; Silver, Pyke and Thomas 2017, 7.10).
 */
function overLeadTime(
  demand: CumulativeDemand,
  days: number,
  leadSpread: number
): [number, number] {
  const last = Math.min(demand.mean.length, Math.max(1, Math.round(days))) - 1
  const mean = demand.mean[last] as number
  const rate = mean / (last + 1)
  return [mean, (demand.variance[last] as number) + rate * rate * leadSpread * leadSpread]
}

/** Up to a whole number of packs, at least the supplier's minimum. */
export function toPacks(units: number, { minimumOrder, packSize }: PlanSettings): number {
  if (units <= 0) return 0
  return Math.ceil(Math.max(units, minimumOrder) / packSize) * packSize
}

/**
 * Units to send the faster way: what is short, at the service level, until the slow delivery comes (two supply modes,
 * Silver, Pyke and Thomas 2017, 7.11). None when stock lasts that long, or when the fast way is no faster.
 */
function fastPart(
  demand: CumulativeDemand,
  supply: (day: number) => number,
  quantity: number,
  settings: PlanSettings
): number {
  const { fastLeadDays, leadDays, leadSpread, serviceLevel } = settings
  if (fastLeadDays <= 0 || fastLeadDays >= leadDays || quantity === 0) return 0
  const [mean, variance] = overLeadTime(demand, leadDays, leadSpread)
  const short = gammaQuantile(mean, variance, serviceLevel) - supply(Math.round(leadDays))
  return Math.min(quantity, toPacks(short, { ...settings, minimumOrder: 1 }))
}

/**
 * Periodic review, order-up-to-level (R, S) with a reorder point (Silver, Pyke and Thomas 2017, ch. 7): order when stock
 * and what is on its way fall to the service-level quantile of demand over the lead time; order up to that quantile over
 * lead time and review. `today` in days since 1970.
 */
export function stockPlan(
  demand: CumulativeDemand,
  stock: number,
  settings: PlanSettings,
  today: number
): StockPlan {
  const { inboundUnits, inboundDay } = settings
  const supply = (day: number) => stock + (inboundDay - today <= day ? inboundUnits : 0)
  const horizon = demand.mean.length
  const day = (chance: number) => dayOfChance(demand, supply, chance)
  const [early, likely, late] = [day(0.1), day(0.5), day(0.9)]
  const cover = demand.mean.findIndex((mean, t) => mean >= supply(t))
  const [leadMean, leadVariance] = overLeadTime(demand, settings.leadDays, settings.leadSpread)
  const reorderPoint = Math.ceil(gammaQuantile(leadMean, leadVariance, settings.serviceLevel))
  const [expected, variance] = overLeadTime(
    demand,
    settings.leadDays + settings.reviewDays,
    settings.leadSpread
  )
  const covered = gammaQuantile(expected, variance, settings.serviceLevel)
  const position = stock + inboundUnits
  // the day on which the position falls to the reorder point
  const falls = demand.mean.findIndex((mean) => position - mean <= reorderPoint)
  const due = position <= reorderPoint
  const quantity = due ? toPacks(covered - position, settings) : 0
  const most = gammaQuantile(
    demand.mean[horizon - 1] as number,
    demand.variance[horizon - 1] as number,
    0.9
  )
  return {
    daysOfCover: cover < 0 ? null : cover,
    runsOut:
      early === null
        ? null
        : {
            early: today + early,
            likely: likely === null ? null : today + likely,
            late: late === null ? null : today + late
          },
    orderBy: due
      ? today + Math.min(0, (likely ?? horizon) - Math.ceil(settings.leadDays))
      : falls < 0
        ? null
        : today + falls,
    reorderPoint,
    quantity,
    fast: fastPart(demand, supply, quantity, settings),
    expected,
    covered,
    excess: Math.max(0, Math.floor(position - most))
  }
}

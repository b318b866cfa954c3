/** Quantile levels of every forecast: nine, and two for the 95 % range. */
export const forecastLevels = [0.025, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.975] as const

/** Demand of equal steps ahead, in units. */
export type ForecastPath = {
  /** Days in a step. */
  stepDays: 1 | 7
  mean: Float32Array
  /** [steps × levels], monotone in the level. */
  quantiles: Float32Array
}

export const demandClassNames = ["smooth", "erratic", "intermittent", "lumpy"] as const

/** What a forecast rests on: the item's own sales, similar items' first weeks, or too little for more than a range. */
export type ForecastBasis = "own" | "similar" | "range"

/** How a seller restocks. Days are calendar days. */
export type PlanSettings = {
  /** From order to shelf, receiving included. */
  leadDays: number
  /** Standard deviation of the lead time. */
  leadSpread: number
  /** Chance of not running out before the next delivery, 0.5..0.995. */
  serviceLevel: number
  /** Days between two orders: a delivery must last until the next one. */
  reviewDays: number
  /** Least units a supplier sells, and units in a pack. */
  minimumOrder: number
  packSize: number
  /** Lead time of a faster, dearer way (air instead of sea); 0 when there is none. */
  fastLeadDays: number
  /** On its way already, and the day it arrives (days since 1970). */
  inboundUnits: number
  inboundDay: number
}

export const defaultSettings: PlanSettings = {
  leadDays: 30,
  leadSpread: 5,
  serviceLevel: 0.95,
  reviewDays: 14,
  minimumOrder: 1,
  packSize: 1,
  fastLeadDays: 0,
  inboundUnits: 0,
  inboundDay: 0
}

/** What to do about one item's stock. Days are whole days since 1970. */
export type StockPlan = {
  /** Days until stock is gone at the expected demand; null when it lasts beyond the forecast. */
  daysOfCover: number | null
  /** When stock runs out: likely, and the day before which it does in one case of ten, and in nine. */
  runsOut: { early: number; likely: number | null; late: number | null } | null
  /** The last day on which an order still arrives in time at the service level; in the past when it is late. */
  orderBy: number | null
  reorderPoint: number
  /** To order now; 0 when nothing is needed yet. */
  quantity: number
  /** Of these, to send the faster way, so that stock lasts until the rest arrives. */
  fast: number
  /** Mean demand from now to the delivery after next, and its quantile at the service level. */
  expected: number
  covered: number
  /** Units that will not sell within the horizon even in the best tenth of cases. */
  excess: number
}

/** Something worth a look, with the numbers of its sentence. */
export type DemandFinding =
  | { code: "stock-out-now"; lostUnits: number; days: number }
  | { code: "lost-sales"; lostUnits: number; days: number }
  | { code: "overstock"; excess: number; days: number }
  | { code: "ageing"; days: number; onHand: number }
  | { code: "spike" | "drop"; sold: number; usualLow: number; usualHigh: number }
  | { code: "changed"; from: number; to: number; because: ChangeCause }
  /** A public holiday moved it: the day, since 1970. */
  | { code: "changed"; from: number; to: number; because: "holiday"; day: number }

/** What moved a forecast since the last one, the largest part. */
export type ChangeCause =
  | "sold-more"
  | "sold-less"
  | "season"
  | "stock"
  | "price"
  | "promotion"
  | "promotion-over"

export type ItemForecast = {
  sku: string
  title?: string
  computedAt: number
  modelVersion: string
  basis: ForecastBasis
  class: (typeof demandClassNames)[number]
  /** Observed days of history, and units of the last 28 of them. */
  days: number
  recentUnits: number
  /** The first day that is forecast, days since 1970. */
  firstDay: number
  /** Units a day before that, newest last; NaN where it was out of stock. */
  history: Float32Array
  daily: ForecastPath
  weekly: ForecastPath
  /** Chance of at least one sale in the next seven days. */
  sells: number
  stock?: { units: number; at: number }
  settings: PlanSettings
  plan: StockPlan | null
  findings: DemandFinding[]
  /** Forecast units of the next 28 days. */
  next28: number
  /** Sales on promotion days over other days; null where too few promotion days were seen. */
  uplift: number | null
}

/** Day of order or of running out, whichever comes first: what a list is sorted by. */
export function urgency({ plan, stock }: ItemForecast): number {
  if (!plan || !stock) return Number.POSITIVE_INFINITY
  if (stock.units <= 0) return Number.NEGATIVE_INFINITY
  return Math.min(
    plan.orderBy ?? Number.POSITIVE_INFINITY,
    plan.runsOut?.likely ?? Number.POSITIVE_INFINITY
  )
}

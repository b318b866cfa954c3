import type { DemandForecast, DemandModel } from "../models/demand"
import { type Analysis, analyse } from "../models/demand/analysis"
import { newItemForecast } from "../models/demand/new-item"
import type { Quantiled } from "../models/demand/quantiled"
import { refine, type ShopFit, seasoned } from "../models/demand/shop-fit"
import {
  type ForecastPath,
  forecastLevels,
  type ItemForecast,
  type PlanSettings
} from "../src/domain/forecast"
import { cumulativeDemand } from "../src/features/cumulative-demand"
import { demandShape } from "../src/features/demand-class"
import type { ItemHistory } from "../src/features/demand-history"
import { cutSeries } from "../src/features/demand-series"
import { salesRhythm } from "../src/features/sales-rhythm"
import { similarItems } from "../src/features/similar-items"
import { demandFindings, type FindingFacts } from "../src/insights/demand-findings"
import { stockPlan } from "../src/insights/stock-plan"
import {
  comparedWeeks,
  dailyHorizon,
  newestStock,
  type ShopDemand,
  weeklyHorizon
} from "./demand-items"

/** Days of history that a face draws. */
const shownDays = 182
/** Below this an item's own sales say too little (StockWise: 14 days at least, 30 reliable). */
const fewestDays = 42
const fewestUnits = 6
const levelCount = forecastLevels.length

export type Prepared = { item: ItemHistory; analyses: Analysis[] }

/** The closed-form part for one item with enough history: days, weeks, and the weeks as they looked a week ago. */
export function prepare(item: ItemHistory): Prepared {
  if (!isKnown(item)) return { item, analyses: [] }
  const { weekly, daily } = item
  return {
    item,
    analyses: [
      analyse(daily, dailyHorizon),
      analyse(weekly, weeklyHorizon),
      analyse(cutSeries(weekly, weekly.y.length - 1), comparedWeeks)
    ]
  }
}

const observed = (y: Float64Array) => y.filter((value) => !Number.isNaN(value))
const sum = (values: Iterable<number>) => [...values].reduce((a, b) => a + b, 0)

function isKnown({ daily }: ItemHistory): boolean {
  const days = observed(daily.y)
  return days.length >= fewestDays && sum(days) >= fewestUnits
}

const pathOf = ({ mean, quantiles }: Quantiled, stepDays: 1 | 7): ForecastPath => ({
  stepDays,
  mean,
  quantiles
})

/** How similar items started: mean units a day over their first eight weeks. */
function launchesOf(shop: ShopDemand, item: ItemHistory): { rate: number; similarity: number }[] {
  const facts = shop.facts.get(item.sku) ?? { sku: item.sku }
  const known = shop.items.filter(isKnown)
  const bySku = new Map(known.map((one) => [one.sku, one]))
  return similarItems(
    facts,
    known.map(({ sku }) => shop.facts.get(sku) ?? { sku })
  ).flatMap(({ sku, similarity }) => {
    const days = observed(bySku.get(sku)?.daily.y.subarray(0, 56) ?? new Float64Array())
    return days.length > 0 ? [{ rate: sum(days) / days.length, similarity }] : []
  })
}

type Outlook = {
  daily: ForecastPath
  weekly: ForecastPath
  before: Quantiled | null
  sells: number
  basis: ItemForecast["basis"]
}

const unobservedAsZero = (y: Float64Array) => y.map((value) => (Number.isNaN(value) ? 0 : value))

/** What the shop's own past says of its days and weeks. */
export type ShopFits = { daily: ShopFit; weekly: ShopFit }

function fromModel(
  model: DemandModel,
  { activity, season }: ShopDemand,
  forecasts: DemandForecast[],
  { daily, weekly }: ItemHistory,
  fits: ShopFits
): Outlook {
  const [days, weeks, before] = forecasts as [DemandForecast, DemandForecast, DemandForecast]
  const name = demandShape(weekly.y).class
  const lastWeek = weekly.y.subarray(0, weekly.y.length - 1)
  return {
    daily: pathOf(refine(days, daily.y, demandShape(daily.y).class, season.daily, fits.daily), 1),
    weekly: pathOf(refine(weeks, weekly.y, name, season.weekly, fits.weekly), 7),
    before: refine(before, lastWeek, name, season.weekAgo, fits.weekly),
    sells: model.buyChances([
      {
        weeks: unobservedAsZero(weekly.y),
        ...salesRhythm(daily.y),
        ...activity,
        ahead: 1,
        kind: "item"
      }
    ])[0] as number,
    basis: "own"
  }
}

function fromKin(shop: ShopDemand, item: ItemHistory, fits: ShopFits): Outlook {
  const days = observed(item.daily.y)
  const own = { units: sum(days), days: days.length }
  const launches = launchesOf(shop, item)
  const rates = shop.items
    .map(({ daily }) => sum(observed(daily.y)) / Math.max(1, daily.y.length))
    .sort((a, b) => a - b)
  const usual = rates[rates.length >> 1] ?? 0
  const inSeason = (forecast: Quantiled, of: "daily" | "weekly") =>
    seasoned(forecast, shop.season[of], fits[of].season)
  const weekly = inSeason(newItemForecast(own, launches, usual, weeklyHorizon, 7), "weekly")
  const daily = inSeason(newItemForecast(own, launches, usual, dailyHorizon, 1), "daily")
  return {
    daily: pathOf(daily, 1),
    weekly: pathOf(weekly, 7),
    before: null,
    sells: 1 - (weekly.zero[0] as number),
    basis: launches.length > 0 ? "similar" : "range"
  }
}

/** A day counts as a holiday when it is one for so many buyers. */
const holidayBuyers = 0.25

/** What was known of the days around today: promotions of the last weeks, and the holiday that most buyers have. */
function knownAround({
  firstDay,
  daily: { y, known }
}: ItemHistory): Pick<FindingFacts, "promoted" | "holiday"> {
  const value = (t: number, column: number) =>
    (t >= 0 && known?.values[t * known.columns + column]) || 0
  const promotedDays = (from: number) =>
    Array.from({ length: 7 }, (_, i) => value(from + i, 0)).filter((one) => one > 0.5).length
  const holidayIn = (from: number, to: number) => {
    let [day, most]: [number | null, number] = [null, holidayBuyers]
    for (let t = from; t < to; t++) {
      if (value(t, 1) < most) continue
      day = firstDay + t
      most = value(t, 1)
    }
    return day
  }
  const n = y.length
  return {
    promoted: { lastWeek: promotedDays(n - 7), weekBefore: promotedDays(n - 14) },
    holiday: { past: holidayIn(n - 7, n), ahead: holidayIn(n, n + dailyHorizon) }
  }
}

/** Units on promotion days over other days. */
function upliftOf({ daily: { y, known } }: ItemHistory): number | null {
  let [on, onDays, off, offDays] = [0, 0, 0, 0]
  for (let t = 0; t < y.length; t++) {
    const value = y[t] as number
    if (Number.isNaN(value)) continue
    if (known && (known.values[t * known.columns] as number) > 0.5) {
      on += value
      onDays++
    } else {
      off += value
      offDays++
    }
  }
  return onDays >= 5 && offDays >= 20 && off > 0 ? on / onDays / (off / offDays) : null
}

/** The record of one item: forecast, plan, and what is worth a look. */
export function toItemForecast(
  shop: ShopDemand,
  { item }: Prepared,
  forecasts: DemandForecast[],
  fits: ShopFits,
  settings: PlanSettings,
  model: DemandModel,
  now: number
): ItemForecast {
  const outlook =
    forecasts.length === 3
      ? fromModel(model, shop, forecasts, item, fits)
      : fromKin(shop, item, fits)
  const { daily, weekly, before } = outlook
  const { y } = item.daily
  const days = observed(y)
  const stock = newestStock(shop.notes.get(item.sku))
  const demand = cumulativeDemand(daily, weekly, weeklyHorizon * 7)
  const plan = stock ? stockPlan(demand, stock.units, settings, shop.today) : null
  const title = shop.facts.get(item.sku)?.title
  const last = levelCount - 1
  const findings = demandFindings({
    history: y,
    lastWeek: before && {
      low: before.quantiles[0] as number,
      high: before.quantiles[last] as number
    },
    plan,
    stock: stock?.units ?? null,
    horizonDays: weeklyHorizon * 7,
    now28: sum(weekly.mean.subarray(0, 4)),
    before28: before && sum(before.mean.subarray(1, 5)),
    last28: sum(observed(y.subarray(-28))),
    priceChange: shop.prices.get(item.sku)?.change ?? 0,
    ...knownAround(item)
  })
  return {
    sku: item.sku,
    ...(title && { title }),
    computedAt: now,
    modelVersion: model.version,
    basis: outlook.basis,
    class: demandShape(y).class,
    days: days.length,
    recentUnits: sum(observed(y.subarray(-28))),
    firstDay: shop.today,
    history: Float32Array.from(y.subarray(-shownDays)),
    daily,
    weekly,
    sells: outlook.sells,
    ...(stock && { stock }),
    settings,
    plan,
    findings,
    next28: sum(weekly.mean.subarray(0, 4)),
    uplift: upliftOf(item)
  }
}

import type { ChangeCause, DemandFinding, StockPlan } from "../domain/forecast"

/** Stock that covers more than half a year at the expected demand, or that did not move for so long. */
const longDays = 180
const ageingDays = 90

export type FindingFacts = {
  /** Units a day, newest last; NaN where it was out of stock. */
  history: Float64Array
  /** What the last 7 days were forecast as, made a week before; null when there was too little then. */
  lastWeek: { low: number; high: number } | null
  plan: StockPlan | null
  stock: number | null
  horizonDays: number
  /** Units of the next four weeks as forecast now and a week ago, and units sold in the last four. */
  now28: number
  before28: number | null
  last28: number
  /** Mean price of the last two weeks over the weeks before, less 1. */
  priceChange: number
  /** Days with a promotion among the last seven, and among the seven before. */
  promoted: { lastWeek: number; weekBefore: number }
  /** The public holiday of most buyers in the last week, and in the next four: its day (since 1970). */
  holiday: { past: number | null; ahead: number | null }
}

/** Mean of the observed days of a part of the history. */
function usual(history: Float64Array, from: number, to: number): number {
  let sum = 0
  let seen = 0
  for (let t = Math.max(0, from); t < to; t++) {
    const value = history[t] as number
    if (Number.isNaN(value)) continue
    sum += value
    seen++
  }
  return seen > 0 ? sum / seen : 0
}

/** Velocity on the days before, times the days out (the in-stock velocity rule of inventory planners). */
function lostSales(history: Float64Array): DemandFinding | null {
  const n = history.length
  let days = 0
  let lost = 0
  for (let t = Math.max(0, n - 56); t < n; t++) {
    if (!Number.isNaN(history[t] as number)) continue
    days++
    lost += usual(history, t - 56, t)
  }
  const lostUnits = Math.round(lost)
  if (days < 2 || lostUnits < 1) return null
  const now = Number.isNaN(history[n - 1] as number)
  return { code: now ? "stock-out-now" : "lost-sales", lostUnits, days }
}

/** The last seven days against the 95 % range that was forecast for them. */
function surprise(
  history: Float64Array,
  range: { low: number; high: number } | null
): DemandFinding | null {
  if (!range) return null
  const week = history.slice(-7)
  if (week.some(Number.isNaN)) return null
  const sold = week.reduce((a, b) => a + b, 0)
  if (sold > range.high + 2)
    return { code: "spike", sold, usualLow: range.low, usualHigh: range.high }
  if (sold < range.low - 2)
    return { code: "drop", sold, usualLow: range.low, usualHigh: range.high }
  return null
}

/** So many days on promotion make a week one of promotion. */
const promotionDays = 2

/** What is known to have been different, else what the sales say: their level, or the time of year. */
function causeOf({
  now28,
  before28,
  last28,
  history,
  priceChange,
  promoted,
  holiday
}: FindingFacts & { before28: number }): ChangeCause | { day: number } {
  const week = history.slice(-7)
  if (week.some(Number.isNaN)) return "stock"
  const { lastWeek, weekBefore } = promoted
  if (lastWeek >= promotionDays && weekBefore < promotionDays) return "promotion"
  if (weekBefore >= promotionDays && lastWeek < promotionDays) return "promotion-over"
  if (Math.abs(priceChange) >= 0.05) return "price"
  const sold = week.reduce((a, b) => a + b, 0)
  const level = Math.abs(Math.log((sold + 0.5) / (before28 / 4 + 0.5)))
  const season = Math.abs(Math.log((now28 + 0.5) / (last28 + 0.5)))
  const day = level >= season ? holiday.past : holiday.ahead
  if (day !== null) return { day }
  if (level < season) return "season"
  return now28 > before28 ? "sold-more" : "sold-less"
}

/** The same four weeks, forecast a week ago and now, and what moved them most. */
function change(facts: FindingFacts): DemandFinding | null {
  const { now28, before28 } = facts
  if (before28 === null || Math.max(now28, before28) < 4) return null
  if (Math.abs(now28 - before28) < 0.15 * Math.max(now28, before28)) return null
  const cause = causeOf({ ...facts, before28 })
  const numbers = { code: "changed", from: Math.round(before28), to: Math.round(now28) } as const
  return typeof cause === "string"
    ? { ...numbers, because: cause }
    : { ...numbers, because: "holiday", day: cause.day }
}

function slowStock({ plan, stock, history, horizonDays }: FindingFacts): DemandFinding | null {
  if (!plan || stock === null || stock <= 0) return null
  let quiet = 0
  while (quiet < history.length && history[history.length - 1 - quiet] === 0) quiet++
  if (quiet >= ageingDays) return { code: "ageing", days: quiet, onHand: stock }
  if (plan.excess >= 1 && horizonDays >= longDays)
    return { code: "overstock", excess: plan.excess, days: horizonDays }
  return null
}

/** What is worth a look about one item, most pressing first. */
export function demandFindings(facts: FindingFacts): DemandFinding[] {
  return [
    lostSales(facts.history),
    surprise(facts.history, facts.lastWeek),
    slowStock(facts),
    change(facts)
  ].filter((finding) => finding !== null)
}

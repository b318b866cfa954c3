import type { Effect, Outcome, Suggestion } from "../domain/suggestion"
import { rowOf } from "./baskets"
import { eventsOf, soldItems } from "./outcome-subject"
import { costOf, type SellerView } from "./seller-view"

/** Sooner nothing can be said; later other things have happened. Days. */
const soonest = 14
const longest = 60
const dayMs = 86_400_000

/** Baskets of `days` before and after the moment. */
function around(view: SellerView, events: Iterable<number>, moment: number, days: number) {
  let [before, after] = [0, 0]
  for (const basket of events) {
    const at = view.baskets.at[basket] ?? 0
    if (at > moment - days && at <= moment) before++
    if (at > moment && at <= moment + days) after++
  }
  return { before, after }
}

/** Baskets of what was left alone; what another suggestion was done to meanwhile no longer is. */
function controlEvents(view: SellerView, { buyer, control }: Suggestion, touched: Set<string>) {
  const left = control.filter((id) => !touched.has(id))
  return left.flatMap((id) =>
    Array.from(
      buyer
        ? rowOf(view.byBuyer, view.buyers.indexOf(id))
        : rowOf(
            view.byItem,
            view.products.findIndex(({ sku }) => sku === id)
          )
    )
  )
}

const mean = (values: number[]) => values.reduce((sum, one) => sum + one, 0) / values.length

/** Money of one event: before it was done, and after. */
function worthOf(view: SellerView, suggestion: Suggestion): { before: number; after: number } {
  const { kind, buyer, before } = suggestion
  if (buyer) {
    const own = Array.from(rowOf(view.byBuyer, view.buyers.indexOf(buyer)))
    const amount = mean(own.map((basket) => view.amounts[basket] ?? 0))
    return { before: amount, after: amount }
  }
  const products = soldItems(view, suggestion).flatMap((item) => view.products[item] ?? [])
  const [product] = products
  if (kind === "price" && product && before) {
    const cost = costOf(view, product)
    return { before: before.unitPrice - cost, after: product.unitPrice - cost }
  }
  const price = mean(products.map(({ unitPrice }) => unitPrice).filter(Number.isFinite))
  return { before: price, after: price }
}

/** Share of the stock to be rid of that is gone. */
function freedShare(view: SellerView, { skus, before, effect }: Suggestion): number | undefined {
  const left = view.products.find(({ sku }) => sku === skus[0])?.available
  if (effect?.of !== "freed" || !before?.available || left === undefined) return undefined
  return Math.max(0, before.available - left) / before.available
}

/**
 * What came of a suggestion since it was done: difference in differences as a ratio of ratios, with the 95 % interval
 * of four Poisson counts (log scale, half an event added to each). Undefined while it is too early, without control, or
 * while what it asks for is not there.
 * @param touched SKUs and buyers of all suggestions that were done: no control for each other
 */
export function outcomeOf(
  view: SellerView,
  suggestion: Suggestion,
  touched: Set<string> = new Set()
): Outcome | undefined {
  const { kind, state, decidedAt, effect } = suggestion
  if (state !== "done" || decidedAt === undefined) return undefined
  const moment = decidedAt / dayMs
  const days = Math.min(longest, Math.floor(view.now - moment))
  const events = eventsOf(view, suggestion)
  const others = controlEvents(view, suggestion, touched)
  if (days < soonest || !events || others.length === 0) return undefined
  const own = around(view, events, moment, days)
  const other = around(view, others, moment, days)
  const cells = [own.after, own.before, other.after, other.before].map((count) => count + 0.5)
  const [a = 0.5, b = 0.5, c = 0.5, d = 0.5] = cells
  const log = Math.log(a / b / (c / d))
  const reach = 1.96 * Math.sqrt(cells.reduce((sum, cell) => sum + 1 / cell, 0))
  const worth = worthOf(view, suggestion)
  const without = (b * c) / d
  const gain = (times: number) => (without * (times * worth.after - worth.before) * 30) / days
  const ratios = { low: log - reach, expected: log, high: log + reach }
  const money: Effect = {
    low: gain(Math.exp(ratios.low)),
    expected: gain(Math.exp(ratios.expected)),
    high: gain(Math.exp(ratios.high)),
    currency: view.currency,
    ...(kind === "price" ? { of: "profit" as const } : {})
  }
  const share = freedShare(view, suggestion) ?? money.expected / (effect?.expected ?? 0)
  return {
    ratio: Math.exp(log),
    low: Math.exp(ratios.low),
    high: Math.exp(ratios.high),
    days,
    ...(worth.before > 0 && worth.after > 0 ? { gain: money } : {}),
    ...(effect && effect.expected > 0 && Number.isFinite(share) ? { ofExpected: share } : {})
  }
}

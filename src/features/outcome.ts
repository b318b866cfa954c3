import type { Outcome, Suggestion } from "../domain/suggestion"
import { itemsOf, rowOf } from "./baskets"
import type { SellerView } from "./seller-view"

/** Sooner nothing can be said; later other things have happened. Days. */
const soonest = 14
const longest = 60

type Sums = { before: number; after: number }

/** Events of `window` days before and after the moment. */
function around(moments: number[], moment: number, window: number): Sums {
  const within = (from: number, to: number) => moments.filter((at) => at > from && at <= to).length
  return { before: within(moment - window, moment), after: within(moment, moment + window) }
}

/** Times at which the subject happened: orders of a buyer, orders with all the products, or with any of them. */
function momentsOf(view: SellerView, { kind, buyer, skus }: Suggestion): number[] {
  const { baskets } = view
  const at = (list: Iterable<number>) => Array.from(list, (basket) => baskets.at[basket] ?? 0)
  if (buyer) return at(rowOf(view.byBuyer, view.buyers.indexOf(buyer)))
  const items = skus.map((sku) => view.products.findIndex((product) => product.sku === sku))
  const [first, second] = items
  if (kind === "bundle" && first !== undefined && second !== undefined) {
    const holding = rowOf(view.byItem, first).filter((basket) =>
      itemsOf(baskets, basket).includes(second)
    )
    return at(holding)
  }
  // the last product is the one that the suggestion is to sell: the later, the similar, the only one
  const sold = items.at(-1)
  return sold === undefined ? [] : at(rowOf(view.byItem, sold))
}

function controlMoments(view: SellerView, { buyer, control }: Suggestion): number[] {
  const rows = control.map((id) =>
    buyer
      ? rowOf(view.byBuyer, view.buyers.indexOf(id))
      : rowOf(
          view.byItem,
          view.products.findIndex(({ sku }) => sku === id)
        )
  )
  return rows.flatMap((row) => Array.from(row, (basket) => view.baskets.at[basket] ?? 0))
}

/**
 * What came of a suggestion since it was done: difference in differences as a ratio of ratios, with the 95 % interval
 * of four Poisson counts (log scale, half an event added to each). Undefined while it is too early, or without control.
 */
export function outcomeOf(view: SellerView, suggestion: Suggestion): Outcome | undefined {
  const { state, decidedAt, control, effect } = suggestion
  if (state !== "done" || decidedAt === undefined || control.length === 0) return undefined
  const moment = decidedAt / 86_400_000
  const days = Math.min(longest, Math.floor(view.now - moment))
  if (days < soonest) return undefined
  const own = around(momentsOf(view, suggestion), moment, days)
  const other = around(controlMoments(view, suggestion), moment, days)
  const cells = [own.after, own.before, other.after, other.before].map((count) => count + 0.5)
  const [a = 0.5, b = 0.5, c = 0.5, d = 0.5] = cells
  const log = Math.log(a / b / (c / d))
  const reach = 1.96 * Math.sqrt(cells.reduce((sum, cell) => sum + 1 / cell, 0))
  const price =
    view.products.find(({ sku }) => sku === suggestion.skus.at(-1))?.unitPrice ?? Number.NaN
  const gain = ((own.after - (own.before * c) / d) * price * 30) / days
  return {
    ratio: Math.exp(log),
    low: Math.exp(log - reach),
    high: Math.exp(log + reach),
    days,
    ...(effect && effect.expected > 0 && Number.isFinite(gain)
      ? { ofExpected: gain / effect.expected }
      : {})
  }
}

import type { ItemForecast } from "../src/domain/forecast"
import type { Words } from "./en"

/** What a seller should know of an item's stock, in sentences, most important first. */
export function stockSentences({ demand, format }: Words, item: ItemForecast): string[] {
  const { plan, stock, firstDay } = item
  if (!plan || !stock) return [demand.noStock]
  const quantity = demand.units(plan.quantity)
  const order =
    plan.quantity === 0
      ? demand.noOrder(demand.units(plan.reorderPoint))
      : plan.orderBy !== null && plan.orderBy >= firstDay
        ? demand.orderNow(quantity, format.epochDay(plan.orderBy))
        : demand.orderLate(quantity)
  const { runsOut } = plan
  const out =
    stock.units <= 0
      ? [demand.isOut]
      : !runsOut
        ? []
        : runsOut.likely === null
          ? [demand.mayRunOut(format.epochDay(runsOut.early))]
          : [
              demand.runsOutBetween(
                format.epochDay(runsOut.likely),
                format.epochDay(runsOut.early),
                runsOut.late === null ? null : format.epochDay(runsOut.late)
              )
            ]
  const cover =
    plan.daysOfCover === null || stock.units <= 0 ? [] : [demand.cover(plan.daysOfCover)]
  const fast =
    plan.fast > 0 ? [demand.sendFast(demand.units(plan.fast), item.settings.fastLeadDays)] : []
  return [order, ...fast, ...out, ...cover, ...item.findings.map(demand.finding)]
}

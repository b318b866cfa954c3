import type { ItemForecast } from "../domain/forecast"
import { useStore } from "./use-store"

/** Day of order or of running out, whichever comes first: what a list is sorted by. */
export function urgency({ plan, stock }: ItemForecast): number {
  if (!plan || !stock) return Number.POSITIVE_INFINITY
  if (stock.units <= 0) return Number.NEGATIVE_INFINITY
  return Math.min(
    plan.orderBy ?? Number.POSITIVE_INFINITY,
    plan.runsOut?.likely ?? Number.POSITIVE_INFINITY
  )
}

/** Every forecast, most urgent first; then by what sells most. */
export function useForecasts(): ItemForecast[] | undefined {
  return useStore(async (db) => {
    const items = await db.forecasts.toArray()
    return items.sort((a, b) => {
      const [x, y] = [urgency(a), urgency(b)]
      return x === y ? b.next28 - a.next28 : x - y
    })
  })
}

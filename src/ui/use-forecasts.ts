import { type ItemForecast, urgency } from "../domain/forecast"
import { useStore } from "./use-store"

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

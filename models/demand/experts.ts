import type { DemandForecast } from "."
import { poolMembers } from "./pool"
import type { Quantiled } from "./quantiled"
import { memberEmpirical, memberNormal } from "./rivals"

const memberCount = poolMembers.length

/** Who is heard: the network first, then every member with a normal curve, then with the quantiles of its past errors. */
export const expertCount = 1 + 2 * memberCount

/** The forecast of one expert for the history `y` that the forecast was made from. */
export function expertForecast(
  forecast: DemandForecast,
  expert: number,
  y: Float64Array
): Quantiled {
  if (expert === 0) return forecast
  const member = (expert - 1) % memberCount
  const of = expert <= memberCount ? memberNormal : memberEmpirical
  return of(forecast.analysis, member, y)
}

/** All of them. */
export const everyExpert = (forecast: DemandForecast, y: Float64Array): Quantiled[] =>
  Array.from({ length: expertCount }, (_, expert) => expertForecast(forecast, expert, y))

import type { DemandSeries } from "../../../src/features/demand-series"
import { trimStart } from "../../../src/features/demand-series"
import { Draw } from "../random"
import { generators, type Plan } from "./generators"

const plans = [
  { period: 7, shortest: 40, longest: 760, horizon: 28 },
  { period: 52, shortest: 20, longest: 260, horizon: 13 },
  { period: 12, shortest: 18, longest: 140, horizon: 18 },
  { period: 4, shortest: 12, longest: 70, horizon: 8 },
  { period: 1, shortest: 10, longest: 60, horizon: 8 }
] as const
/** Days and weeks are what sellers have. */
const planWeights = [0, 0, 0, 1, 1, 1, 2, 2, 3, 4] as const

/** Days, sometimes weeks, in which the item was out of stock. */
function hideStockouts(draw: Draw, y: Float64Array, length: number): void {
  for (let k = draw.whole(1, 3); k > 0; k--) {
    const start = draw.whole(5, length)
    y.fill(Number.NaN, start, Math.min(length, start + draw.whole(1, Math.max(2, length / 12))))
  }
}

/** Invented series with `horizon` steps to forecast at the end, equally from every generator. */
export function* syntheticSeries(
  seed: number,
  count: number
): Generator<{ series: DemandSeries; horizon: number }> {
  const names = Object.keys(generators) as (keyof typeof generators)[]
  for (let i = 0; i < count; i++) {
    const draw = new Draw(seed + i)
    const { period, shortest, longest, horizon } = plans[draw.pick(planWeights)]
    const length = Math.round(draw.spread(shortest, longest)) + horizon
    const plan: Plan = { period, length, horizon }
    const name = names[i % names.length] ?? "counts"
    const made = { id: `${name}-${i}`, period, ...generators[name](draw, plan) }
    const series = trimStart(made)
    if (series.y.length < horizon + 6) continue
    if (draw.chance(0.15)) hideStockouts(draw, series.y, series.y.length - horizon)
    yield { series, horizon }
  }
}

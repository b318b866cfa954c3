import type { DemandSeries } from "../../../src/features/demand-series"
import type { Draw } from "../random"
import { levelPath, promotions, season } from "./shapes"

export type Plan = { period: number; length: number; horizon: number }
type Generator = (draw: Draw, plan: Plan) => Omit<DemandSeries, "id" | "period">

/** Counts around level × season × promotion: from a sale a month to hundreds a day. */
const counts: Generator = (draw, { period, length }) => {
  const level = levelPath(draw, length)
  const short = season(draw, period, draw.pick([0, 0.15, 0.4]))
  const year = period === 7 ? season(draw, 365, draw.pick([0, 0.2, 0.5])) : () => 1
  const mean = draw.spread(0.03, 200)
  const size = draw.spread(0.15, 20)
  const promo = promotions(draw, length, draw.pick([0, 0, 0.1, 0.3]))
  const lift = draw.between(0, 1.2)
  const y = Float64Array.from(level, (one, t) =>
    draw.negativeBinomial(mean * one * short(t) * year(t) * Math.exp(lift * (promo[t] ?? 0)), size)
  )
  return promo.includes(1) ? { y, known: { columns: 1, values: promo } } : { y }
}

/** Rare orders of lots: a demand comes by chance, its size from a wide curve. */
const lots: Generator = (draw, { period, length }) => {
  const level = levelPath(draw, length)
  const short = season(draw, period, draw.pick([0, 0, 0.3]))
  const often = draw.spread(0.02, 0.9)
  const size = draw.spread(1, 60)
  const shape = draw.spread(0.4, 6)
  const whole = draw.chance(0.9)
  const y = Float64Array.from(level, (one, t) => {
    if (!draw.chance(Math.min(1, often * one * short(t)))) return 0
    const amount = draw.gamma(shape, size)
    return whole ? 1 + Math.round(amount) : amount
  })
  return { y }
}

/** A launch that climbs, stays and fades, sometimes to nothing. */
const lives: Generator = (draw, { period, length }) => {
  const peak = draw.spread(0.3, 60)
  const rise = draw.between(0.02, 0.3) * length
  const fade = draw.chance(0.5) ? draw.between(0.3, 1.1) * length : 10 * length
  const ends = draw.chance(0.25) ? draw.between(0.5, 1) * length : length
  const short = season(draw, period, draw.pick([0, 0.3]))
  const size = draw.spread(0.3, 8)
  const y = new Float64Array(length)
  for (let t = 0; t < length; t++) {
    const shape = (1 - Math.exp(-t / rise)) * (t > fade ? Math.exp(-(t - fade) / rise) : 1)
    y[t] = t > ends ? 0 : draw.negativeBinomial(peak * shape * short(t), size)
  }
  return { y }
}

/** Trend and multiplicative season with noise: the aggregates of business statistics. */
const business: Generator = (draw, { period, length }) => {
  const level = draw.spread(50, 20_000)
  const slope = (draw.normal() * draw.spread(0.05, 1.5)) / length
  const shape = season(draw, period, draw.pick([0, 0.05, 0.2, 0.4]))
  const noise = draw.spread(0.003, 0.25)
  const memory = draw.pick([0, 0.4, 0.8])
  const linear = draw.chance(0.5)
  let error = 0
  const y = new Float64Array(length)
  for (let t = 0; t < length; t++) {
    error = memory * error + noise * Math.sqrt(1 - memory * memory) * draw.normal()
    const trend = linear ? Math.max(0.05, 1 + slope * t) : Math.exp(slope * t)
    y[t] = Math.max(0, level * trend * shape(t) * Math.exp(error))
  }
  return { y }
}

/** Random walks with a drift that itself may wander and die down. */
const walks: Generator = (draw, { period, length }) => {
  const start = draw.spread(100, 20_000)
  const step = start * draw.spread(0.002, 0.06)
  const damp = draw.pick([0, 0.8, 0.95, 1])
  const slopeStep = damp === 0 ? 0 : step * draw.spread(0.01, 0.3)
  const shape = season(draw, period, draw.pick([0, 0, 0.05, 0.15]))
  let level = start
  let slope = draw.normal() * step * draw.pick([0, 0.2, 0.6])
  const y = new Float64Array(length)
  const noise = draw.chance(0.5) ? 0 : step * draw.spread(0.1, 2)
  for (let t = 0; t < length; t++) {
    slope = damp * slope + slopeStep * draw.normal() + (damp === 0 ? slope : 0)
    level = Math.max(0.1 * start, level + slope + step * draw.normal())
    y[t] = Math.max(0, level * shape(t) + noise * draw.normal())
  }
  return { y }
}

/** A smooth random function (a sum of random waves and a line: KernelSynth's kernels by random features). */
const smooth: Generator = (draw, { period, length }) => {
  const waves = Array.from({ length: draw.whole(2, 8) }, () => ({
    size: draw.normal(),
    speed: (2 * Math.PI) / draw.spread(4, 2 * length),
    shift: draw.between(0, 2 * Math.PI)
  }))
  const shape = season(draw, period, draw.pick([0, 0.3]))
  const depth = draw.between(0.05, 0.4)
  const noise = draw.spread(0.01, 0.5)
  const mean = draw.spread(1, 1_000)
  const y = new Float64Array(length)
  for (let t = 0; t < length; t++) {
    const wave = waves.reduce(
      (sum, { size, speed, shift }) => sum + size * Math.sin(speed * t + shift),
      0
    )
    y[t] = Math.max(0, mean * (1 + depth * wave) * shape(t) * (1 + noise * draw.normal()))
  }
  return { y: draw.chance(0.5) ? y.map(Math.round) : y }
}

/** Equal parts: a mixture does at least as well as the best of its generators (arXiv 2606.09912). */
export const generators = { counts, lots, lives, business, walks, smooth } as const

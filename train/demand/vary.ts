import type { DemandSeries } from "../../src/features/demand-series"
import type { Draw } from "./random"

const reversed = ({ known, ...series }: DemandSeries): DemandSeries => {
  const y = series.y.slice().reverse()
  if (!known) return { ...series, y }
  const rows = known.values.length / known.columns
  const past = known.values.slice(0, y.length * known.columns)
  const values = Float64Array.from(past, (_, i) => {
    const t = Math.floor(i / known.columns)
    return known.values[
      (Math.min(rows, y.length) - 1 - t) * known.columns + (i % known.columns)
    ] as number
  })
  return { ...series, y, known: { columns: known.columns, values } }
}

/** The sum of a few products, aligned at the end: what a category or a variant group sells. */
function together(one: DemandSeries, others: DemandSeries[], draw: Draw): DemandSeries {
  const y = one.y.slice()
  for (let k = draw.whole(1, 8); k > 0; k--) {
    const other = draw.pick(others).y
    for (let t = 1; t <= Math.min(y.length, other.length); t++) {
      y[y.length - t] = (y[y.length - t] as number) + (other[other.length - t] as number)
    }
  }
  return { id: one.id, y, period: one.period }
}

/** Sums of `size` steps, aligned at the end. */
function coarser({ id, y }: DemandSeries, size: number, period: number): DemandSeries {
  const length = Math.floor(y.length / size)
  const skip = y.length - length * size
  const sums = new Float64Array(length)
  for (let t = 0; t < length * size; t++) {
    const step = Math.floor(t / size)
    sums[step] = (sums[step] as number) + (y[skip + t] as number)
  }
  return { id, y: sums, period }
}

/** A series as it is, backwards in time, added to others, or in coarser steps. */
export function vary(
  one: DemandSeries,
  others: DemandSeries[],
  horizon: number,
  draw: Draw
): { series: DemandSeries; horizon: number } {
  const several = draw.chance(0.25) ? together(one, others, draw) : one
  const turned = draw.chance(0.5) ? reversed(several) : several
  if (one.period === 7 && draw.chance(0.2)) return { series: coarser(turned, 7, 52), horizon: 13 }
  if (one.period === 52 && draw.chance(0.2)) return { series: coarser(turned, 4, 12), horizon: 6 }
  return { series: turned, horizon }
}

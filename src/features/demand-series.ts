/** Demand of one item in equal steps, oldest first. */
export type DemandSeries = {
  id: string
  /** Units a step; NaN where nobody could buy (out of stock, not listed). */
  y: Float64Array
  /** Steps in a season: 7 for days, 52 for weeks, 12 for months, 1 for none. */
  period: number
  /** Known ahead (promotion, relative price, holidays), 0..1: row t at `t * columns`, the horizon's rows included. */
  known?: { columns: number; values: Float64Array }
}

/** The series as it was `steps` before its end. */
export function cutSeries(series: DemandSeries, length: number): DemandSeries {
  return { ...series, y: series.y.subarray(0, length) }
}

/** From the first demand on: an item that was not yet sold has no demand of zero. */
export function trimStart(series: DemandSeries): DemandSeries {
  const { y, known } = series
  let first = 0
  while (first < y.length && !((y[first] as number) > 0)) first++
  if (first === 0 || first === y.length) return series
  const trimmed: DemandSeries = { ...series, y: y.subarray(first) }
  if (known) {
    const values = known.values.subarray(first * known.columns)
    trimmed.known = { columns: known.columns, values }
  }
  return trimmed
}

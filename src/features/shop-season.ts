/** Steps in a year by steps in a season; a year of days is one of whole weeks, so that weekdays match. */
const yearOf: Record<number, number> = { 4: 4, 5: 260, 7: 364, 12: 12, 52: 52 }
/** Steps in which what tells the level loses half its say, and steps either side that are looked at together. */
const halfLife: Record<number, number> = { 4: 2, 5: 20, 7: 28, 12: 3, 52: 6 }
const reach: Record<number, number> = { 4: 0, 5: 5, 7: 7, 12: 0, 52: 1 }
const mostYears = 3
/** Fewer items than this say more of themselves than of the shop. */
const fewestItems = 20
/** One bulk order must not be taken for a season. */
const mostOverMean = 8

/** Mean demand over the items' own means, by steps before the end (0: the last one); NaN where none was observed. */
function profile(items: Float64Array[], steps: number): Float64Array {
  const sums = new Float64Array(steps)
  const counts = new Float64Array(steps)
  for (const y of items) {
    const seen = y.filter((value) => !Number.isNaN(value))
    const mean = Math.max(1e-9, seen.reduce((a, b) => a + b, 0) / Math.max(1, seen.length))
    for (let back = 0; back < Math.min(steps, y.length); back++) {
      const value = y[y.length - 1 - back] as number
      if (Number.isNaN(value)) continue
      sums[back] = (sums[back] as number) + Math.min(value / mean, mostOverMean)
      counts[back] = (counts[back] as number) + 1
    }
  }
  return sums.map((sum, back) => sum / (counts[back] as number))
}

function meanOf(values: ArrayLike<number>, weight: (i: number) => number): number {
  let [sum, weights] = [0, 0]
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number
    if (Number.isNaN(value)) continue
    sum += weight(i) * value
    weights += weight(i)
  }
  return sum / weights
}

/**
 * How much the shop as a whole sold at each step ahead in past years, over its level just before then, as a log ratio
 * (group seasonal indices, Withycombe 1989): what an item in its first year cannot know. `series` end at the same step;
 * the last `cut` steps are left out. Zeros where too few items are old enough.
 */
export function shopSeason(
  series: readonly Float64Array[],
  period: number,
  horizon: number,
  cut = 0
): Float64Array {
  const year = yearOf[period] ?? 0
  const [half, near] = [halfLife[period] ?? 0, reach[period] ?? 0]
  const out = new Float64Array(horizon)
  const past = series.map((y) => y.subarray(0, Math.max(0, y.length - cut)))
  let years = 0
  while (year > 0 && years < mostYears) {
    const before = (years + 1) * year
    const old = past.filter(({ length }) => length >= before + half)
    if (old.length < fewestItems) break
    const means = profile(old, before + 4 * half)
    const level = meanOf(means.subarray(before), (i) => 0.5 ** (i / half))
    if (!(level > 0)) break
    for (let h = 0; h < horizon; h++) {
      const place = before - 1 - h
      const around = means.subarray(Math.max(0, place - near), Math.max(0, place + near + 1))
      out[h] = (out[h] as number) + Math.log(Math.max(0.02, meanOf(around, () => 1) / level))
    }
    years++
  }
  return out.map((sum) => (years > 0 && Number.isFinite(sum) ? sum / years : 0))
}

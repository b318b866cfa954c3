/** How busy a shop is, from how many items (or buyers) are active a week. */
export type ShopActivity = {
  /** The weeks asked for, a year ago, over the four before those; 1 where that is not known. */
  season: number
  /** The last two weeks over the last thirteen. */
  pace: number
}

/** Mean of a part; 0 of nothing. */
function meanOf(values: ArrayLike<number>, from: number, to: number): number {
  let sum = 0
  const start = Math.max(0, from)
  for (let i = start; i < to; i++) sum += values[i] as number
  return to > start ? sum / (to - start) : 0
}

/** Of counts of active items a week, before week `origin`; `ahead` weeks are asked for. */
export function activityAt(active: ArrayLike<number>, origin: number, ahead: number): ShopActivity {
  const yearAgo = origin - 52
  const pace = (meanOf(active, origin - 2, origin) + 1) / (meanOf(active, origin - 13, origin) + 1)
  if (yearAgo < 4) return { season: 1, pace }
  const asked = meanOf(active, yearAgo, yearAgo + ahead) + 1
  return { season: asked / (meanOf(active, yearAgo - 4, yearAgo) + 1), pace }
}

/** Of weekly histories that end in the same week. */
export function shopActivity(weekly: readonly Float64Array[], ahead: number): ShopActivity {
  const weeks = weekly.reduce((most, { length }) => Math.max(most, length), 0)
  const active = new Float64Array(weeks)
  for (const y of weekly) {
    const first = weeks - y.length
    y.forEach((units, i) => {
      if (units > 0) active[first + i] = (active[first + i] as number) + 1
    })
  }
  return activityAt(active, weeks, ahead)
}

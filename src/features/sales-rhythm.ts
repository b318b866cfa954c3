/** How regularly something sells. */
export type SalesRhythm = {
  /** Days with a sale a week, oldest first, whole weeks aligned to the end. */
  days: Uint8Array
  /** Days since the last sale. */
  quiet: number
}

/** Of units a day, oldest first; a day out of stock counts as one without a sale. */
export function salesRhythm(daily: Float64Array): SalesRhythm {
  const weeks = Math.floor(daily.length / 7)
  const skip = daily.length - weeks * 7
  const days = new Uint8Array(weeks)
  let last = -1
  daily.forEach((units, t) => {
    if (!(units > 0)) return
    last = t
    if (t >= skip)
      days[Math.floor((t - skip) / 7)] = (days[Math.floor((t - skip) / 7)] as number) + 1
  })
  return { days, quiet: daily.length - 1 - last }
}

/** What one item or buyer did since its first sale or purchase, oldest first. */
export type BuyHistory = {
  /** Units a week. */
  weeks: Float64Array
  /** Days with a sale a week, 0..7: how often, where units say how much. */
  days: Uint8Array
  /** Days since the last sale, 0: yesterday's close of the history. */
  quiet: number
  /** Weeks ahead in which a purchase counts: 1 for items, 4 for buyers. */
  ahead: number
  kind: "item" | "buyer"
  /** Activity of the whole shop in the weeks asked for, a year ago, over its activity just before then; 1 unknown. */
  season: number
  /** Activity of the whole shop in its last two weeks over that in its last thirteen. */
  pace: number
}

const windows = [2, 4, 8, 13, 26, 52] as const
const rates = [0.05, 0.15, 0.4] as const
/** Newest weeks that are given one by one. */
const singleWeeks = 10
const singleDays = 4
export const buyFeatureCount = 2 * windows.length + 2 * rates.length + 17 + singleWeeks + singleDays

/** Recency, frequency and regularity (the RFM numbers of BG/NBD, Fader, Hardie and Lee 2005), season and year ago. */
export function buyFeatures({
  weeks,
  days,
  quiet,
  ahead,
  kind,
  season,
  pace
}: BuyHistory): Float32Array {
  const n = weeks.length
  const out = new Float32Array(buyFeatureCount)
  let place = 0
  const put = (value: number) => {
    out[place++] = Number.isFinite(value) ? Math.max(-6, Math.min(6, value)) : 0
  }
  let last = -1
  let active = 0
  let units = 0
  let gaps = 0
  let gapSquares = 0
  const smoothed = new Float64Array(rates.length)
  const smoothedDays = new Float64Array(rates.length)
  for (let t = 0; t < n; t++) {
    const bought = (weeks[t] as number) > 0 ? 1 : 0
    rates.forEach((rate, k) => {
      const [own, often] = [smoothed[k] as number, smoothedDays[k] as number]
      smoothed[k] = t === 0 ? bought : own + rate * (bought - own)
      smoothedDays[k] = t === 0 ? (days[t] as number) : often + rate * ((days[t] as number) - often)
    })
    if (bought === 0) continue
    if (last >= 0) {
      gaps += t - last
      gapSquares += (t - last) ** 2
    }
    last = t
    active++
    units += weeks[t] as number
  }
  const recency = n - 1 - last
  const gap = active > 1 ? gaps / (active - 1) : n
  const gapSpread = active > 2 ? Math.sqrt(Math.max(0, gapSquares / (active - 1) - gap * gap)) : gap
  const share = (from: number, to: number) => {
    let count = 0
    for (let t = Math.max(0, from); t < Math.min(n, to); t++) if ((weeks[t] as number) > 0) count++
    return count / Math.max(1, Math.min(n, to) - Math.max(0, from))
  }
  const daysOf = (from: number, to: number) => {
    let count = 0
    for (let t = Math.max(0, from); t < Math.min(n, to); t++) count += days[t] as number
    return count / Math.max(1, Math.min(n, to) - Math.max(0, from))
  }
  for (const window of windows) put(share(n - window, n))
  for (const value of smoothed) put(value)
  for (const window of windows) put(Math.log(daysOf(n - window, n) + 0.05))
  for (const value of smoothedDays) put(Math.log(value + 0.05))
  put(Math.log1p(quiet) / 2)
  put(Math.log((quiet + 1) / (7 * gap + 1)) / 2)
  put(n >= 53 ? Math.log(daysOf(n - 53, n - 51 + ahead) + 0.05) : Math.log(daysOf(n - 8, n) + 0.05))
  put(Math.log((daysOf(n - 4, n) + 0.1) / (daysOf(n - 13, n) + 0.1)))
  put(Math.log1p(n) - 3)
  put(Math.log1p(recency))
  put(Math.log((recency + 1) / (gap + 1)))
  put(gapSpread / (gap + 1))
  put(Math.log1p(active) - 1.5)
  put(Math.log1p(units / Math.max(1, active)))
  put(last >= 0 ? Math.log1p(weeks[last] as number) : 0)
  put(n >= 53 ? share(n - 53, n - 51 + ahead) : 0)
  put(n >= 53 ? 1 : 0)
  put(ahead > 1 ? 1 : 0)
  put(kind === "buyer" ? 1 : 0)
  put(Math.log(season))
  put(Math.log(pace))
  for (let back = 1; back <= singleWeeks; back++) {
    put(back <= n ? Math.log1p(weeks[n - back] as number) / 2 : 0)
  }
  for (let back = 1; back <= singleDays; back++) put(back <= n ? (days[n - back] as number) / 3 : 0)
  return out
}

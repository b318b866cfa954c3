import { seededRandom } from "../../models/anomaly/random"
import type { RecommendationModel } from "../../models/recommendation"
import { shown } from "../../models/recommendation/quality"
import { largest } from "../../models/recommendation/top-rows"
import { type Baskets, earlier, itemsOf } from "../../src/features/baskets"
import type { Shop } from "../../train/recommendation/retail-shop"
import type { Metric } from "../metric"
import { mean, pairedInterval } from "./paired"

/** An item with fewer baskets than this is cold. */
const coldBelow = 5
const week = 7

const firstFrom = ({ at }: Baskets, day: number) => {
  const found = at.findIndex((one) => one >= day)
  return found < 0 ? at.length : found
}

function counts(baskets: Baskets, since = Number.NEGATIVE_INFINITY): Float32Array {
  const sums = new Float32Array(baskets.items)
  for (let b = firstFrom(baskets, since); b < baskets.at.length; b++) {
    for (const item of itemsOf(baskets, b)) sums[item] = (sums[item] ?? 0) + 1
  }
  return sums
}

/**
 * New items: fitted once before `from`, then brought up to date at the start of each week as the worker does. Of each
 * basket of the week that holds a cold item, one cold item is hidden and sought among all items that are cold then
 * (those listed, that is sold by the end of that week). The baselines count the same weeks.
 */
export async function coldMetrics(
  model: RecommendationModel,
  { baskets, products }: Shop,
  from: number,
  weeks: number
): Promise<Metric[]> {
  const random = seededRandom(4)
  await model.fit(earlier(baskets, firstFrom(baskets, from)), products)
  const hits: Record<"ours" | "popularity" | "weeks4" | "week1", number[]> = {
    ours: [],
    popularity: [],
    weeks4: [],
    week1: []
  }
  let strangers = 0
  for (let w = 0; w < weeks; w++) {
    const start = from + w * week
    const past = earlier(baskets, firstFrom(baskets, start))
    if (w > 0) await model.update(past, products)
    const all = counts(past)
    const recent = counts(past, start - 4 * week)
    const newest = counts(past, start - week)
    const end = firstFrom(baskets, start + week)
    const listed = counts(earlier(baskets, end))
    const cold = Uint32Array.from(all.keys()).filter(
      (item) => (all[item] ?? 0) < coldBelow && (listed[item] ?? 0) > 0
    )
    const isCold = new Set(cold)
    for (let b = past.at.length; b < end; b++) {
      const items = Array.from(itemsOf(baskets, b))
      const hideable = items.filter((item) => isCold.has(item))
      const hidden = hideable[Math.floor(random() * hideable.length)]
      if (hidden === undefined || items.length < 2) continue
      const basket = items.filter((item) => item !== hidden)
      const among = cold.filter((item) => !basket.includes(item))
      const [answer = []] = await model.predict([
        {
          task: "with",
          buyer: baskets.buyer[b] ?? 0,
          basket,
          now: baskets.at[b] ?? 0,
          k: shown,
          among
        }
      ])
      const byCount = (sums: Float32Array) =>
        largest(
          Float32Array.from(among, (item) => sums[item] ?? 0),
          shown
        ).map((at) => among[at])
      hits.ours.push(answer.some(({ item }) => item === hidden) ? 1 : 0)
      hits.popularity.push(byCount(all).includes(hidden) ? 1 : 0)
      hits.weeks4.push(byCount(recent).includes(hidden) ? 1 : 0)
      hits.week1.push(byCount(newest).includes(hidden) ? 1 : 0)
      strangers += (all[hidden] ?? 0) === 0 ? 1 : 0
    }
  }
  const { ours: _, ...counted } = hits
  const best = Object.values(counted).reduce((a, b) => (mean(b) > mean(a) ? b : a))
  const [low, high] = pairedInterval(hits.ours, best)
  const metric = (id: string, value: number, note?: string): Metric => ({
    id: `rec.cold.${id}`,
    value,
    unit: "",
    n: hits.ours.length,
    ...(note ? { note } : {})
  })
  return [
    metric("hr10", mean(hits.ours), `${strangers} hidden items had never been sold`),
    metric("hr10.popularity", mean(hits.popularity)),
    metric("hr10.popularity_4_weeks", mean(hits.weeks4)),
    metric("hr10.popularity_1_week", mean(hits.week1)),
    metric(
      "hr10_ratio",
      mean(hits.ours) / mean(best),
      `difference's paired 95 % interval ${low.toFixed(4)} to ${high.toFixed(4)}`
    )
  ]
}

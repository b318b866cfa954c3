import type { Insight } from "../src/domain/insight"
import type { Order } from "../src/domain/order"
import { shopMetrics } from "../src/domain/shop-change"
import { dailyCounts, shopDays } from "../src/features/shop-series"
import { shopChange } from "../src/insights/shop-change"
import type { Database, Job } from "../src/store/database"
import { finishJob } from "../src/store/jobs"

const dayMs = 86_400_000
/** Eight weeks to look at, and eight weeks before each of their days. */
const neededDays = 112

/** Holds the last weeks of each shop against the weeks before, and notes the days that left their band. */
export async function watchShops(db: Database, job: Job, now: number): Promise<void> {
  const orders = await db.orders
    .where("time")
    .above(now - (neededDays + 1) * dayMs)
    .toArray()
  const shops = new Map<string, Order[]>()
  for (const order of orders) {
    const shop = `${order.marketplace}:${order.account}`
    shops.set(shop, [...(shops.get(shop) ?? []), order])
  }
  await db.transaction("rw", db.insights, db.jobs, async () => {
    for (const [shop, own] of shops) {
      const { counts, currency } = dailyCounts(own, now, neededDays)
      for (const metric of shopMetrics) {
        const days = shopDays(counts[metric], Math.floor(now / dayMs) - 1, metric !== "revenue")
        const found = shopChange(shop, metric, days, {
          basis: own.length,
          now,
          ...(currency && metric === "revenue" && { currency })
        })
        await write(db, `shop-change:${shop}:${metric}`, found)
      }
    }
    await finishJob(db, job)
  })
}

/** What was hidden stays hidden until another day leaves its band. */
async function write(db: Database, id: string, found: Insight | null): Promise<void> {
  if (!found) return db.insights.delete(id)
  const known = await db.insights.get(id)
  const last = (insight: Insight | undefined) =>
    insight?.kind === "shop-change" ? insight.days.findLast(({ out }) => out)?.day : undefined
  const same = last(known) === last(found)
  await db.insights.put(known && same ? { ...found, state: known.state } : found)
}

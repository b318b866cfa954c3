import type { RecommendationModel } from "../../models/recommendation"
import type { Case } from "../../models/recommendation/examples"
import { casesOf } from "../../models/recommendation/examples"
import { shown } from "../../models/recommendation/quality"
import { type Baskets, earlier } from "../../src/features/baskets"
import type { Shop } from "../../train/recommendation/retail-shop"
import type { Metric } from "../metric"
import { baselinesOf } from "./baselines"
import { compare } from "./compare"

const firstFrom = ({ at }: Baskets, day: number) => {
  const found = at.findIndex((one) => one >= day)
  return found < 0 ? at.length : found
}

/**
 * Fits on every basket before `split` and completes those of the `days` after it: of each basket's products that were
 * sold before the split, one is hidden (seeded) and sought among all products sold before.
 */
export async function completionMetrics(
  model: RecommendationModel,
  { baskets, products }: Shop,
  split: number,
  days: number
): Promise<Metric[]> {
  const from = firstFrom(baskets, split)
  const history = earlier(baskets, from)
  const test = earlier(baskets, firstFrom(baskets, split + days))
  const sold = new Set(history.item)
  const cases = casesOf(
    "with",
    test,
    from,
    Number.POSITIVE_INFINITY,
    () => true,
    (item) => sold.has(item)
  )
  await model.fit(history, products)
  const rankOne = new Map<Case, number[]>()
  const answers = await model.predict(
    cases.map(({ query }) => ({ ...query, task: "with" as const, k: shown }))
  )
  for (const [i, one] of cases.entries()) {
    rankOne.set(
      one,
      (answers[i] ?? []).map(({ item }) => item)
    )
  }
  const baselines = await baselinesOf(history, "baskets")
  return compare("basket", cases, (one) => rankOne.get(one) ?? [], baselines, ["hit"])
}

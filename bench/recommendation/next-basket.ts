import type { RecommendationModel } from "../../models/recommendation"
import type { Case } from "../../models/recommendation/examples"
import { shown } from "../../models/recommendation/quality"
import { basketsByBuyer, itemsOf, rowOf } from "../../src/features/baskets"
import type { Metric } from "../metric"
import { baselinesOf } from "./baselines"
import { compare, type Measure } from "./compare"
import type { NextSet } from "./sets"

const warmFrom = 3

/** Users with few and with many baskets apart; bought before and new to the user apart. */
function groups({ history, cases }: NextSet): [name: string, cases: Case[]][] {
  const byBuyer = basketsByBuyer(history)
  const split = {
    repeat: [] as Case[],
    explore: [] as Case[],
    warm: [] as Case[],
    cold: [] as Case[]
  }
  for (const one of cases) {
    const own = rowOf(byBuyer, one.query.buyer)
    const bought = new Set<number>()
    for (const basket of own) for (const item of itemsOf(history, basket)) bought.add(item)
    split[own.length >= warmFrom ? "warm" : "cold"].push(one)
    for (const kind of ["repeat", "explore"] as const) {
      const answer = one.answer.filter((item) => bought.has(item) === (kind === "repeat"))
      if (answer.length > 0) split[kind].push({ ...one, answer })
    }
  }
  return Object.entries(split).filter(([, cases]) => cases.length > 0)
}

/** Of what was bought, so much had never been sold before: nobody could find it. */
function unseenMetric(id: string, { history, cases }: NextSet): Metric {
  const sold = new Set(history.item)
  const sought = cases.flatMap(({ answer }) => Array.from(answer, (item) => sold.has(item)))
  return {
    id: `rec.${id}.unseen`,
    value: sought.filter((isSold) => !isSold).length / sought.length,
    unit: "",
    n: sought.length,
    note: `${new Set(history.buyer).size} users, ${history.items} items, ${history.at.length} baskets before the tests`
  }
}

/** Fits on the history as on a seller's device and predicts every user's last basket, all items ranked. */
export async function nextBasketMetrics(
  id: string,
  model: RecommendationModel,
  set: NextSet,
  measures: Measure[]
): Promise<Metric[]> {
  const products = Array.from({ length: set.history.items }, () => ({ title: "" }))
  await model.fit(set.history, products)
  const requests = set.cases.map(({ query }) => ({ ...query, task: "next" as const, k: shown }))
  const answers = await model.predict(requests)
  const ours = new Map(
    set.cases.map(({ query }, i) => [query.buyer, (answers[i] ?? []).map(({ item }) => item)])
  )
  const rank = ({ query }: Case) => ours.get(query.buyer) ?? []
  const baselines = await baselinesOf(set.history, "buyers")
  const kept = new Map<string, Map<number, number[]>>()
  const remembered = baselines.map(({ name, rank }) => {
    const answers = new Map<number, number[]>()
    kept.set(name, answers)
    const once = (one: Case) => {
      const known = answers.get(one.query.buyer) ?? rank(one)
      answers.set(one.query.buyer, known)
      return known
    }
    return { name, rank: once }
  })
  return [
    ...compare(id, set.cases, rank, remembered, measures),
    unseenMetric(id, set),
    ...groups(set).flatMap(([name, cases]) =>
      compare(`${id}.${name}`, cases, rank, remembered, ["recall"]).filter(({ id }) =>
        /recall10(_best_baseline)?$/.test(id)
      )
    )
  ]
}

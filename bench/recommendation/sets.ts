import { fewestBaskets } from "../../models/recommendation"
import type { Case } from "../../models/recommendation/examples"
import { type Basket, type Baskets, basketCount, toBaskets } from "../../src/features/baskets"
import { dataText } from "../../train/recommendation/data"
import { MissingData } from "../metric"
import { parseBaskets, type UserBaskets } from "./set-files"

/** A history and questions about what came right after it. */
export type NextSet = { history: Baskets; cases: Case[] }

const numbered = () => {
  const numbers = new Map<string, number>()
  return {
    of(text: string): number {
      const known = numbers.get(text)
      if (known !== undefined) return known
      numbers.set(text, numbers.size)
      return numbers.size - 1
    },
    get size() {
      return numbers.size
    }
  }
}

/**
 * Users' baskets without times: the last one is the test, and "when" is counted back from it, one day a basket, so
 * that all tests lie at the same moment. Users with a single basket are history only.
 */
export function lastBasketSet(users: Iterable<string[][]>): NextSet {
  const items = numbered()
  const list: Basket[] = []
  const cases: Case[] = []
  let buyer = 0
  for (const baskets of users) {
    buyer++
    const own = baskets.filter((one) => one.length > 0).map((one) => one.map((id) => items.of(id)))
    const test = own.length > 1 ? own.pop() : undefined
    for (const [step, one] of own.entries()) {
      list.push({ buyer, at: step - own.length, items: one })
    }
    if (!test) continue
    cases.push({
      query: { buyer, basket: [], now: 0 },
      answer: Uint32Array.from(new Set(test))
    })
  }
  return { history: toBaskets(list, items.size), cases }
}

/** A file of the caller's own. @throws MissingData when it holds too little to learn from or to ask */
export function fileSet(file: string, users: UserBaskets): NextSet {
  const set = lastBasketSet(users.values())
  if (set.cases.length === 0) {
    throw new MissingData(`${file}: no user has two baskets, so there is nothing to test`)
  }
  const baskets = basketCount(set.history)
  if (baskets < fewestBaskets) {
    throw new MissingData(
      `${file}: ${baskets} baskets before the tests; the model learns from ${fewestBaskets} on`
    )
  }
  return set
}

/** Ta-Feng: 13,858 shoppers, the owner's split (the last basket is the test). */
export function taFeng(): NextSet {
  const owner = "https://github.com/HaojiHu/TIFUKNN (Ta-Feng as used there)"
  const read = (file: string) => parseBaskets(file, dataText(`ta-feng/${file}`, owner))
  const history = read("tafeng_history.json.gz")
  const future = read("tafeng_future.json.gz")
  return lastBasketSet(
    [...history].map(([user, baskets]) => [...baskets, ...(future.get(user) ?? [])])
  )
}

/** dunnhumby "The Complete Journey" (a sample of lines): each household's last basket is the test, by real time. */
export function dunnhumby(): NextSet {
  const owner = "https://www.dunnhumby.com/source-files (The Complete Journey)"
  const lines = dataText("dunnhumby-sample/transactions_sample.csv.gz", owner).split("\n")
  const households = new Map<string, Map<string, { at: string; items: string[] }>>()
  for (const line of lines.slice(1)) {
    const cells = line.replaceAll('"', "").split(",")
    const [household, , basket, product] = cells
    const at = cells[10]
    if (!household || !basket || !product || !at) continue
    const own = households.get(household) ?? new Map()
    const one = own.get(basket) ?? { at, items: [] }
    one.items.push(product)
    households.set(household, own.set(basket, one))
  }
  return lastBasketSet(
    [...households.values()].map((own) =>
      [...own.values()].sort((a, b) => (a.at < b.at ? -1 : 1)).map(({ items }) => items)
    )
  )
}

import type { Case } from "../../models/recommendation/examples"
import { type Basket, type Baskets, toBaskets } from "../../src/features/baskets"
import { dataText, textFile } from "../../train/recommendation/data"
import { MissingData } from "../metric"

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
export function lastBasketSet(users: string[][][]): NextSet {
  const items = numbered()
  const list: Basket[] = []
  const tests: { buyer: number; items: number[] }[] = []
  for (const [user, baskets] of users.entries()) {
    const own = baskets.filter((one) => one.length > 0).map((one) => one.map((id) => items.of(id)))
    const test = own.length > 1 ? own.pop() : undefined
    for (const [step, one] of own.entries()) {
      list.push({ buyer: user + 1, at: step - own.length, items: one })
    }
    if (test) tests.push({ buyer: user + 1, items: [...new Set(test)] })
  }
  return {
    history: toBaskets(list, items.size),
    cases: tests.map(({ buyer, items }) => ({
      query: { buyer, basket: [], now: 0 },
      answer: Uint32Array.from(items)
    }))
  }
}

/** The same set one basket earlier: what choices are made on. */
export function oneBasketEarlier({ history }: NextSet): NextSet {
  const users = new Map<number, string[][]>()
  for (const [b, buyer] of history.buyer.entries()) {
    const items = history.item.subarray(history.start[b], history.start[b + 1])
    const own = users.get(buyer) ?? []
    own.push(Array.from(items, String))
    users.set(buyer, own)
  }
  return lastBasketSet([...users.values()])
}

const refused = (file: string, why: string) => new MissingData(`${file}: ${why}`)

type UserBaskets = Record<string, (string | number)[][]>

function parseBaskets(file: string, text: string): UserBaskets {
  let parsed: unknown
  try {
    parsed = JSON.parse(text)
  } catch {
    throw refused(file, "is not JSON")
  }
  const lists = typeof parsed === "object" && parsed !== null ? Object.values(parsed) : []
  const fine = (one: unknown) =>
    Array.isArray(one) &&
    one.every(
      (basket) =>
        Array.isArray(basket) &&
        basket.every((id) => typeof id === "number" || typeof id === "string")
    )
  if (lists.length === 0 || !lists.every(fine)) {
    throw refused(file, 'must be {"user": [[item, …], …], …}, oldest basket first')
  }
  return parsed as UserBaskets
}

/** `{user: [[item, …], …]}`, oldest first; a basket of just −1 (a marker of some sets) is left out. */
export function basketsFile(file: string): NextSet {
  const users = Object.values(parseBaskets(file, textFile(file))).map((baskets) =>
    baskets.filter((one) => !(one.length === 1 && one[0] === -1)).map((one) => one.map(String))
  )
  return lastBasketSet(users)
}

/** One user a line: `user item item …`, oldest first; each item is a basket of its own. */
export function sequencesFile(file: string): NextSet {
  const rows = textFile(file)
    .split(/\r?\n/)
    .map((line) => line.trim().split(/\s+/))
    .filter((row) => row.length > 1)
  if (rows.length === 0) throw refused(file, "must hold lines `user item item …`")
  return lastBasketSet(rows.map(([, ...items]) => items.map((id) => [id])))
}

/** Ta-Feng: 13,858 shoppers, the owner's split (the last basket is the test). */
export function taFeng(): NextSet {
  const owner = "https://github.com/HaojiHu/TIFUKNN (Ta-Feng as used there)"
  const read = (file: string) => parseBaskets(file, dataText(`ta-feng/${file}`, owner))
  const history = read("tafeng_history.json.gz")
  const future = read("tafeng_future.json.gz")
  const bare = (baskets: (string | number)[][] = []) =>
    baskets.filter((one) => one[0] !== -1).map((one) => one.map(String))
  return lastBasketSet(
    Object.keys(history).map((user) => [...bare(history[user]), ...bare(future[user])])
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

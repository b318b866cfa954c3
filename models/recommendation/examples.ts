import { type Baskets, basketCount, itemsOf } from "../../src/features/baskets"
import { seededRandom } from "../anomaly/random"
import { type CandidateSource, candidateWidth, type Query } from "./candidates"

/** The two questions: what will this buyer take next, and what goes with this basket. */
export const tasks = ["next", "with"] as const
export type Task = (typeof tasks)[number]

/** A question of the past whose answer is known. */
export type Case = { query: Query; answer: Uint32Array }

/** Where the newest `share` of the baskets begins, moved back so that no moment lies on both sides. */
export function splitAt(baskets: Baskets, share: number): number {
  let end = Math.floor(basketCount(baskets) * (1 - share))
  const at = baskets.at[end] ?? 0
  while (end > 0 && baskets.at[end - 1] === at) end--
  return end
}

/** Cases from the baskets `from …`: a known buyer's whole basket, or a basket of which one item is hidden. */
export function casesOf(
  task: Task,
  baskets: Baskets,
  from: number,
  most: number,
  isKnown: (buyer: number) => boolean,
  isAsked: (item: number) => boolean = () => true
): Case[] {
  const random = seededRandom(1)
  const usable: number[] = []
  for (let b = from; b < basketCount(baskets); b++) {
    const asked = itemsOf(baskets, b).filter(isAsked).length
    const fits = task === "next" ? asked > 0 && isKnown(baskets.buyer[b] ?? 0) : asked > 1
    if (fits) usable.push(b)
  }
  const step = Math.max(1, usable.length / most)
  const cases: Case[] = []
  for (let place = 0; place < usable.length; place += step) {
    const b = usable[Math.floor(place)] ?? 0
    const items = itemsOf(baskets, b).filter(isAsked)
    const query = { buyer: baskets.buyer[b] ?? 0, basket: [] as number[], now: baskets.at[b] ?? 0 }
    if (task === "next") {
      cases.push({ query, answer: items })
      continue
    }
    const hidden = Math.floor(random() * items.length)
    query.basket = Array.from(items).filter((_, i) => i !== hidden)
    cases.push({ query, answer: items.subarray(hidden, hidden + 1) })
  }
  return cases
}

/** Rows for the trees: every right candidate, and as many wrong ones as the budget allows, weighted up again. */
export type Examples = {
  values: Float32Array
  labels: Uint8Array
  weights: Float32Array
}

const wrongPerCase = 14

export function examplesOf(source: CandidateSource, cases: Case[]): Examples {
  const random = seededRandom(2)
  const rows: Float32Array[] = []
  const labels: number[] = []
  const weights: number[] = []
  for (const { query, answer } of cases) {
    const right = new Set(answer)
    let share = 1
    const { ids, values } = source.candidates(query, undefined, (item, candidates) => {
      share = Math.min(1, wrongPerCase / candidates)
      return right.has(item) || random() < share
    })
    for (const [row, id] of ids.entries()) {
      const label = right.has(id) ? 1 : 0
      rows.push(values.subarray(row * candidateWidth, (row + 1) * candidateWidth))
      labels.push(label)
      weights.push(label ? 1 : 1 / share)
    }
  }
  const values = new Float32Array(rows.length * candidateWidth)
  for (const [row, one] of rows.entries()) values.set(one, row * candidateWidth)
  return { values, labels: Uint8Array.from(labels), weights: Float32Array.from(weights) }
}

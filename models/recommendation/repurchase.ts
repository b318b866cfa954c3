import { type Baskets, itemsOf, type Ragged, rowOf } from "../../src/features/baskets"

/** Buckets of "times bought so far" (1, 2, 3–4, more) and of "baskets since the last time". */
const countEdges = [1, 2, 4]
const stepEdges = [1, 2, 3, 4, 5, 6, 9, 13, 19, 29, 49]
const bucketOf = (edges: number[], value: number) => {
  const found = edges.findIndex((edge) => value <= edge)
  return found < 0 ? edges.length : found
}
const columns = stepEdges.length + 1
const cellOf = (count: number, steps: number) =>
  bucketOf(countEdges, count) * columns + bucketOf(stepEdges, steps)

/** At most so many of a buyer's newest baskets are counted: one wholesaler must not outweigh all others. */
const mostBaskets = 60
/** How many occasions and gaps of its own an item needs to weigh as much as all items together. */
const shrinkOccasions = 20
const shrinkGaps = 5
const shrinkCell = 50

/**
 * When bought things are bought again. An occasion is a later basket of a buyer who took the item before; the hazard
 * is the share of occasions at which it was taken again (discrete-time survival, Singer and Willett 1993).
 */
export type Repurchase = {
  /** By times bought and baskets since the last time, all items together. */
  hazard: Float32Array
  /** Each item's hazard, shrunk towards that of all. */
  rate: Float32Array
  meanRate: number
  /** Each item's mean of ln(days between two purchases), shrunk towards that of all. */
  logGap: Float32Array
  meanLogGap: number
}

/** ln of days, an hour at least. */
export const logDays = (days: number) => Math.log(Math.max(1 / 24, days))

export const hazardAt = ({ hazard }: Repurchase, count: number, steps: number) =>
  hazard[cellOf(count, steps)] ?? 0

const total = (values: Float64Array) => values.reduce((sum, value) => sum + value, 0)

/** Σ of an outcome over cases, by key; gives means shrunk towards a common one. */
class Means {
  private readonly sums: Float64Array
  private readonly cases: Float64Array

  constructor(size: number) {
    this.sums = new Float64Array(size)
    this.cases = new Float64Array(size)
  }

  add(key: number, outcome: number): void {
    this.sums[key] = (this.sums[key] ?? 0) + outcome
    this.cases[key] = (this.cases[key] ?? 0) + 1
  }

  overall(guess: number): number {
    return (total(this.sums) + guess * shrinkOccasions) / (total(this.cases) + shrinkOccasions)
  }

  shrunk(towards: number, weight: number): Float32Array {
    return Float32Array.from(
      this.cases,
      (cases, key) => ((this.sums[key] ?? 0) + weight * towards) / (cases + weight)
    )
  }
}

export function countRepurchase(baskets: Baskets, byBuyer: Ragged): Repurchase {
  const cells = new Means((countEdges.length + 1) * columns)
  const rates = new Means(baskets.items)
  const gaps = new Means(baskets.items)
  for (let buyer = 1; buyer + 1 < byBuyer.start.length; buyer++) {
    const known = new Map<number, { count: number; step: number; at: number }>()
    for (const [step, basket] of rowOf(byBuyer, buyer).slice(-mostBaskets).entries()) {
      const at = baskets.at[basket] ?? 0
      const items = new Set(itemsOf(baskets, basket))
      for (const [item, last] of known) {
        const again = items.has(item) ? 1 : 0
        cells.add(cellOf(last.count, step - last.step), again)
        rates.add(item, again)
      }
      for (const item of items) {
        const last = known.get(item)
        if (last) gaps.add(item, logDays(at - last.at))
        known.set(item, { count: (last?.count ?? 0) + 1, step, at })
      }
    }
  }
  const meanRate = rates.overall(0.05)
  const meanLogGap = gaps.overall(Math.log(30))
  return {
    hazard: cells.shrunk(meanRate, shrinkCell),
    rate: rates.shrunk(meanRate, shrinkOccasions),
    meanRate,
    logGap: gaps.shrunk(meanLogGap, shrinkGaps),
    meanLogGap
  }
}

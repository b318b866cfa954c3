import { type Baskets, type Ragged, rowOf } from "./baskets"
import { type Interval, proportion } from "./proportion"

/** A buyer who used to come back and is late. Days. */
export type Overdue = {
  buyer: number
  orders: number
  usual: number
  since: number
  /** Share of buyers as late as this who came back within a month, by the shop's own past. */
  returns: Interval
}

const fewestOrders = 2
/** Late from 1.5 times the usual interval, given up beyond 8. */
const lateFrom = 1.5
const lostFrom = 8
const lateSteps = [1.5, 2, 3, 5, 8]
const monthDays = 30

const stepOf = (lateness: number) => lateSteps.findLastIndex((step) => lateness >= step)

/** A buyer's mean interval, leaning on the shop's while there are few. */
function usualInterval(gaps: number[], shop: number): number {
  return (gaps.reduce((sum, gap) => sum + gap, 0) + shop) / (gaps.length + 1)
}

const gapsOf = (baskets: Baskets, own: Uint32Array) =>
  Array.from(
    own.subarray(1),
    (basket, i) => (baskets.at[basket] ?? 0) - (baskets.at[own[i] ?? 0] ?? 0)
  )

/** How often a buyer who was that late came within the next month: every past wait counts where it passed a step. */
function returnShares(baskets: Baskets, byBuyer: Ragged, shop: number, now: number): Interval[] {
  const waits = lateSteps.map(() => ({ came: 0, all: 0 }))
  for (let buyer = 1; buyer + 1 < byBuyer.start.length; buyer++) {
    const own = rowOf(byBuyer, buyer)
    const gaps = gapsOf(baskets, own)
    for (let i = fewestOrders - 1; i < own.length; i++) {
      const usual = usualInterval(gaps.slice(0, i), shop)
      const last = baskets.at[own[i] ?? 0] ?? 0
      const wait = gaps[i] ?? Number.POSITIVE_INFINITY
      for (const [s, step] of lateSteps.entries()) {
        const moment = usual * step
        const cell = waits[s]
        // seen long enough to know, and not back before it was late
        if (!cell || last + moment + monthDays > now || wait <= moment) continue
        cell.all++
        if (wait <= moment + monthDays) cell.came++
      }
    }
  }
  return waits.map(({ came, all }) => proportion(came, all))
}

/** Buyers of at least two orders who are late but not lost, most valuable lateness first. */
export function overdueBuyers(baskets: Baskets, byBuyer: Ragged, now: number): Overdue[] {
  const all: number[] = []
  for (let buyer = 1; buyer + 1 < byBuyer.start.length; buyer++) {
    all.push(...gapsOf(baskets, rowOf(byBuyer, buyer)))
  }
  const shop = all.toSorted((a, b) => a - b)[all.length >> 1] ?? monthDays
  const shares = returnShares(baskets, byBuyer, shop, now)
  const found: Overdue[] = []
  for (let buyer = 1; buyer + 1 < byBuyer.start.length; buyer++) {
    const own = rowOf(byBuyer, buyer)
    if (own.length < fewestOrders) continue
    const usual = Math.max(1, usualInterval(gapsOf(baskets, own), shop))
    const since = now - (baskets.at[own.at(-1) ?? 0] ?? 0)
    const lateness = since / usual
    if (lateness < lateFrom || lateness >= lostFrom) continue
    const returns = shares[stepOf(lateness)] ?? proportion(0, 0)
    found.push({ buyer, orders: own.length, usual, since, returns })
  }
  return found.toSorted((a, b) => b.orders * b.returns.value - a.orders * a.returns.value)
}

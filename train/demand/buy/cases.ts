import type { BuyHistory } from "../../../models/demand/buy-features"
import { activityAt } from "../../../src/features/shop-activity"
import type { Draw } from "../random"
import { type RetailLine, retailDays, retailLines, retailStart } from "../sets/online-retail"

export type BuyCase = { history: BuyHistory; bought: 0 | 1; origin: number }
export type BuyCases = { training: BuyCase[]; validation: BuyCase[]; test: BuyCase[] }

const weekMs = 7 * 86_400_000
export const weekCount = Math.floor(retailDays / 7)
/** The last 13 weeks are reported on; the 12 before them calibrate and choose. */
const testWeeks = 13
const validationWeeks = 12
const firstOrigin = 20
const trainingSample = { item: 60_000, buyer: 30_000 } as const
const aheadOf = { item: 1, buyer: 4 } as const

type Activity = {
  units: Float64Array
  days: Uint8Array
  /** The newest day of the week with a sale, 1..7; 0 without. */
  newest: Uint8Array
}

function weeklyBy(lines: RetailLine[], key: (line: RetailLine) => string): Map<string, Activity> {
  const all = new Map<string, Activity>()
  for (const line of lines) {
    const week = Math.floor((line.at - retailStart) / weekMs)
    const name = key(line)
    if (name === "" || week >= weekCount) continue
    const own = all.get(name) ?? {
      units: new Float64Array(weekCount),
      days: new Uint8Array(weekCount),
      newest: new Uint8Array(weekCount)
    }
    own.units[week] = (own.units[week] as number) + line.quantity
    // lines are in order of time
    const weekday = 1 + Math.floor(((line.at - retailStart) % weekMs) / (weekMs / 7))
    if (own.newest[week] !== weekday) own.days[week] = (own.days[week] as number) + 1
    own.newest[week] = weekday
    all.set(name, own)
  }
  return all
}

/** Days from the last sale before a week to its start; `first` is a week with a sale. */
function quietBefore({ newest }: Activity, week: number, first: number): number {
  let last = week - 1
  while (last > first && newest[last] === 0) last--
  return 7 * (week - 1 - last) + 7 - (newest[last] as number)
}

function casesOf(kind: "item" | "buyer", activities: Map<string, Activity>, draw: Draw): BuyCases {
  const ahead = aheadOf[kind]
  const active = new Float64Array(weekCount)
  for (const { units: own } of activities.values()) {
    own.forEach((units, week) => {
      if (units > 0) active[week] = (active[week] as number) + 1
    })
  }
  const cases: BuyCases = { training: [], validation: [], test: [] }
  const testFrom = weekCount - testWeeks
  const validationFrom = testFrom - validationWeeks
  for (let origin = firstOrigin; origin + ahead <= weekCount; origin++) {
    // what is asked for must not reach into the next part
    const part =
      origin >= testFrom
        ? "test"
        : origin >= validationFrom && origin + ahead <= testFrom
          ? "validation"
          : origin + ahead <= validationFrom
            ? "training"
            : null
    // periods of buyers do not overlap where they are reported on
    if (part === null || (part === "test" && (origin - testFrom) % ahead !== 0)) continue
    const activity = activityAt(active, origin, ahead)
    for (const own of activities.values()) {
      const first = own.units.findIndex((units) => units > 0)
      if (first < 0 || first >= origin) continue
      const bought = own.units.subarray(origin, origin + ahead).some((units) => units > 0) ? 1 : 0
      const history: BuyHistory = {
        weeks: own.units.subarray(first, origin),
        days: own.days.subarray(first, origin),
        quiet: quietBefore(own, origin, first),
        ahead,
        kind,
        ...activity
      }
      cases[part].push({ history, bought, origin })
    }
  }
  const sample = (all: BuyCase[], most: number) =>
    all.length <= most ? all : Array.from({ length: most }, () => draw.pick(all))
  return {
    training: sample(cases.training, trainingSample[kind]),
    validation: sample(cases.validation, 12_000),
    test: sample(cases.test, 20_000)
  }
}

/** Will an item sell next week, will a buyer buy in the next four: cases of the Online Retail shop, split by time. */
export function buyCases(draw: Draw): Record<"item" | "buyer", BuyCases> {
  const lines = retailLines()
  return {
    item: casesOf(
      "item",
      weeklyBy(lines, ({ sku }) => sku),
      draw
    ),
    buyer: casesOf(
      "buyer",
      weeklyBy(lines, ({ customer }) => customer),
      draw
    )
  }
}

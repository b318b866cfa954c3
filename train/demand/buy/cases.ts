import type { BuyHistory } from "../../../models/demand/buy-features"
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
const trainingSample = { item: 36_000, buyer: 24_000 } as const
const aheadOf = { item: 1, buyer: 4 } as const

function weeklyBy(
  lines: RetailLine[],
  key: (line: RetailLine) => string
): Map<string, Float64Array> {
  const weeks = new Map<string, Float64Array>()
  for (const line of lines) {
    const week = Math.floor((line.at - retailStart) / weekMs)
    const name = key(line)
    if (name === "" || week >= weekCount) continue
    const own = weeks.get(name) ?? new Float64Array(weekCount)
    own[week] = (own[week] as number) + line.quantity
    weeks.set(name, own)
  }
  return weeks
}

/** Mean of a part; 0 of nothing. */
function meanOf(values: Float64Array, from: number, to: number): number {
  const part = values.subarray(Math.max(0, from), to)
  return part.length > 0 ? part.reduce((a, b) => a + b, 0) / part.length : 0
}

/** Activity of the shop a year ago in the weeks asked for, over the four weeks before those. */
function seasonAt(active: Float64Array, origin: number, ahead: number): number {
  const yearAgo = origin - 52
  if (yearAgo < 4) return 1
  return (meanOf(active, yearAgo, yearAgo + ahead) + 1) / (meanOf(active, yearAgo - 4, yearAgo) + 1)
}

/** Activity of the last two weeks over the last thirteen. */
export const paceAt = (active: Float64Array, origin: number): number =>
  (meanOf(active, origin - 2, origin) + 1) / (meanOf(active, origin - 13, origin) + 1)

function casesOf(kind: "item" | "buyer", weeks: Map<string, Float64Array>, draw: Draw): BuyCases {
  const ahead = aheadOf[kind]
  const active = new Float64Array(weekCount)
  for (const own of weeks.values()) {
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
    for (const own of weeks.values()) {
      const first = own.findIndex((units) => units > 0)
      if (first < 0 || first >= origin) continue
      const bought = own.subarray(origin, origin + ahead).some((units) => units > 0) ? 1 : 0
      const history: BuyHistory = {
        weeks: own.subarray(first, origin),
        ahead,
        kind,
        season: seasonAt(active, origin, ahead),
        pace: paceAt(active, origin)
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

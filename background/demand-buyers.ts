import type { OrderLines } from "../src/domain/history"
import { buyerPurchases, mostDays } from "../src/features/buyer-purchases"
import { toWeeks } from "../src/features/demand-history"
import { salesRhythm } from "../src/features/sales-rhythm"
import { activityAt } from "../src/features/shop-activity"
import type { LikelyBuyer } from "../src/messaging/protocol"
import type { Database } from "../src/store/database"
import { readLines } from "../src/store/history"
import type { RunDemand } from "./demand"

const dayMs = 86_400_000
const weeksAhead = 4
/** Buyers that are shown, and judged between two breaths. */
const shown = 20
const slice = 2_000
/** Who has been away for longer is not asked for. */
const longestQuiet = 400

/** How many buyers were active a week, newest last. */
function activeBuyers(lines: OrderLines, today: number): Float64Array {
  const active = new Float64Array(Math.ceil(mostDays / 7))
  for (const { units } of buyerPurchases(lines, today)) {
    const weeks = toWeeks(units)
    weeks.forEach((bought, i) => {
      const week = active.length - weeks.length + i
      if (bought > 0) active[week] = (active[week] as number) + 1
    })
  }
  return active
}

const slicesOf = function* <T>(all: Iterable<T>): Generator<T[]> {
  let part: T[] = []
  for (const one of all) {
    part.push(one)
    if (part.length === slice) {
      yield part
      part = []
    }
  }
  yield part
}

/**
 * The buyers most likely to buy within four weeks, by their own rhythm. Only who bought on two days or more: of a single
 * purchase nothing personal is known. Buyers are pseudonyms.
 */
export async function likelyBuyers(
  db: Database,
  run: RunDemand,
  now: number
): Promise<LikelyBuyer[]> {
  const today = Math.floor(now / dayMs)
  const lines = await readLines(db)
  const active = activeBuyers(lines, today)
  const activity = activityAt(active, active.length, weeksAhead)
  let best: LikelyBuyer[] = []
  for (const part of slicesOf(buyerPurchases(lines, today))) {
    await new Promise((resolve) => setTimeout(resolve))
    const known = part
      .map((one) => ({ ...one, rhythm: salesRhythm(one.units) }))
      .filter(({ days, rhythm }) => days >= 2 && rhythm.quiet <= longestQuiet)
    const chances = await run(async (model) =>
      model.buyChances(
        known.map(({ units, rhythm }) => ({
          weeks: toWeeks(units),
          ...rhythm,
          ...activity,
          ahead: weeksAhead,
          kind: "buyer"
        }))
      )
    )
    const judged = known.map(
      ({ buyer, days, units, rhythm: { quiet } }, k): LikelyBuyer => ({
        buyer,
        chance: chances[k] as number,
        purchases: days,
        usualDays: Math.round((units.length - 1 - quiet) / (days - 1)),
        lastDay: today - 1 - quiet
      })
    )
    best = [...best, ...judged].sort((a, b) => b.chance - a.chance).slice(0, shown)
  }
  return best
}

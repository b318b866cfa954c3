import type { StockNote } from "../domain/history"

const dayMs = 86_400_000
/** A silence is taken for a stock-out when it would come by chance less often than this. */
const chance = 0.001
const fewestDays = 7

/** Units that can be sold by a note: what is available, else what is on hand. */
export const unitsOf = ({ available, onHand }: StockNote) => available ?? onHand

/**
 * Days of a series (from `firstDay`, days since 1970) on which nobody could buy: from a note of no stock to the next note
 * of some, but for days with a sale.
 */
export function notedStockouts(
  notes: StockNote[],
  firstDay: number,
  units: Float64Array
): boolean[] {
  const out = new Array<boolean>(units.length).fill(false)
  const sorted = [...notes].sort((a, b) => a.at - b.at)
  sorted.forEach((note, i) => {
    if ((unitsOf(note) ?? 1) > 0) return
    const from = Math.floor(note.at / dayMs) - firstDay
    const next = sorted[i + 1]
    const to = next ? Math.floor(next.at / dayMs) - firstDay : units.length
    for (let t = Math.max(0, from); t < Math.min(units.length, to); t++) {
      if (units[t] === 0) out[t] = true
    }
  })
  return out
}

/**
 * Runs of days without a sale, between sales, that are too long to be chance for an item that sold so often before:
 * sales that stop and come back. The run at the end is left alone: whether it ends is not known.
 */
export function silentStockouts(units: Float64Array): boolean[] {
  const out = new Array<boolean>(units.length).fill(false)
  const window = 56
  let run = 0
  for (let t = 0; t < units.length; t++) {
    if (units[t] === 0) {
      run++
      continue
    }
    const start = t - run
    if (run >= fewestDays && start >= 28) {
      const before = units.subarray(Math.max(0, start - window), start)
      const share = before.reduce((sum, value) => sum + (value > 0 ? 1 : 0), 0) / before.length
      if ((1 - share) ** run < chance) out.fill(true, start, t)
    }
    run = 0
  }
  return out
}

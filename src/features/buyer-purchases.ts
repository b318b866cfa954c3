import type { OrderLines } from "../domain/history"
import { unsoldStatuses } from "../domain/order-status"

const dayMs = 86_400_000
/** The newest days that are looked at: two years and a season. */
export const mostDays = 760

/** One buyer's purchases a day, from the first to the day before today. */
export type BuyerPurchases = {
  /** The pseudonym. */
  buyer: string
  units: Float64Array
  /** Days with a purchase. */
  days: number
}

/** Rows of each buyer side by side: `rows` from `starts[b]` to `starts[b + 1]`. */
function rowsByBuyer({ rows, buyer, buyers, status }: OrderLines, isIn: (row: number) => boolean) {
  const counts = new Uint32Array(buyers.length + 1)
  const isKept = (row: number) => !unsoldStatuses.has(status[row] as number) && isIn(row)
  for (let row = 0; row < rows; row++) {
    const next = (buyer[row] as number) + 1
    if (isKept(row)) counts[next] = (counts[next] as number) + 1
  }
  const starts = counts.map((_, b) => b)
  for (let b = 0, sum = 0; b < counts.length; b++) {
    sum += counts[b] as number
    starts[b] = sum
  }
  const places = starts.slice()
  const sorted = new Uint32Array(starts.at(-1) ?? 0)
  for (let row = 0; row < rows; row++) {
    if (!isKept(row)) continue
    const b = buyer[row] as number
    sorted[places[b] as number] = row
    places[b] = (places[b] as number) + 1
  }
  return { starts, rows: sorted }
}

/** Every known buyer's purchases before `today` (days since 1970), one at a time: a shop may have a million buyers. */
export function* buyerPurchases(lines: OrderLines, today: number): Generator<BuyerPurchases> {
  const dayOf = (row: number) => Math.floor((lines.at[row] as number) / dayMs)
  const isIn = (row: number) => {
    const day = dayOf(row)
    return day < today && day >= today - mostDays
  }
  const { starts, rows } = rowsByBuyer(lines, isIn)
  for (let b = 1; b < lines.buyers.length; b++) {
    const [from, to] = [starts[b] as number, starts[b + 1] as number]
    if (from === to) continue
    const first = dayOf(rows[from] as number)
    const units = new Float64Array(today - first)
    let days = 0
    for (let i = from; i < to; i++) {
      const row = rows[i] as number
      const t = dayOf(row) - first
      if (units[t] === 0) days++
      units[t] = (units[t] as number) + Math.max(1, lines.quantity[row] as number)
    }
    yield { buyer: lines.buyers[b] as string, units, days }
  }
}

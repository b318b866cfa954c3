import type { Verdict } from "../domain/feedback"
import type { Money } from "../domain/money"

/** One order that the seller judged: what was said of it, whether it had been flagged, and what it was worth. */
export type Judged = {
  verdict: Verdict
  flagged: boolean
  probability: number
  total?: Money
}

export type CalibrationRow = { said: number; found: number; orders: number }
export type Quality = {
  verdicts: number
  precision: number | null
  recall: number | null
  f1: number | null
  /** Expected calibration error over five bins (Guo 2017). */
  error: number
  bins: CalibrationRow[]
  /** Value of flagged orders that were called fraud, by currency. */
  saved: Money[]
}

const binCount = 5
const ratio = (part: number, all: number) => (all > 0 ? part / all : null)

/** How right the flags were, by the seller's own verdicts and the claims that came without a flag. */
export function riskQuality(judged: readonly Judged[], missed: number): Quality {
  const flagged = judged.filter((one) => one.flagged)
  const right = flagged.filter(({ verdict }) => verdict === "fraud")
  const bad = judged.filter(({ verdict }) => verdict === "fraud").length + missed
  const precision = ratio(right.length, flagged.length)
  const recall = ratio(right.length, bad)
  const f1 =
    precision !== null && recall !== null && precision + recall > 0
      ? (2 * precision * recall) / (precision + recall)
      : null
  const bins = Array.from({ length: binCount }, (_, bin) => {
    const inside = judged.filter(
      ({ probability }) => Math.min(binCount - 1, Math.floor(probability * binCount)) === bin
    )
    const mean = (values: number[]) =>
      values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length)
    return {
      said: mean(inside.map(({ probability }) => probability)),
      found: mean(inside.map(({ verdict }) => Number(verdict === "fraud"))),
      orders: inside.length
    }
  }).filter(({ orders }) => orders > 0)
  const saved = new Map<string, number>()
  for (const { total } of right) {
    if (total) saved.set(total.currency, (saved.get(total.currency) ?? 0) + total.minor)
  }
  return {
    verdicts: judged.length,
    precision,
    recall,
    f1,
    error:
      bins.reduce((sum, { said, found, orders }) => sum + orders * Math.abs(said - found), 0) /
      Math.max(1, judged.length),
    bins,
    saved: [...saved].map(([currency, minor]) => ({ currency, minor }))
  }
}

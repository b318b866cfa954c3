import type { DemandSeries } from "../../src/features/demand-series"
import { coveredShare } from "./coverage"
import { levelCount, levels } from "./levels"
import type { Quantiled } from "./quantiled"

/** What a forecaster is given and what came after. */
export type Window = { series: DemandSeries; horizon: number; actual: Float64Array }

/** Mean squared change from one step to the next, the denominator of RMSSE. */
export function stepError(y: Float64Array): number {
  let squares = 0
  let count = 0
  for (let t = 1; t < y.length; t++) {
    const change = (y[t] as number) - (y[t - 1] as number)
    if (Number.isNaN(change)) continue
    squares += change * change
    count++
  }
  return count > 0 ? squares / count : 0
}

/** What one forecast of one window adds to the sums of a set. */
export type Score = {
  /** Sum of |actual|, and of twice the mean pinball loss of the nine quantiles. */
  size: number
  loss: number
  rmsse: number
  bias: number
  covered80: number
  covered95: number
  steps: number
}

/** Scores one window; a step that was not observed counts nowhere. */
export function scoreOf(window: Window, { mean, quantiles, zero }: Quantiled): Score {
  const { actual, horizon } = window
  const score: Score = { size: 0, loss: 0, rmsse: 0, bias: 0, covered80: 0, covered95: 0, steps: 0 }
  let squares = 0
  for (let h = 0; h < horizon; h++) {
    const y = actual[h] as number
    if (Number.isNaN(y)) continue
    score.steps++
    score.size += Math.abs(y)
    const error = (mean[h] as number) - y
    score.bias += error
    squares += error * error
    for (let k = 1; k < levelCount - 1; k++) {
      const off = y - (quantiles[h * levelCount + k] as number)
      score.loss +=
        (2 / 9) * Math.max((levels[k] as number) * off, ((levels[k] as number) - 1) * off)
    }
    const row = quantiles.subarray(h * levelCount, (h + 1) * levelCount)
    score.covered80 += coveredShare(y, row, zero[h] as number, 0.1)
    score.covered95 += coveredShare(y, row, zero[h] as number, 0.025)
  }
  score.rmsse = Math.sqrt(squares / score.steps / stepError(window.series.y))
  return score
}

const sum = (scores: Score[], of: (score: Score) => number) =>
  scores.reduce((all, one) => all + of(one), 0)

export const wql = (scores: Score[]) =>
  sum(scores, ({ loss }) => loss) / sum(scores, ({ size }) => size)
export const rmsse = (scores: Score[]) => sum(scores, (one) => one.rmsse) / scores.length
export const bias = (scores: Score[]) =>
  sum(scores, (one) => one.bias) / sum(scores, ({ size }) => size)
export const coverage = (scores: Score[], of: "covered80" | "covered95") =>
  sum(scores, (one) => one[of]) / sum(scores, ({ steps }) => steps)

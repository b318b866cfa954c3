import { seededRandom } from "../../models/anomaly/random"
import { coveredShare } from "../../models/demand/coverage"
import { levelCount, levels } from "../../models/demand/levels"
import type { Quantiled } from "../../models/demand/quantiled"
import { stepError, type Window } from "./windows"

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

/** 95 % interval of a ratio of two forecasters' measures, both on the same resampled windows (Efron 1979). */
export function pairedRatio(
  a: Score[],
  b: Score[],
  measure: (scores: Score[]) => number,
  resamples = 400
): [number, number] {
  const random = seededRandom(1)
  const ratios = Array.from({ length: resamples }, () => {
    const chosen = a.map(() => Math.floor(random() * a.length))
    const pick = (scores: Score[]) => chosen.map((i) => scores[i] as Score)
    return measure(pick(a)) / measure(pick(b))
  }).sort((x, y) => x - y)
  return [
    ratios[Math.floor(resamples * 0.025)] ?? Number.NaN,
    ratios[Math.floor(resamples * 0.975)] ?? Number.NaN
  ]
}

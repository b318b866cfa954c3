import { seededRandom } from "../../models/anomaly/random"
import type { Score } from "../../models/demand/scores"

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

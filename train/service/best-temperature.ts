import { softmax } from "../../models/service/intent-net"

/** The temperature at which scores are least surprised by the true places (Guo et al. 2017). */
export function bestTemperature(scores: Float32Array[], truth: number[]): number {
  const surprise = (temperature: number) =>
    scores.reduce(
      (sum, row, i) =>
        sum - Math.log(Math.max(1e-9, softmax(row, temperature)[truth[i] ?? 0] ?? 1)),
      0
    )
  const candidates = Array.from({ length: 60 }, (_, i) => 0.2 * 1.07 ** i)
  return candidates.reduce((best, one) => (surprise(one) < surprise(best) ? one : best))
}

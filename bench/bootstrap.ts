import { seededRandom } from "../models/anomaly/random"

/** 95 % interval of a measure by resampling its cases (Efron's percentile bootstrap), seeded. */
export function bootstrap(
  cases: number,
  measure: (chosen: number[]) => number,
  resamples = 200
): { low: number; high: number } {
  const random = seededRandom(1)
  const values = Array.from({ length: resamples }, () =>
    measure(Array.from({ length: cases }, () => Math.floor(random() * cases)))
  ).sort((a, b) => a - b)
  const at = (share: number) => values[Math.min(resamples - 1, Math.floor(resamples * share))] ?? 0
  return { low: at(0.025), high: at(0.975) }
}

export const meanOf = (values: number[]) =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length)

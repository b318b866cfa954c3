import { seededRandom } from "../../models/anomaly/random"

export const mean = (values: number[]) => values.reduce((sum, one) => sum + one, 0) / values.length

/** 95 % interval of the mean difference a − b of paired cases: percentile bootstrap (Efron 1979), seeded. */
export function pairedInterval(a: number[], b: number[], resamples = 1_000): [number, number] {
  const random = seededRandom(1)
  const differences = a.map((value, i) => value - (b[i] ?? 0))
  const means = Array.from({ length: resamples }, () => {
    let sum = 0
    for (let i = 0; i < differences.length; i++) {
      sum += differences[Math.floor(random() * differences.length)] ?? 0
    }
    return sum / differences.length
  }).sort((x, y) => x - y)
  return [means[Math.floor(resamples * 0.025)] ?? 0, means[Math.floor(resamples * 0.975)] ?? 0]
}

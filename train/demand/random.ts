import { seededRandom } from "../../models/anomaly/random"

/** Draws from the distributions that invented demand is made of; the same for the same seed. */
export class Draw {
  readonly next: () => number

  constructor(seed: number) {
    this.next = seededRandom(seed)
  }

  between(low: number, high: number): number {
    return low + (high - low) * this.next()
  }

  whole(low: number, high: number): number {
    return Math.floor(this.between(low, high + 1))
  }

  chance(share: number): boolean {
    return this.next() < share
  }

  pick<T>(values: readonly T[]): T {
    return values[Math.floor(this.next() * values.length)] as T
  }

  /** Box and Muller (1958). */
  normal(): number {
    return Math.sqrt(-2 * Math.log(1 - this.next())) * Math.cos(2 * Math.PI * this.next())
  }

  /** Log-uniform. */
  spread(low: number, high: number): number {
    return Math.exp(this.between(Math.log(low), Math.log(high)))
  }

  /** Marsaglia and Tsang (2000), shape and mean. */
  gamma(shape: number, mean: number): number {
    if (shape < 1)
      return (
        this.gamma(shape + 1, (mean * (1 + 1 / shape) * shape) / (shape + 1)) *
        this.next() ** (1 / shape)
      )
    const d = shape - 1 / 3
    for (;;) {
      const x = this.normal()
      const v = (1 + x / Math.sqrt(9 * d)) ** 3
      if (v > 0 && Math.log(1 - this.next()) < 0.5 * x * x + d - d * v + d * Math.log(v)) {
        return (d * v * mean) / shape
      }
    }
  }

  poisson(mean: number): number {
    if (mean > 50) return Math.max(0, Math.round(mean + Math.sqrt(mean) * this.normal()))
    const limit = Math.exp(-mean)
    let count = 0
    for (let product = this.next(); product > limit; product *= this.next()) count++
    return count
  }

  /** Counts with variance mean + mean²/size. */
  negativeBinomial(mean: number, size: number): number {
    return mean > 0 ? this.poisson(this.gamma(size, mean)) : 0
  }
}

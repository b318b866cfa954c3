import { startOfCroston } from "./croston-sba"
import type { Forecaster } from "./forecaster"

const constants = [0.03, 0.1, 0.25].flatMap((size) =>
  [0.02, 0.06, 0.15, 0.3].map((chance) => [size, chance] as const)
)

/** Smooths size and chance of a demand apart, so that an item that dies fades (Teunter, Syntetos and Babai 2011). */
export const tsb: Forecaster = ({ y, horizon, origins }, out) => {
  const start = startOfCroston(y)
  const run = (sizeRate: number, chanceRate: number, keep: boolean): number => {
    let size = start.size
    let chance = 1 / Math.max(1, start.interval)
    let squares = 0
    let row = 0
    for (let t = 0; t <= y.length; t++) {
      if (keep && t === origins[row]) out.fill(chance * size, row * horizon, ++row * horizon)
      if (t === y.length) break
      const value = y[t] as number
      if (Number.isNaN(value)) continue
      squares += (value - chance * size) ** 2
      if (value > 0) {
        size += sizeRate * (value - size)
        chance += chanceRate * (1 - chance)
      } else chance -= chanceRate * chance
    }
    return squares
  }
  let best = constants[0] as readonly [number, number]
  let least = Number.POSITIVE_INFINITY
  for (const one of constants) {
    const squares = run(one[0], one[1], false)
    if (squares < least) {
      least = squares
      best = one
    }
  }
  run(best[0], best[1], true)
}

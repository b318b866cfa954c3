import { expertCount } from "./experts"
import { levelCount, levels } from "./levels"
import type { PastForecast } from "./past-forecast"
import { poolMembers } from "./pool"
import type { Quantiled } from "./quantiled"
import { simplexWeights } from "./simplex"

/** How much each expert counts: for quantiles, and for the mean (the network and the members once each). */
export type Stack = { quantiles: Float64Array; mean: Float64Array }

const meanCount = 1 + poolMembers.length
/**
 * What the network counts before anything is known of the shop; the rest is shared by the others. Its mean is seldom
 * bettered.
 */
const trust = { quantiles: 0.5, mean: 0.9 } as const
/** Pull of the shop towards `trust`, and of a class towards the whole shop, where there are a thousand rows. */
const pulls = { quantiles: 0.002, mean: 0.02, class: 0.05 } as const
/** Fewest rows to learn from, and most that are looked at. */
const fewestRows = 40
const mostRows = 2_500
/** An expert that counts less than this is not heard. */
const silence = 0.03

const trusted = (count: number, network: number) =>
  new Float64Array(count).fill((1 - network) / (count - 1)).fill(network, 0, 1)

/** The network alone. */
export const networkOnly = (): Stack => ({
  quantiles: new Float64Array(expertCount).fill(1, 0, 1),
  mean: new Float64Array(meanCount).fill(1, 0, 1)
})

type Row = { past: PastForecast; step: number; actual: number }

function rowsOf(past: PastForecast[]): Row[] {
  const rows = past.flatMap((one) =>
    [...one.actual].flatMap((actual, step) =>
      Number.isNaN(actual) ? [] : [{ past: one, step, actual }]
    )
  )
  const every = Math.max(1, rows.length / mostRows)
  return rows.filter((_, i) => Math.floor(i / every) !== Math.floor((i - 1) / every))
}

const pinball = (off: number, level: number) => Math.max(level * off, (level - 1) * off)

/** Quantile losses of the blend, an item's by the root of its size: neither the largest nor the smallest decide alone. */
function quantileWeights(rows: Row[], prior: Float64Array, pull: number): Float64Array {
  const inner = levelCount - 2
  // what the experts say, side by side for each row and level: the loop below runs a hundred times
  const said = new Float32Array(rows.length * inner * expertCount)
  const sizes = Float64Array.from(rows, ({ past }) => 1 / Math.sqrt(past.scale))
  let atStart = 1e-9
  rows.forEach(({ past, step, actual }, row) => {
    past.experts.forEach(({ quantiles }, e) => {
      for (let k = 0; k < inner; k++)
        said[(row * inner + k) * expertCount + e] = quantiles[step * levelCount + k + 1] as number
    })
    for (let k = 0; k < inner; k++) {
      const off = actual - (said[(row * inner + k) * expertCount] as number)
      atStart += pinball(off, levels[k + 1] as number) * (sizes[row] as number)
    }
  })
  return simplexWeights(prior, pull, (weights) => {
    const slope = new Float64Array(expertCount)
    for (let row = 0; row < rows.length; row++) {
      const actual = rows[row]?.actual as number
      const size = (sizes[row] as number) / atStart
      for (let k = 0; k < inner; k++) {
        const at = (row * inner + k) * expertCount
        let blend = 0
        for (let e = 0; e < expertCount; e++)
          blend += (weights[e] as number) * (said[at + e] as number)
        const level = levels[k + 1] as number
        const side = (actual < blend ? 1 - level : -level) * size
        for (let e = 0; e < expertCount; e++)
          slope[e] = (slope[e] as number) + side * (said[at + e] as number)
      }
    }
    return slope
  })
}

/** Squared errors of the blended mean in units of each item's own step error, as RMSSE counts them. */
function meanWeights(rows: Row[], prior: Float64Array, pull: number): Float64Array {
  const products = new Float64Array(meanCount * meanCount)
  for (const { past, step, actual } of rows) {
    const errors = Array.from(
      { length: meanCount },
      (_, e) => ((past.experts[e]?.mean[step] as number) - actual) / Math.sqrt(past.stepError)
    )
    // one great surprise must not choose the blend
    const size = 1 / Math.max(1, Math.abs(errors[0] as number))
    for (let i = 0; i < meanCount; i++) {
      for (let j = 0; j < meanCount; j++) {
        products[i * meanCount + j] =
          (products[i * meanCount + j] as number) +
          size * (errors[i] as number) * (errors[j] as number)
      }
    }
  }
  const atStart = Math.max(products[0] as number, 1e-9)
  return simplexWeights(prior, pull, (weights) =>
    weights.map((_, i) => {
      let sum = 0
      for (let j = 0; j < meanCount; j++)
        sum += (products[i * meanCount + j] as number) * (weights[j] as number)
      return sum / atStart
    })
  )
}

/** Leaves out experts that hardly count. */
function heard(weights: Float64Array): Float64Array {
  const loud = weights.map((weight) => (weight >= silence ? weight : 0))
  const sum = loud.reduce((a, b) => a + b)
  return loud.map((weight) => weight / sum)
}

/**
 * Stacking (Wolpert 1992) on a shop's own past windows: quantiles are averaged level by level (Vincent averaging, Ratcliff
 * 1979), means linearly, with weights that would have done best. Starts from `prior` (the whole shop's, for a class) or from
 * trust in the network; few rows move it little.
 */
export function fitStack(past: PastForecast[], prior?: Stack): Stack {
  const rows = rowsOf(past)
  if (rows.length < fewestRows) return prior ?? networkOnly()
  const start = prior ?? {
    quantiles: trusted(expertCount, trust.quantiles),
    mean: trusted(meanCount, trust.mean)
  }
  const few = Math.min(4, 1_000 / rows.length + 0.25)
  const pull = (of: "quantiles" | "mean") => few * (prior ? pulls.class : pulls[of])
  const floor = (weights: Float64Array) => weights.map((weight) => Math.max(weight, 1e-4))
  return {
    quantiles: heard(quantileWeights(rows, floor(start.quantiles), pull("quantiles"))),
    mean: heard(meanWeights(rows, floor(start.mean), pull("mean")))
  }
}

/** The blend of experts; `expert` gives each that is heard. A quantile at which the network sees no sale stays zero. */
export function applyStack(
  { quantiles, mean }: Stack,
  expert: (index: number) => Quantiled
): Quantiled {
  const network = expert(0)
  const out: Quantiled = {
    mean: new Float32Array(network.mean.length),
    quantiles: new Float32Array(network.quantiles.length),
    zero: network.zero
  }
  for (let e = 0; e < expertCount; e++) {
    const [weight, meanWeight] = [quantiles[e] as number, mean[e] ?? 0]
    if (weight === 0 && meanWeight === 0) continue
    const own = expert(e)
    for (let i = 0; i < out.quantiles.length; i++) {
      if (network.quantiles[i] !== 0)
        out.quantiles[i] = (out.quantiles[i] as number) + weight * (own.quantiles[i] as number)
    }
    for (let h = 0; h < out.mean.length; h++)
      out.mean[h] = (out.mean[h] as number) + meanWeight * (own.mean[h] as number)
  }
  return out
}

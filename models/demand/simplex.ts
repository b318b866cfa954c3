const rounds = 100
const rate = 3

/**
 * Weights, 0 or more with sum 1, that lessen a convex loss: exponentiated gradient (Kivinen and Warmuth 1997) from a prior
 * and pulled back to it. `gradient` is that of the loss over its value at the start, so that steps have no unit.
 */
export function simplexWeights(
  prior: Float64Array,
  pull: number,
  gradient: (weights: Float64Array) => Float64Array
): Float64Array {
  let weights = prior
  for (let round = 0; round < rounds; round++) {
    const step = rate / Math.sqrt(1 + round / 10)
    const slope = gradient(weights)
    const logs = weights.map(
      (weight, i) =>
        (1 - step * pull) * Math.log(Math.max(weight, 1e-12)) +
        step * (pull * Math.log(Math.max(prior[i] as number, 1e-12)) - (slope[i] as number))
    )
    const top = logs.reduce((a, b) => Math.max(a, b))
    const raised = logs.map((value) => Math.exp(value - top))
    const sum = raised.reduce((a, b) => a + b)
    weights = raised.map((value) => value / sum)
  }
  return weights
}

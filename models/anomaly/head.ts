/** Log-odds = bias + Σ weight × input. */
export type Head = { weights: Float64Array; bias: number }

/** What is believed before the first verdict: a head, and how firmly each weight, the bias last, is held to it. */
export type HeadPrior = { head: Head; strengths: Float64Array }

const mostSteps = 25
/** A step that helps less than this is the last. */
const leastGain = 1e-7

/**
 * Logistic regression with a Gaussian prior, by Newton's method (maximum a posteriori; Jaakkola and Jordan 2000
 * describe the model). Without a verdict the prior comes back; each verdict moves the weights at once.
 * @param inputs one row a verdict, `size` numbers each
 * @param targets 1 = confirmed, 0 = fine
 * @param weights how much each verdict counts; 1 when left out
 */
export function fitHead(
  inputs: readonly ArrayLike<number>[],
  targets: ArrayLike<number>,
  prior: HeadPrior,
  weights?: ArrayLike<number>
): Head {
  const size = prior.head.weights.length
  const n = size + 1
  const mean = Float64Array.of(...prior.head.weights, prior.head.bias)
  const { strengths } = prior
  const weightOf = (row: number) => weights?.[row] ?? 1
  const logOdds = (beta: Float64Array, input: ArrayLike<number>) => {
    let sum = beta[size] ?? 0
    for (let i = 0; i < size; i++) sum += (beta[i] ?? 0) * (input[i] ?? 0)
    return sum
  }
  /** Minus the log posterior: what Newton goes down on. */
  const loss = (beta: Float64Array) => {
    let sum = 0
    for (let i = 0; i < n; i++)
      sum += 0.5 * (strengths[i] ?? 0) * ((beta[i] ?? 0) - (mean[i] ?? 0)) ** 2
    inputs.forEach((input, row) => {
      const z = logOdds(beta, input)
      sum +=
        weightOf(row) *
        (Math.max(0, z) + Math.log1p(Math.exp(-Math.abs(z))) - (targets[row] ?? 0) * z)
    })
    return sum
  }
  let beta = mean.slice()
  let best = loss(beta)
  for (let step = 0; step < mostSteps; step++) {
    const gradient = beta.map((value, i) => (strengths[i] ?? 0) * (value - (mean[i] ?? 0)))
    const hessian = new Float64Array(n * n)
    for (let i = 0; i < n; i++) hessian[i * n + i] = strengths[i] ?? 0
    inputs.forEach((input, row) => {
      const probability = sigmoid(logOdds(beta, input))
      const error = weightOf(row) * (probability - (targets[row] ?? 0))
      const curve = weightOf(row) * probability * (1 - probability)
      for (let i = 0; i < n; i++) {
        const x = i < size ? (input[i] ?? 0) : 1
        if (x === 0) continue
        gradient[i] = (gradient[i] ?? 0) + error * x
        for (let j = 0; j <= i; j++) {
          const y = j < size ? (input[j] ?? 0) : 1
          hessian[i * n + j] = (hessian[i * n + j] ?? 0) + curve * x * y
        }
      }
    })
    const change = solveSymmetric(hessian, gradient)
    // a full step may overshoot far from the answer: halve it until it helps
    let next = beta
    let reached = best
    for (let size = 1; size > 1e-4; size /= 2) {
      next = beta.map((value, i) => value - size * (change[i] ?? 0))
      reached = loss(next)
      if (reached < best) break
    }
    if (!(reached < best - leastGain * Math.abs(best))) break
    beta = next
    best = reached
  }
  return { weights: beta.slice(0, size), bias: beta[size] ?? 0 }
}

export function logOddsOf({ weights, bias }: Head, input: ArrayLike<number>): number {
  let sum = bias
  for (let i = 0; i < weights.length; i++) sum += (weights[i] ?? 0) * (input[i] ?? 0)
  return sum
}

export const sigmoid = (logOdds: number) => 1 / (1 + Math.exp(-logOdds))

/** Solves H·x = g for a positive definite H of which the lower half is given, by Cholesky; H is overwritten. */
function solveSymmetric(lower: Float64Array, right: Float64Array): Float64Array {
  const n = right.length
  const at = (i: number, j: number) => lower[i * n + j] ?? 0
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = at(i, j)
      for (let k = 0; k < j; k++) sum -= at(i, k) * at(j, k)
      lower[i * n + j] = i === j ? Math.sqrt(Math.max(sum, 1e-12)) : sum / at(j, j)
    }
  }
  const x = right.slice()
  for (let i = 0; i < n; i++) {
    let sum = x[i] ?? 0
    for (let k = 0; k < i; k++) sum -= at(i, k) * (x[k] ?? 0)
    x[i] = sum / at(i, i)
  }
  for (let i = n - 1; i >= 0; i--) {
    let sum = x[i] ?? 0
    for (let k = i + 1; k < n; k++) sum -= at(k, i) * (x[k] ?? 0)
    x[i] = sum / at(i, i)
  }
  return x
}

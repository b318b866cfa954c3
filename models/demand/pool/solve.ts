/**
 * Solves (A + penalty) x = b for a symmetric positive matrix given by its lower triangle, by Cholesky. `penalty` is added
 * to the diagonal but for the first entry, the constant. Overwrites `work` and `x`.
 */
export function solveRidge(
  a: Float64Array,
  b: Float64Array,
  penalty: number,
  work: Float64Array,
  x: Float64Array
): void {
  const d = b.length
  for (let i = 0; i < d; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = a[i * d + j] as number
      if (i === j) sum += i === 0 ? 1e-6 : penalty
      for (let k = 0; k < j; k++) sum -= (work[i * d + k] as number) * (work[j * d + k] as number)
      work[i * d + j] = i === j ? Math.sqrt(Math.max(sum, 1e-9)) : sum / (work[j * d + j] as number)
    }
  }
  for (let i = 0; i < d; i++) {
    let sum = b[i] as number
    for (let k = 0; k < i; k++) sum -= (work[i * d + k] as number) * (x[k] as number)
    x[i] = sum / (work[i * d + i] as number)
  }
  for (let i = d - 1; i >= 0; i--) {
    let sum = x[i] as number
    for (let k = i + 1; k < d; k++) sum -= (work[k * d + i] as number) * (x[k] as number)
    x[i] = sum / (work[i * d + i] as number)
  }
}

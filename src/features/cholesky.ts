/**
 * Inverse of a symmetric positive definite matrix by Cholesky, computed in double precision; row-major.
 * @throws RangeError when it is not positive definite
 */
export function choleskyInverse(matrix: Float32Array | Float64Array, n: number): Float64Array {
  const lower = new Float64Array(n * n)
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = matrix[i * n + j] ?? 0
      for (let k = 0; k < j; k++) sum -= (lower[i * n + k] ?? 0) * (lower[j * n + k] ?? 0)
      if (i !== j) lower[i * n + j] = sum / (lower[j * n + j] ?? 1)
      else if (sum > 0) lower[i * n + i] = Math.sqrt(sum)
      else throw new RangeError("matrix is not positive definite")
    }
  }
  const inverse = new Float64Array(n * n)
  for (let i = 0; i < n; i++) {
    const pivot = 1 / (lower[i * n + i] ?? 1)
    inverse[i * n + i] = pivot
    for (let j = 0; j < i; j++) {
      let sum = 0
      for (let k = j; k < i; k++) sum -= (lower[i * n + k] ?? 0) * (inverse[k * n + j] ?? 0)
      inverse[i * n + j] = sum * pivot
    }
  }
  const result = new Float64Array(n * n)
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = 0
      for (let k = i; k < n; k++) sum += (inverse[k * n + i] ?? 0) * (inverse[k * n + j] ?? 0)
      result[i * n + j] = sum
      result[j * n + i] = sum
    }
  }
  return result
}

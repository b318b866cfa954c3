/** Centre, scale and whitening matrix of a history; |W·z|² is the Mahalanobis distance. */
export type Whitening = {
  features: number
  center: Float32Array
  scale: Float32Array
  matrix: Float32Array
}

/** Values beyond this many spreads count the same: one absurd order must not define the shop. */
export const mostSpreads = 8

/** Standardised and clipped copy of a row. */
export function standardize({ center, scale }: Whitening, row: Float32Array): Float32Array {
  return row.map((value, i) => {
    const z = (value - (center[i] ?? 0)) / (scale[i] ?? 1)
    return Math.max(-mostSpreads, Math.min(mostSpreads, z))
  })
}

/** Cholesky factor L (lower) of a symmetric positive definite matrix, row-major. */
function cholesky(matrix: Float64Array, n: number): Float64Array {
  const lower = new Float64Array(n * n)
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = matrix[i * n + j] ?? 0
      for (let k = 0; k < j; k++) sum -= (lower[i * n + k] ?? 0) * (lower[j * n + k] ?? 0)
      lower[i * n + j] = i === j ? Math.sqrt(Math.max(sum, 1e-9)) : sum / (lower[j * n + j] ?? 1)
    }
  }
  return lower
}

/** Inverse of a lower triangular matrix. */
function invertLower(lower: Float64Array, n: number): Float64Array {
  const inverse = new Float64Array(n * n)
  for (let column = 0; column < n; column++) {
    for (let i = column; i < n; i++) {
      let sum = i === column ? 1 : 0
      for (let k = column; k < i; k++)
        sum -= (lower[i * n + k] ?? 0) * (inverse[k * n + column] ?? 0)
      inverse[i * n + column] = sum / (lower[i * n + i] ?? 1)
    }
  }
  return inverse
}

/** Whitening by the Cholesky factor of a covariance shrunk towards the diagonal (Ledoit and Wolf's idea, fixed 0.1). */
export function fitWhitening(rows: Float32Array[], features: number): Whitening {
  const center = new Float32Array(features)
  const scale = new Float32Array(features)
  for (const row of rows)
    row.forEach((value, i) => {
      center[i] = (center[i] ?? 0) + value / rows.length
    })
  for (const row of rows) {
    row.forEach((value, i) => {
      scale[i] = (scale[i] ?? 0) + (value - (center[i] ?? 0)) ** 2 / rows.length
    })
  }
  // a column that hardly varies must not turn a small step into a giant one
  for (let i = 0; i < features; i++) scale[i] = Math.max(0.1, Math.sqrt(scale[i] ?? 0))
  const whitening = { features, center, scale, matrix: new Float32Array(features * features) }
  const covariance = new Float64Array(features * features)
  for (const row of rows) {
    const z = standardize(whitening, row)
    for (let i = 0; i < features; i++) {
      for (let j = 0; j <= i; j++) {
        const at = i * features + j
        covariance[at] = (covariance[at] ?? 0) + ((z[i] ?? 0) * (z[j] ?? 0)) / rows.length
      }
    }
  }
  for (let i = 0; i < features; i++) {
    for (let j = 0; j <= i; j++) {
      const at = i * features + j
      const value = i === j ? (covariance[at] ?? 0) + 0.1 : (covariance[at] ?? 0) * 0.9
      covariance[at] = value
      covariance[j * features + i] = value
    }
  }
  whitening.matrix = Float32Array.from(invertLower(cholesky(covariance, features), features))
  return whitening
}

import * as tf from "@tensorflow/tfjs-core"

/** Below this size plain loops are faster than another round of small matrix products. */
const baseSize = 128

/** Inverse of a symmetric positive definite matrix by Cholesky, in double precision; row-major. */
export function choleskyInverse(matrix: Float32Array, n: number): Float32Array {
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
  const result = new Float32Array(n * n)
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

/**
 * Inverse of a symmetric positive definite matrix on the active tfjs backend, by blocks (Schur complement; Strassen
 * 1969): 4/3 n³ operations, nearly all of them in matrix products. Takes the matrix over and disposes it.
 * @throws RangeError when it is not positive definite
 */
export async function spdInverse(matrix: tf.Tensor2D): Promise<tf.Tensor2D> {
  const [n] = matrix.shape
  if (n <= baseSize) {
    const values = (await matrix.data()) as Float32Array
    matrix.dispose()
    return tf.tensor2d(choleskyInverse(values, n), [n, n])
  }
  const h = Math.ceil(n / 2 / baseSize) * baseSize
  const [a, b, d] = tf.tidy(() => [
    tf.slice(matrix, [0, 0], [h, h]),
    tf.slice(matrix, [0, h], [h, n - h]),
    tf.slice(matrix, [h, h], [n - h, n - h])
  ]) as [tf.Tensor2D, tf.Tensor2D, tf.Tensor2D]
  matrix.dispose()
  const aInverse = await spdInverse(a)
  // columns of b solved against a: (a⁻¹ b)ᵀ, kept transposed because it is used so three times
  const solved = tf.tidy(() => tf.transpose(tf.matMul(aInverse, b)) as tf.Tensor2D)
  const schur = tf.tidy(() => tf.sub(d, tf.matMul(solved, b)) as tf.Tensor2D)
  tf.dispose([b, d])
  const schurInverse = await spdInverse(schur)
  return tf.tidy(() => {
    const lowerLeft = tf.neg(tf.matMul(schurInverse, solved)) as tf.Tensor2D
    const upperRight = tf.transpose(lowerLeft) as tf.Tensor2D
    const upperLeft = tf.sub(aInverse, tf.matMul(upperRight, solved))
    const inverse = tf.concat(
      [tf.concat([upperLeft, upperRight], 1), tf.concat([lowerLeft, schurInverse], 1)],
      0
    ) as tf.Tensor2D
    tf.dispose([aInverse, solved, schurInverse])
    return inverse
  })
}

import * as tf from "@tensorflow/tfjs-core"
import { choleskyInverse } from "../../src/features/cholesky"

/** Below this size plain loops are faster than another round of small matrix products. */
const baseSize = 128

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
    return tf.tensor2d(Float32Array.from(choleskyInverse(values, n)), [n, n])
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

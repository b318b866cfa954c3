import { createRequire } from "node:module"
import * as tf from "@tensorflow/tfjs-core"

// gradients are not part of the main file, and as an ES module this one does not resolve in Node
createRequire(import.meta.url)("@tensorflow/tfjs-core/dist/register_all_gradients")

/**
 * The gradient of a batched matmul with its transposes spelt out: the WASM backend's transposed product is a slow path
 * (DESIGN.md: 745 → 73 ms a step).
 */
export function registerMatMulGradient(): void {
  tf.unregisterGradient(tf.BatchMatMul)
  tf.registerGradient({
    kernelName: tf.BatchMatMul,
    inputsToSave: ["a", "b"],
    gradFunc: (dy, saved, attributes) => {
      const [a, b] = saved as [tf.Tensor3D, tf.Tensor3D]
      const grad = dy as tf.Tensor3D
      const { transposeA, transposeB } = attributes as unknown as Record<string, boolean>
      if (transposeA || transposeB) throw new Error("no gradient for transposed factors")
      const flip = (x: tf.Tensor3D) => {
        const axes = x.shape.map((_, i) => i)
        return tf.transpose(x, [...axes.slice(0, -2), axes.length - 1, axes.length - 2])
      }
      return { a: () => tf.matMul(grad, flip(b)), b: () => tf.matMul(flip(a), grad) }
    }
  })
}

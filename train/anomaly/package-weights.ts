import { type NetworkWeights, networkShape } from "../../models/anomaly/network"
import type { ModelManifest } from "../../models/model"
import { packArrays } from "../pack-arrays"

export type Package = { manifest: ModelManifest; weights: Uint8Array; decoded: NetworkWeights }

/** int8 matrices with per-row scales, float32 biases and head (bias first), and the answers that prove them. */
export function packageWeights(
  weights: NetworkWeights,
  head: Float32Array,
  version: string,
  knownInputs: number[][],
  answer: (weights: NetworkWeights, input: Float32Array) => Float32Array
): Package {
  const { hidden1, hidden2, outputs } = networkShape
  const { b1, b2, b3, w1, w2, w3 } = weights
  const packed = packArrays({
    float32: { b1, b2, b3, head },
    int8: {
      w1: { values: w1, rows: hidden1 },
      w2: { values: w2, rows: hidden2 },
      w3: { values: w3, rows: outputs }
    }
  })
  const decoded = { ...weights, ...packed.decoded }
  const manifest: ModelManifest = {
    id: "anomaly",
    version,
    weights: packed.weights,
    knownAnswer: {
      input: knownInputs,
      expected: knownInputs.map((input) => [...answer(decoded, Float32Array.from(input))]),
      tolerance: 1e-4
    }
  }
  return { manifest, weights: packed.file, decoded }
}

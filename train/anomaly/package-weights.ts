import { createHash } from "node:crypto"
import { type NetworkWeights, networkShape } from "../../models/anomaly/network"
import type { ModelManifest, WeightSpec } from "../../models/model"
import { quantizeRows } from "../../models/weights"

export type Package = { manifest: ModelManifest; weights: Uint8Array; decoded: NetworkWeights }

/** int8 matrices with per-row scales, float32 biases and head (bias first), one file; float arrays first, so that they stay aligned. */
export function packageWeights(
  weights: NetworkWeights,
  head: Float32Array,
  version: string,
  knownInputs: number[][],
  answer: (weights: NetworkWeights, input: Float32Array) => Float32Array
): Package {
  const { hidden1, hidden2, outputs } = networkShape
  const rows = { w1: hidden1, w2: hidden2, w3: outputs } as const
  const decoded = { ...weights }
  const floats: [string, Float32Array][] = [
    ["b1", weights.b1],
    ["b2", weights.b2],
    ["b3", weights.b3],
    ["head", head]
  ]
  const codes: [string, Int8Array, number][] = []
  for (const name of ["w1", "w2", "w3"] as const) {
    const quantized = quantizeRows(weights[name], rows[name])
    floats.push([`${name}.scale`, quantized.scales])
    codes.push([name, quantized.codes, rows[name]])
    const columns = quantized.codes.length / rows[name]
    decoded[name] = Float32Array.from(
      quantized.codes,
      (code, i) => code * (quantized.scales[Math.floor(i / columns)] ?? 0)
    )
  }
  const arrays: WeightSpec[] = []
  const parts: Uint8Array[] = []
  let offset = 0
  const append = (spec: Omit<WeightSpec, "offset">, bytes: Uint8Array) => {
    arrays.push({ ...spec, offset })
    parts.push(bytes)
    offset += bytes.length
  }
  for (const [name, array] of floats) {
    append({ name, shape: [array.length], dtype: "float32" }, new Uint8Array(array.buffer))
  }
  for (const [name, array, count] of codes) {
    append(
      { name, shape: [count, array.length / count], dtype: "int8" },
      new Uint8Array(array.buffer)
    )
  }
  const file = Buffer.concat(parts)
  const manifest: ModelManifest = {
    id: "anomaly",
    version,
    weights: {
      bytes: file.length,
      sha256: createHash("sha256").update(file).digest("hex"),
      arrays
    },
    knownAnswer: {
      input: knownInputs,
      expected: knownInputs.map((input) => [...answer(decoded, Float32Array.from(input))]),
      tolerance: 1e-4
    }
  }
  return { manifest, weights: file, decoded }
}

import { createHash } from "node:crypto"
import { buyShapes } from "../../models/demand/buy-network"
import { layerShapes, type Matrix, matrices } from "../../models/demand/network"
import type { ModelManifest, WeightSpec } from "../../models/model"
import { quantizeRows } from "../../models/weights"
import type { PlainWeights } from "./fit-network"

export type Package = {
  manifest: Omit<ModelManifest, "knownAnswer">
  file: Uint8Array
  /** What the worker will compute with: int8 decoded to float32, by name, matrices one row an output. */
  decoded: Map<string, Float32Array>
}

/** [inputs × outputs] → [outputs × inputs] */
export function transposed(matrix: Float32Array, name: Matrix): Float32Array {
  const [outputs, inputs] = layerShapes[name]
  return Float32Array.from(
    { length: matrix.length },
    (_, i) => matrix[(i % inputs) * outputs + Math.floor(i / inputs)] as number
  )
}

/** int8 matrices with a scale a row, float32 vectors first, so that they stay aligned. */
export function packageWeights(
  weights: PlainWeights,
  buy: ReadonlyMap<string, Float32Array>,
  version: string
): Package {
  const decoded = new Map<string, Float32Array>()
  const vectors: [string, Float32Array][] = []
  const codes: [string, Int8Array, readonly [number, number]][] = []
  const addMatrix = (name: string, rows: Float32Array, shape: readonly [number, number]) => {
    const quantized = quantizeRows(rows, shape[0])
    vectors.push([`${name}.scale`, quantized.scales])
    codes.push([name, quantized.codes, shape])
    const floats = Float32Array.from(
      quantized.codes,
      (code, i) => code * (quantized.scales[Math.floor(i / shape[1])] as number)
    )
    decoded.set(name, floats)
  }
  for (const name of ["b1", "b2", "b3", "b4", "mean", "scale"] as const) {
    vectors.push([name, weights[name]])
    decoded.set(name, weights[name])
  }
  for (const [name, array] of buy) if (!(name in buyShapes)) vectors.push([name, array])
  for (const name of matrices) addMatrix(name, transposed(weights[name], name), layerShapes[name])
  for (const [name, shape] of Object.entries(buyShapes)) {
    addMatrix(name, buy.get(name) as Float32Array, shape)
  }
  const arrays: WeightSpec[] = []
  const parts: Uint8Array[] = []
  let offset = 0
  const append = (spec: Omit<WeightSpec, "offset">, bytes: Uint8Array) => {
    arrays.push({ ...spec, offset })
    parts.push(bytes)
    offset += bytes.length
  }
  for (const [name, array] of vectors) {
    const bytes = new Uint8Array(array.buffer, array.byteOffset, array.byteLength)
    append({ name, shape: [array.length], dtype: "float32" }, bytes)
  }
  for (const [name, array, shape] of codes) {
    append({ name, shape: [...shape], dtype: "int8" }, new Uint8Array(array.buffer))
  }
  const file = Buffer.concat(parts)
  const sha256 = createHash("sha256").update(file).digest("hex")
  const manifest = { id: "demand", version, weights: { bytes: file.length, sha256, arrays } }
  return { manifest, file, decoded }
}

import { createHash } from "node:crypto"
import type { ModelManifest, WeightSpec } from "../models/model"
import { quantizeRows } from "../models/weights"

/** Arrays of one model: float32 vectors, and matrices that become int8 with one scale a row. */
export type Arrays = {
  float32: Record<string, Float32Array>
  int8: Record<string, { values: Float32Array; rows: number }>
}

/** One file: float arrays first, so that they stay aligned. */
export function packArrays({ float32, int8 }: Arrays): {
  weights: ModelManifest["weights"]
  file: Uint8Array
} {
  const floats = { ...float32 }
  const codes: [string, Int8Array, number][] = []
  for (const [name, { values, rows }] of Object.entries(int8)) {
    const quantized = quantizeRows(values, rows)
    floats[`${name}.scale`] = quantized.scales
    codes.push([name, quantized.codes, rows])
  }
  const arrays: WeightSpec[] = []
  const parts: Uint8Array[] = []
  let offset = 0
  const append = (spec: Omit<WeightSpec, "offset">, bytes: Uint8Array) => {
    arrays.push({ ...spec, offset })
    parts.push(bytes)
    offset += bytes.length
  }
  for (const [name, array] of Object.entries(floats)) {
    const bytes = new Uint8Array(array.buffer, array.byteOffset, array.byteLength)
    append({ name, shape: [array.length], dtype: "float32" }, bytes)
  }
  for (const [name, array, rows] of codes) {
    const shape: [number, number] = [rows, array.length / rows]
    append({ name, shape, dtype: "int8" }, new Uint8Array(array.buffer))
  }
  const file = Buffer.concat(parts)
  const sha256 = createHash("sha256").update(file).digest("hex")
  return { weights: { bytes: file.length, sha256, arrays }, file }
}

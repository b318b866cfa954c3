import { createHash } from "node:crypto"
import type { ModelManifest, WeightSpec } from "../models/model"
import { quantizeRows } from "../models/weights"

/** Arrays of one model: float32 and uint16 vectors, and matrices that become int8 with one scale a row. */
export type Arrays<Name extends string = string> = {
  float32: Record<string, Float32Array>
  uint16?: Record<string, Uint16Array>
  int8: Record<Name, { values: Float32Array; rows: number }>
}

/** One file: float arrays first, then uint16 ones, so that they stay aligned; and the matrices as the worker will compute with them. */
export function packArrays<Name extends string>({
  float32,
  uint16 = {},
  int8
}: Arrays<Name>): {
  weights: ModelManifest["weights"]
  file: Uint8Array
  decoded: Record<Name, Float32Array>
} {
  const floats = { ...float32 }
  const decoded = {} as Record<Name, Float32Array>
  const codes: [string, Int8Array, number][] = []
  for (const name of Object.keys(int8) as Name[]) {
    const { values, rows } = int8[name]
    const quantized = quantizeRows(values, rows)
    floats[`${name}.scale`] = quantized.scales
    codes.push([name, quantized.codes, rows])
    const columns = values.length / rows
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
  for (const [name, array] of Object.entries(floats)) {
    const bytes = new Uint8Array(array.buffer, array.byteOffset, array.byteLength)
    append({ name, shape: [array.length], dtype: "float32" }, bytes)
  }
  for (const [name, array] of Object.entries(uint16)) {
    const bytes = new Uint8Array(array.buffer, array.byteOffset, array.byteLength)
    append({ name, shape: [array.length], dtype: "uint16" }, bytes)
  }
  for (const [name, array, rows] of codes) {
    const shape: [number, number] = [rows, array.length / rows]
    append({ name, shape, dtype: "int8" }, new Uint8Array(array.buffer))
  }
  const file = Buffer.concat(parts)
  const sha256 = createHash("sha256").update(file).digest("hex")
  return { weights: { bytes: file.length, sha256, arrays }, file, decoded }
}

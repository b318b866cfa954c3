import { ModelDamaged, type ModelFiles, type WeightSpec } from "./model"

async function sha256(bytes: ArrayBuffer): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes))
  return [...digest].map((byte) => byte.toString(16).padStart(2, "0")).join("")
}

const sizeOf = (spec: WeightSpec) => spec.shape[0] * (spec.shape[1] ?? 1)

/**
 * Checks the hash and decodes every array to float32 (int8 weights, float32 compute): a row of an int8 matrix
 * `name` is multiplied by its scale in `name.scale`.
 * @throws ModelDamaged when a byte differs from what the manifest says
 */
export async function decodeWeights({
  manifest,
  weights
}: ModelFiles): Promise<Map<string, Float32Array>> {
  const { bytes, sha256: expected, arrays } = manifest.weights
  if (weights.byteLength !== bytes || (await sha256(weights)) !== expected) {
    throw new ModelDamaged(`${manifest.id}: the weights are not those of the manifest`)
  }
  const floats = new Map<string, Float32Array>()
  for (const spec of arrays.filter(({ dtype }) => dtype === "float32")) {
    floats.set(spec.name, new Float32Array(weights, spec.offset, sizeOf(spec)).slice())
  }
  for (const spec of arrays.filter(({ dtype }) => dtype === "uint16")) {
    floats.set(spec.name, Float32Array.from(new Uint16Array(weights, spec.offset, sizeOf(spec))))
  }
  for (const spec of arrays.filter(({ dtype }) => dtype === "int8")) {
    const codes = new Int8Array(weights, spec.offset, sizeOf(spec))
    const scales = floats.get(`${spec.name}.scale`)
    const columns = spec.shape[1] ?? 1
    if (scales?.length !== spec.shape[0])
      throw new ModelDamaged(`${manifest.id}: no scales for ${spec.name}`)
    floats.set(
      spec.name,
      Float32Array.from(codes, (code, i) => code * (scales[Math.floor(i / columns)] ?? 0))
    )
  }
  return floats
}

/** Symmetric int8 with one scale a row: the largest weight of a row becomes ±127. */
export function quantizeRows(
  matrix: Float32Array,
  rows: number
): { codes: Int8Array; scales: Float32Array } {
  const columns = matrix.length / rows
  const scales = new Float32Array(rows)
  const codes = new Int8Array(matrix.length)
  for (let row = 0; row < rows; row++) {
    const part = matrix.subarray(row * columns, (row + 1) * columns)
    const scale = Math.max(1e-12, ...part.map(Math.abs)) / 127
    scales[row] = scale
    part.forEach((value, i) => {
      codes[row * columns + i] = Math.round(value / scale)
    })
  }
  return { codes, scales }
}

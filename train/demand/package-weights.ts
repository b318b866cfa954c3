import { buyShapes } from "../../models/demand/buy-network"
import { layerShapes, type Matrix, matrices } from "../../models/demand/network"
import type { ModelManifest } from "../../models/model"
import { packArrays } from "../pack-arrays"
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

const vectorNames = ["b1", "b2", "b3", "b4", "mean", "scale"] as const

/** int8 matrices with a scale a row and float32 vectors: the main network and the one that says who buys. */
export function packageWeights(
  weights: PlainWeights,
  buy: ReadonlyMap<string, Float32Array>,
  version: string
): Package {
  const vectors = Object.fromEntries(vectorNames.map((name) => [name, weights[name]]))
  const others = [...buy].filter(([name]) => !(name in buyShapes))
  const own = matrices.map((name) => [
    name,
    { values: transposed(weights[name], name), rows: layerShapes[name][0] }
  ])
  const bought = Object.entries(buyShapes).map(([name, [rows]]) => [
    name,
    { values: buy.get(name) as Float32Array, rows }
  ])
  const packed = packArrays({
    float32: { ...vectors, ...Object.fromEntries(others) },
    int8: Object.fromEntries([...own, ...bought])
  })
  const decoded = new Map(Object.entries({ ...vectors, ...packed.decoded }))
  const manifest = { id: "demand", version, weights: packed.weights }
  return { manifest, file: packed.file, decoded }
}

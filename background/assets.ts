import anomalyWeights from "url:../models/anomaly/weights.bin"
import demandWeights from "url:../models/demand/weights.bin"
import recommendationWeights from "url:../models/recommendation/weights.bin"
import serviceWeights from "url:../models/service/weights.bin"
import wasmFile from "url:@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm"
import anomalyManifest from "../models/anomaly/model.json"
import demandManifest from "../models/demand/model.json"
import type { ModelFiles, ModelManifest } from "../models/model"
import recommendationManifest from "../models/recommendation/model.json"
import serviceManifest from "../models/service/model.json"

/** The packaged SIMD build; the threaded one hangs in a worker (DESIGN.md). */
export const wasmPath = wasmFile

/** The packaged models: a line each. Not web-accessible, so no page can see or fetch them. */
const packaged = {
  anomaly: { manifest: anomalyManifest, weights: anomalyWeights },
  demand: { manifest: demandManifest, weights: demandWeights },
  recommendation: { manifest: recommendationManifest, weights: recommendationWeights },
  service: { manifest: serviceManifest, weights: serviceWeights }
} as const

/** The files of a packaged model, as its `load` takes them. */
export async function modelFiles(name: keyof typeof packaged): Promise<ModelFiles> {
  const { manifest, weights } = packaged[name]
  const response = await fetch(weights)
  return {
    manifest: manifest as unknown as ModelManifest,
    weights: await response.arrayBuffer()
  }
}

import anomalyWeights from "url:../models/anomaly/weights.bin"
import wasmFile from "url:@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm"
import anomalyManifest from "../models/anomaly/model.json"
import type { ModelFiles, ModelManifest } from "../models/model"

/** The packaged SIMD build; the threaded one hangs in a worker (DESIGN.md). */
export const wasmPath = wasmFile

/** The packaged files of the anomaly model; not web-accessible, so no page can see or fetch them. */
export async function anomalyFiles(): Promise<ModelFiles> {
  const response = await fetch(anomalyWeights)
  return {
    manifest: anomalyManifest as unknown as ModelManifest,
    weights: await response.arrayBuffer()
  }
}

import { readFileSync } from "node:fs"
import { resolve } from "node:path"
import { setWasmPaths } from "@tensorflow/tfjs-backend-wasm"
import * as tf from "@tensorflow/tfjs-core"
import type { ModelManifest } from "../../models/model"
import { RecommendationModel } from "../../models/recommendation"

/** The shipped model on WASM in Node, as the worker would load it. */
export async function loadShippedRecommendation(): Promise<RecommendationModel> {
  setWasmPaths(`${resolve("node_modules/@tensorflow/tfjs-backend-wasm/dist")}/`)
  await tf.setBackend("wasm")
  const manifest = JSON.parse(
    readFileSync("models/recommendation/model.json", "utf8")
  ) as ModelManifest
  const weights = new Uint8Array(readFileSync("models/recommendation/weights.bin")).buffer
  return RecommendationModel.load({ manifest, weights })
}

import { readFileSync } from "node:fs"
import * as tf from "@tensorflow/tfjs-core"
import { AnomalyModel } from "../../models/anomaly"
import type { ModelManifest } from "../../models/model"

/** The shipped model on a backend that is registered in this process. */
export async function loadShippedModel(backend: string): Promise<AnomalyModel> {
  await tf.setBackend(backend)
  const manifest = JSON.parse(readFileSync("models/anomaly/model.json", "utf8")) as ModelManifest
  const file = readFileSync("models/anomaly/weights.bin")
  const weights = file.buffer.slice(
    file.byteOffset,
    file.byteOffset + file.byteLength
  ) as ArrayBuffer
  return AnomalyModel.load({ manifest, weights })
}

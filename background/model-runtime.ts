import "@tensorflow/tfjs-backend-cpu"
import { setWasmPaths } from "@tensorflow/tfjs-backend-wasm"
import "@tensorflow/tfjs-backend-webgpu"
import * as tf from "@tensorflow/tfjs-core"
import { AnomalyModel } from "../models/anomaly"
import { DemandModel } from "../models/demand"
import { RecommendationModel } from "../models/recommendation"
import { ServiceModel } from "../models/service"
import type { Database } from "../src/store/database"
import { modelFiles, wasmPath } from "./assets"
import { backends, type Choice, createRuntime, hasRealGpu } from "./runtime"

const choiceKey = "backend-choice"
/** Set by hand or by a bench in `chrome.storage.local`; only our own contexts can. */
const pinnedKey = "backend-pinned"

type Remembered = Choice & { browser: string }

const browserVersion = () => /Chrome\/([\d.]+)/.exec(navigator.userAgent)?.[1] ?? "unknown"

/** The runtime of the worker: every packaged model, the choice kept per browser version, the status for the panel. */
export function createModelRuntime(db: () => Promise<Database>) {
  tf.env().set("WASM_HAS_MULTITHREAD_SUPPORT", false)
  // tfjs wants a path for each of its builds; only the SIMD one is packaged, and without SIMD plain JavaScript computes
  setWasmPaths({
    "tfjs-backend-wasm.wasm": wasmPath,
    "tfjs-backend-wasm-simd.wasm": wasmPath,
    "tfjs-backend-wasm-threaded-simd.wasm": wasmPath
  })
  return createRuntime(
    {
      hasGpu: hasRealGpu,
      async pinned() {
        const { [pinnedKey]: pinned } = await chrome.storage.local.get(pinnedKey)
        return backends.find((backend) => backend === pinned) ?? null
      },
      async recall() {
        const stored = await chrome.storage.local.get(choiceKey)
        const choice = stored[choiceKey] as Remembered | undefined
        return choice?.browser === browserVersion() ? choice : null
      },
      async remember(choice) {
        await chrome.storage.local.set({ [choiceKey]: { ...choice, browser: browserVersion() } })
        const store = await db()
        await store.status.put({ key: "runtime", ...choice, at: Date.now() })
      }
    },
    {
      anomaly: async () => AnomalyModel.load(await modelFiles("anomaly")),
      demand: async () => DemandModel.load(await modelFiles("demand")),
      recommendation: async () => RecommendationModel.load(await modelFiles("recommendation")),
      service: async () => ServiceModel.load(await modelFiles("service"))
    }
  )
}

import "@tensorflow/tfjs-backend-cpu"
import { setWasmPaths } from "@tensorflow/tfjs-backend-wasm"
import "@tensorflow/tfjs-backend-webgpu"
import * as tf from "@tensorflow/tfjs-core"
import { AnomalyModel } from "../models/anomaly"
import type { Database } from "../src/store/database"
import { anomalyFiles, wasmPath } from "./assets"
import { type Choice, createRuntime, hasRealGpu } from "./runtime"

const choiceKey = "backend-choice"

type Remembered = Choice & { browser: string }

const browserVersion = () => /Chrome\/([\d.]+)/.exec(navigator.userAgent)?.[1] ?? "unknown"

/** The runtime of the worker: the packaged weights, the choice kept per browser version, the status for the panel. */
export function createAnomalyRuntime(db: () => Promise<Database>) {
  tf.env().set("WASM_HAS_MULTITHREAD_SUPPORT", false)
  tf.env().set("WASM_HAS_SIMD_SUPPORT", true)
  setWasmPaths({ "tfjs-backend-wasm-simd.wasm": wasmPath })
  return createRuntime(
    {
      hasGpu: hasRealGpu,
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
    async () => AnomalyModel.load(await anomalyFiles())
  )
}

import "@tensorflow/tfjs-backend-cpu"
import { setWasmPaths } from "@tensorflow/tfjs-backend-wasm"
import "@tensorflow/tfjs-backend-webgpu"
import * as tf from "@tensorflow/tfjs-core"
import { type Backend, createRuntime, hasRealGpu } from "../../background/runtime"
import { AnomalyModel } from "../../models/anomaly"
import type { AnomalyFit } from "../../models/anomaly/fit"

tf.env().set("WASM_HAS_MULTITHREAD_SUPPORT", false)
tf.env().set("WASM_HAS_SIMD_SUPPORT", true)
// tfjs wants all three names; the two settings above leave only the SIMD build to be asked for
const wasmPath = "/tfjs-backend-wasm-simd.wasm"
setWasmPaths({
  "tfjs-backend-wasm.wasm": wasmPath,
  "tfjs-backend-wasm-simd.wasm": wasmPath,
  "tfjs-backend-wasm-threaded-simd.wasm": wasmPath
})

const options = { alertRate: 0.01, seed: 1 }

async function loadModel(): Promise<AnomalyModel> {
  const manifest = await (await fetch("/model.json")).json()
  const weights = await (await fetch("/weights.bin")).arrayBuffer()
  return AnomalyModel.load({ manifest, weights })
}

const runtimeOn = (backend: Backend) =>
  createRuntime(
    {
      hasGpu: hasRealGpu,
      recall: async () => null,
      remember: async () => {},
      pinned: async () => backend
    },
    { anomaly: loadModel }
  )

const toRows = (rows: number[][]) => rows.map((row) => Float32Array.from(row))

/** The network's and the head's answers on one backend, and the orders that are flagged. */
async function answersOn(backend: Backend, golden: number[][]) {
  const rows = toRows(golden)
  const runtime = runtimeOn(backend)
  const answers = await runtime.run("anomaly", async (model) => {
    const fit = await model.fit(rows, options)
    if (!fit) throw new Error("too little history")
    const { kinds } = await model.inputs(rows, fit)
    const judged = await model.predict(rows)
    model.dispose()
    return {
      scores: {
        kinds: kinds.flatMap((shares) => [...shares]),
        probability: judged.map(({ probability }) => probability)
      },
      flagged: judged.flatMap(({ flagged }, i) => (flagged ? [i] : []))
    }
  })
  return { ...answers, backend: (await runtime.choice()).backend, tensors: tf.memory().numTensors }
}

/** A hundred predictions one after another; the real device is destroyed in the middle of one of them. */
async function loseDeviceAt(lost: number, golden: number[][]) {
  const rows = toRows(golden)
  const runtime = runtimeOn("webgpu")
  const before = (await runtime.choice()).backend
  const fit = await runtime.run("anomaly", (model) => model.fit(rows, options))
  if (!fit) throw new Error("too little history")
  const percentiles = await Promise.all(
    rows.slice(0, 100).map((row, i) =>
      runtime.run("anomaly", async (model) => {
        model.use(fit as AnomalyFit)
        const answer = model.predict([row])
        if (i === lost) (tf.backend() as unknown as { device?: GPUDevice }).device?.destroy()
        return (await answer)[0]?.percentile
      })
    )
  )
  return { before, after: await runtime.choice(), percentiles }
}

const hooks = { answersOn, loseDeviceAt, hasRealGpu }
export type PageHooks = typeof hooks
Object.assign(globalThis, { hooks })

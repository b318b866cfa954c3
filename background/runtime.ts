import * as tf from "@tensorflow/tfjs-core"

export const backends = ["webgpu", "wasm", "cpu"] as const
export type Backend = (typeof backends)[number]

export type Choice = { backend: Backend; reason: string }

/** What the runtime needs from outside; the worker and the tests fill it in. */
export type RuntimeParts = {
  /** True for a real GPU; a software adapter is none. */
  hasGpu(): Promise<boolean>
  /** The choice of an earlier life of the same browser, and where to keep a new one. */
  recall(): Promise<Choice | null>
  remember(choice: Choice): Promise<void>
  /** A backend that was pinned for support or measurement, software WebGPU included. */
  pinned(): Promise<Backend | null>
}

/** A model on a backend; the runtime drops it with its backend. */
export type Loaded = { dispose(): void }

const startWithinMs = 5_000
const calibrationSize = 256

/**
 * Starts a backend; false when it does not come up in time (a blocked WASM or a GPU without answer). It is then
 * removed for this life of the worker: a start that hangs would keep tfjs from using any other backend.
 */
async function startBackend(backend: Backend): Promise<boolean> {
  if (!tf.findBackendFactory(backend)) return false
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), startWithinMs)
  })
  const started = await Promise.race([tf.setBackend(backend).catch(() => false), late])
  clearTimeout(timer)
  if (!started) tf.removeBackend(backend)
  return started
}

/** Milliseconds of one matmul of the size that our models use, the warm-up left out. */
async function timeMatmul(): Promise<number> {
  const a = tf.ones<tf.Rank.R2>([calibrationSize, calibrationSize])
  const run = async () => {
    const product = tf.matMul(a, a)
    await product.data()
    product.dispose()
  }
  await run()
  const start = performance.now()
  await run()
  const elapsed = performance.now() - start
  a.dispose()
  return elapsed
}

/** Times every backend that starts and takes the fastest. */
async function calibrate(hasGpu: boolean): Promise<Choice> {
  const candidates = backends.filter((backend) => hasGpu || backend !== "webgpu")
  let best: { backend: Backend; ms: number } | null = null
  for (const backend of candidates) {
    // plain JavaScript is 30 times slower where WASM runs (DESIGN.md): it is the last resort, not a candidate
    if (backend === "cpu" && best) break
    if (!(await startBackend(backend))) continue
    const ms = await timeMatmul()
    if (!best || ms < best.ms) best = { backend, ms }
  }
  if (!best) throw new Error("no tfjs backend starts here")
  return {
    backend: best.backend,
    reason: `fastest here: ${best.ms.toFixed(1)} ms for ${calibrationSize}²`
  }
}

/** A GPU that went away: tfjs says so in several ways, and later reads come back as zeros (RELIABILITY M16). */
function isDeviceLoss(error: unknown): boolean {
  return (
    error instanceof Error &&
    /device (was|is) lost|mapAsync|GPUBuffer|external instance/i.test(error.message)
  )
}

type DeviceHolder = { device?: GPUDevice }

/** How each model is loaded on the backend that runs then. */
export type Loaders<Models> = { [Name in keyof Models]: () => Promise<Models[Name]> }

type Session<Models> = { choice: Choice; models: Partial<Models>; lost: boolean }

/**
 * Several models on one backend, each loaded when it is first asked for. `run` serialises access; when the device is
 * lost, all models go with their backend and fresh weights are loaded on WASM, and the same request is done again:
 * `tf.setBackend` under loaded weights would compute with zeros. WebGPU is tried again only in the next life of the
 * worker.
 */
export function createRuntime<Models extends Record<string, Loaded>>(
  parts: RuntimeParts,
  loaders: Loaders<Models>
) {
  let current: Session<Models> | null = null
  let queue: Promise<unknown> = Promise.resolve()

  async function choose(): Promise<Choice> {
    const pinned = await parts.pinned()
    if (pinned) return { backend: pinned, reason: "pinned" }
    const known = await parts.recall()
    if (known && (known.backend !== "webgpu" || (await parts.hasGpu()))) return known
    const choice = await calibrate(await parts.hasGpu())
    await parts.remember(choice)
    return choice
  }

  async function start(choice: Choice): Promise<Session<Models>> {
    for (const backend of [
      choice.backend,
      ...backends.filter((one) => one !== choice.backend && one !== "webgpu")
    ]) {
      if (!(await startBackend(backend))) continue
      const reason = backend === choice.backend ? choice.reason : `${choice.backend} did not start`
      const started: Session<Models> = { models: {}, choice: { backend, reason }, lost: false }
      void (tf.backend() as DeviceHolder).device?.lost.then(() => {
        started.lost = true
      })
      return started
    }
    throw new Error("no tfjs backend starts here")
  }

  async function leaveGpu(reason: string): Promise<void> {
    const models = Object.values(current?.models ?? {}) as Loaded[]
    current = null
    for (const model of models) {
      try {
        model.dispose()
      } catch {
        // its buffers went with the device
      }
    }
    tf.removeBackend("webgpu")
    current = await start({ backend: "wasm", reason })
  }

  async function ready(): Promise<Session<Models>> {
    if (current?.lost) await leaveGpu("the GPU was lost")
    current ??= await start(await choose())
    return current
  }

  async function modelOf<Name extends keyof Models>(name: Name): Promise<Models[Name]> {
    const session = await ready()
    const known = session.models[name]
    if (known) return known
    try {
      const model = await loaders[name]()
      session.models[name] = model
      return model
    } catch (error) {
      if (session.choice.backend !== "webgpu") throw error
      // a GPU whose driver computes wrongly fails the known answer: WASM may still be right
      await leaveGpu("the GPU failed the known answer")
      return modelOf(name)
    }
  }

  return {
    /** Which backend computes, and why; starts it when none does yet. */
    choice: () => enqueue(async () => (await ready()).choice),
    /** Runs work with a loaded model, one at a time; done again on WASM when the GPU is lost meanwhile. */
    run: <Name extends keyof Models, T>(
      name: Name,
      work: (model: Models[Name]) => Promise<T>
    ): Promise<T> =>
      enqueue(async () => {
        const model = await modelOf(name)
        const before = await ready()
        try {
          const result = await work(model)
          // give `device.lost` its turn: a read from a lost device may have looked like a success
          await Promise.resolve()
          if (!before.lost) return result
        } catch (error) {
          const onGpu = before.choice.backend === "webgpu"
          if (!before.lost && !(onGpu && isDeviceLoss(error))) throw error
        }
        await leaveGpu("the GPU was lost")
        return work(await modelOf(name))
      })
  }

  function enqueue<T>(task: () => Promise<T>): Promise<T> {
    const result = queue.then(task)
    queue = result.catch(() => undefined)
    return result
  }
}

/** A real GPU adapter; SwiftShader and other fallbacks are slower than WASM here (DESIGN.md). */
export async function hasRealGpu(): Promise<boolean> {
  const adapter = await navigator.gpu?.requestAdapter()
  if (!adapter) return false
  const { info } = adapter
  const software = `${info.vendor} ${info.architecture} ${info.description}`.toLowerCase()
  return !info.isFallbackAdapter && !/swiftshader|llvmpipe|software/.test(software)
}

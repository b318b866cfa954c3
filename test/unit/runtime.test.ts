import { MathBackendCPU } from "@tensorflow/tfjs-backend-cpu"
import * as tf from "@tensorflow/tfjs-core"
import { afterEach, beforeEach, describe, expect, it } from "vitest"
import {
  type Backend,
  type Choice,
  createRuntime,
  type RuntimeParts
} from "../../background/runtime"

tf.copyRegisteredKernels("cpu", "webgpu")
tf.copyRegisteredKernels("cpu", "wasm")

/** A GPU that can go away: after that, reads give zeros, as tfjs does (RELIABILITY M16). */
class FakeGpu extends MathBackendCPU {
  gone = false
  private tell: (() => void) | undefined
  readonly device = {
    lost: new Promise<void>((resolve) => {
      this.tell = resolve
    })
  }
  lose(): void {
    this.gone = true
    this.tell?.()
  }
  override readSync(id: object): tf.backend_util.BackendValues {
    const values = super.readSync(id)
    return this.gone ? new Float32Array((values as Float32Array).length) : values
  }
  override async read(id: object): Promise<tf.backend_util.BackendValues> {
    return this.readSync(id)
  }
}

let gpu: FakeGpu
let wasmStarts: () => MathBackendCPU | Promise<MathBackendCPU>
let remembered: Choice[]

beforeEach(() => {
  remembered = []
  wasmStarts = () => new MathBackendCPU()
  tf.registerBackend("webgpu", () => {
    gpu = new FakeGpu()
    return gpu
  })
  tf.registerBackend("wasm", () => wasmStarts())
})

afterEach(() => {
  for (const name of ["webgpu", "wasm"]) if (tf.findBackendFactory(name)) tf.removeBackend(name)
})

const parts = (more: Partial<RuntimeParts> = {}): RuntimeParts => ({
  hasGpu: async () => true,
  recall: async () => null,
  remember: async (choice) => {
    remembered.push(choice)
  },
  pinned: async () => null,
  ...more
})

const pin = (backend: Backend) => parts({ pinned: async () => backend })

/** The smallest model with weights that a lost GPU would lose: y = 3x. */
async function loadTriple() {
  const weight = tf.tensor1d([3])
  return {
    predict: async (x: number) => {
      const y = tf.tidy(() => tf.mul(weight, x))
      const [value] = await y.data()
      y.dispose()
      return value
    },
    dispose: () => weight.dispose()
  }
}

describe("choice of a backend", () => {
  it("never tries a GPU that is not there, and remembers what it measured", async () => {
    const runtime = createRuntime(parts({ hasGpu: async () => false }), { triple: loadTriple })
    expect(await runtime.choice()).toMatchObject({ backend: "wasm" })
    expect(remembered).toHaveLength(1)
  })

  it("takes the remembered choice without measuring", async () => {
    const recall = async () => ({ backend: "cpu", reason: "as before" }) as const
    expect(await createRuntime(parts({ recall }), { triple: loadTriple }).choice()).toEqual(
      await recall()
    )
    expect(remembered).toEqual([])
  })

  it("measures again when the remembered GPU is gone", async () => {
    const recall = async () => ({ backend: "webgpu", reason: "as before" }) as const
    const runtime = createRuntime(parts({ recall, hasGpu: async () => false }), {
      triple: loadTriple
    })
    expect(await runtime.choice()).toMatchObject({ backend: "wasm" })
  })

  it("falls to plain JavaScript when WASM cannot start, and says so", async () => {
    wasmStarts = () => {
      throw new Error("blocked")
    }
    expect(await createRuntime(pin("wasm"), { triple: loadTriple }).choice()).toEqual({
      backend: "cpu",
      reason: "wasm did not start"
    })
  })

  it("waits no longer than 5 s for WASM", { timeout: 15_000 }, async () => {
    wasmStarts = () => new Promise(() => {})
    const start = performance.now()
    expect(await createRuntime(pin("wasm"), { triple: loadTriple }).choice()).toMatchObject({
      backend: "cpu"
    })
    expect(performance.now() - start).toBeLessThan(7_000)
  })
})

describe("a lost GPU", () => {
  it("gives 100 right answers when it goes in the middle of them", async () => {
    const runtime = createRuntime(pin("webgpu"), { triple: loadTriple })
    const answers = Array.from({ length: 100 }, (_, i) =>
      runtime.run("triple", async (model) => {
        if (i === 50) gpu.lose()
        return model.predict(i)
      })
    )
    expect(await Promise.all(answers)).toEqual(Array.from({ length: 100 }, (_, i) => 3 * i))
    expect(await runtime.choice()).toEqual({ backend: "wasm", reason: "the GPU was lost" })
  })

  it("is noticed between two requests", async () => {
    const runtime = createRuntime(pin("webgpu"), { triple: loadTriple })
    expect(await runtime.run("triple", (model) => model.predict(1))).toBe(3)
    gpu.lose()
    expect(await runtime.run("triple", (model) => model.predict(2))).toBe(6)
  })

  it("is taken from the error when the promise is late", async () => {
    const runtime = createRuntime(pin("webgpu"), { triple: loadTriple })
    let tries = 0
    const answer = await runtime.run("triple", async (model) => {
      tries += 1
      if (tries === 1) throw new Error("Failed to execute 'mapAsync': Device was lost")
      return model.predict(4)
    })
    expect([answer, tries]).toEqual([12, 2])
  })
})

describe("run", () => {
  it("passes other errors on, does not repeat, and stays usable", async () => {
    const runtime = createRuntime(pin("cpu"), { triple: loadTriple })
    let tries = 0
    const failing = runtime.run("triple", async () => {
      tries += 1
      throw new RangeError("input is not finite")
    })
    await expect(failing).rejects.toThrow(RangeError)
    expect(tries).toBe(1)
    expect(await runtime.run("triple", (model) => model.predict(5))).toBe(15)
  })

  it("lets one request at a time at the model", async () => {
    const runtime = createRuntime(pin("cpu"), { triple: loadTriple })
    let inside = 0
    let most = 0
    await Promise.all(
      Array.from({ length: 8 }, () =>
        runtime.run("triple", async () => {
          inside += 1
          most = Math.max(most, inside)
          await new Promise((resolve) => setTimeout(resolve, 2))
          inside -= 1
        })
      )
    )
    expect(most).toBe(1)
  })
})

import "@tensorflow/tfjs-backend-cpu"
import { setWasmPaths } from "@tensorflow/tfjs-backend-wasm"
import "@tensorflow/tfjs-backend-webgpu"
import * as tf from "@tensorflow/tfjs-core"
import { RecommendationModel } from "../../models/recommendation"
import { toBaskets } from "../../src/features/baskets"
import { benchShop } from "./shop"

/** What the worker is asked, and what it measured (ms, bytes). */
export type Ask = { backend: "wasm" | "webgpu"; items: number; baskets: number }
export type Measured = {
  backend: string
  fit: number
  answers: number[]
  updates: number[]
  /** Bytes of the WASM heap after all, and of what is kept for the next life. */
  heap: number
  state: number
  /** The first suggestions for a few products, to compare backends. */
  first: number[][]
}

tf.env().set("WASM_HAS_MULTITHREAD_SUPPORT", false)
const wasm = "/tfjs-backend-wasm-simd.wasm"
setWasmPaths({
  "tfjs-backend-wasm.wasm": wasm,
  "tfjs-backend-wasm-simd.wasm": wasm,
  "tfjs-backend-wasm-threaded-simd.wasm": wasm
})

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

const bytesOf = (value: unknown): number =>
  ArrayBuffer.isView(value)
    ? value.byteLength
    : typeof value === "object" && value !== null
      ? Object.values(value).reduce((sum: number, one) => sum + bytesOf(one), 0)
      : 8

const newOrders = 100

async function measure({ backend, items, baskets: count }: Ask): Promise<Measured> {
  await tf.setBackend(backend)
  const manifest = await (await fetch("/model.json")).json()
  const weights = await (await fetch("/weights.bin")).arrayBuffer()
  const model = await RecommendationModel.load({ manifest, weights })
  const { baskets, products } = benchShop(items, count)
  const fit = await timed(() => model.fit(baskets, products))
  const ask = (item: number) =>
    model.predict([{ task: "with", buyer: 0, basket: [item], now: 731, k: 10 }])
  const first: number[][] = []
  for (let item = 0; item < 20; item++) {
    const [answer] = await ask(item * 7)
    first.push((answer ?? []).map((one) => one.item))
  }
  const answers: number[] = []
  for (let item = 0; item < 200; item++) answers.push(await timed(() => ask((item * 23) % items)))
  const updates: number[] = []
  let longer = baskets
  for (let round = 0; round < 5; round++) {
    const more = benchShop(items, newOrders, 100 + round).baskets
    longer = append(longer, more, 731 + round)
    updates.push(await timed(() => model.update(longer, products)))
  }
  const heap = (tf.backend() as unknown as { wasm?: { HEAPU8: Uint8Array } }).wasm?.HEAPU8
    .byteLength
  return {
    backend: tf.getBackend(),
    fit,
    answers,
    updates,
    heap: heap ?? 0,
    state: bytesOf(model.state()),
    first
  }
}

/** The history with newer baskets of unknown buyers at its end. */
function append(history: typeof empty, more: typeof empty, at: number): typeof empty {
  const lines = history.item.length
  const join = <T extends Uint32Array | Float64Array>(a: T, b: ArrayLike<number>): T => {
    const both = new (a.constructor as new (size: number) => T)(a.length + b.length)
    both.set(a)
    both.set(b, a.length)
    return both
  }
  return {
    items: history.items,
    start: join(
      history.start,
      more.start.slice(1).map((start) => start + lines)
    ),
    item: join(history.item, more.item),
    buyer: join(history.buyer, more.buyer),
    at: join(
      history.at,
      more.at.map(() => at)
    )
  }
}
const empty = toBaskets([], 0)

self.onmessage = ({ data }: MessageEvent<Ask>) => {
  measure(data).then(
    (measured) => self.postMessage({ measured }),
    (error: unknown) => self.postMessage({ error: String(error) })
  )
}

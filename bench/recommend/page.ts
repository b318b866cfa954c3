import type { Ask, Measured } from "./worker"

/** Runs one measurement in a fresh worker. */
function measureInWorker(ask: Ask): Promise<Measured> {
  const worker = new Worker("/worker.js", { type: "module" })
  return new Promise<Measured>((resolve, reject) => {
    worker.onerror = ({ message }) => reject(new Error(message))
    worker.onmessage = ({ data }: MessageEvent<{ measured?: Measured; error?: string }>) => {
      worker.terminate()
      if (data.measured) resolve(data.measured)
      else reject(new Error(data.error))
    }
    worker.postMessage(ask)
  })
}

Object.assign(globalThis, { measureInWorker })

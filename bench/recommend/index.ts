import { readFileSync } from "node:fs"
import { createServer } from "node:http"
import type { AddressInfo } from "node:net"
import { build } from "esbuild"
import { type Browser, chromium } from "playwright-core"
import { findBrowser } from "../../scripts/browser"
import { softwareGpu } from "../../test/browser"
import { type Measurement, type Metric, median } from "../metric"
import type { Ask, Measured } from "./worker"

declare const measureInWorker: (ask: Ask) => Promise<Measured>

const wasm = "tfjs-backend-wasm-simd.wasm"
const large = { items: 5_000, baskets: 200_000 }
/** A software adapter is no GPU: the WebGPU path is run on a small shop, for its answers and not its time. */
const small = { items: 400, baskets: 6_000 }

async function bundle(entry: string): Promise<string> {
  const built = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    format: "esm",
    platform: "browser"
  })
  return built.outputFiles[0]?.text ?? ""
}

async function serve() {
  const model = "models/recommendation"
  const files: Record<string, [string, string | Buffer]> = {
    "/": ["text/html", "<!doctype html><script type=module src=/page.js></script>"],
    "/page.js": ["text/javascript", await bundle("bench/recommend/page.ts")],
    "/worker.js": ["text/javascript", await bundle("bench/recommend/worker.ts")],
    "/model.json": ["application/json", readFileSync(`${model}/model.json`)],
    "/weights.bin": ["application/octet-stream", readFileSync(`${model}/weights.bin`)],
    [`/${wasm}`]: [
      "application/wasm",
      readFileSync(`node_modules/@tensorflow/tfjs-backend-wasm/dist/${wasm}`)
    ]
  }
  const server = createServer(({ url = "/" }, response) => {
    const [type, body] = files[url] ?? ["text/plain", ""]
    response.writeHead(files[url] ? 200 : 404, { "content-type": type }).end(body)
  }).listen(0, "127.0.0.1")
  await new Promise((resolve) => server.once("listening", resolve))
  return server
}

/** Seconds of processor time of the browser's pages and their workers so far. */
async function cpuSeconds(browser: Browser): Promise<number> {
  const devtools = await browser.newBrowserCDPSession()
  const { processInfo } = await devtools.send("SystemInfo.getProcessInfo")
  await devtools.detach()
  const pages = processInfo.filter(({ type }) => type === "renderer")
  return pages.reduce((sum, { cpuTime }) => sum + cpuTime, 0)
}

type All = { big: Measured; cpu: number; onWasm: Measured; onGpu: Measured }

async function measureAll(): Promise<All> {
  const server = await serve()
  const browser = await chromium.launch({
    executablePath: findBrowser(),
    headless: false,
    args: [
      "--headless=new",
      "--no-first-run",
      "--disable-background-networking",
      ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
      ...softwareGpu
    ]
  })
  try {
    const page = await browser.newPage()
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`)
    await page.waitForFunction(() => "measureInWorker" in globalThis)
    const measure = (ask: Ask) => page.evaluate((one) => measureInWorker(one), ask)
    const before = await cpuSeconds(browser)
    const big = await measure({ backend: "wasm", ...large })
    const cpu = (await cpuSeconds(browser)) - before
    const onWasm = await measure({ backend: "wasm", ...small })
    const onGpu = await measure({ backend: "webgpu", ...small })
    return { big, cpu, onWasm, onGpu }
  } finally {
    await browser.close()
    server.close()
  }
}

async function run(): Promise<Metric[]> {
  const { big, cpu, onWasm, onGpu } = await measureAll()
  const size = `${large.items} products, ${large.baskets} baskets, ${big.backend}`
  const same = onGpu.first.filter((ids, i) => ids[0] === onWasm.first[i]?.[0]).length
  return [
    { id: "recommend.fit_wasm_s", value: big.fit / 1_000, unit: "s", n: 1, note: size },
    {
      id: "recommend.cpu_s",
      value: cpu,
      unit: "s",
      n: 1,
      note: "processor time of all of it: making the shop, learning, 200 answers, 5 updates"
    },
    {
      id: "recommend.answer_ms",
      value: median(big.answers),
      unit: "ms",
      n: big.answers.length,
      note: `one product; slowest ${Math.max(...big.answers).toFixed(1)} ms`
    },
    {
      id: "recommend.update_ms",
      value: median(big.updates),
      unit: "ms",
      n: big.updates.length,
      note: `100 new orders; slowest ${Math.max(...big.updates).toFixed(0)} ms`
    },
    { id: "recommend.wasm_heap_mb", value: big.heap / 2 ** 20, unit: "MiB", n: 1 },
    { id: "recommend.kept_mb", value: big.state / 2 ** 20, unit: "MiB", n: 1 },
    {
      id: "recommend.webgpu_same_first",
      value: same / onGpu.first.length,
      unit: "",
      n: onGpu.first.length,
      note: `${onGpu.backend} (software adapter) against ${onWasm.backend}, ${small.items} products`
    }
  ]
}

/** A large shop learnt in a worker of the installed Chromium; the same model code as in the extension. */
export const recommendBench: Measurement = { name: "recommend", run }

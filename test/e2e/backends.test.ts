import { readFileSync } from "node:fs"
import { createServer, type Server } from "node:http"
import type { AddressInfo } from "node:net"
import { build } from "esbuild"
import { type Browser, chromium, type Page } from "playwright-core"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { toOrders } from "../../demo/records"
import { generateShop } from "../../demo/shop"
import { findBrowser } from "../../scripts/browser"
import { replayRows } from "../../train/anomaly/worlds"
import { softwareGpu } from "../browser"
import type { PageHooks } from "./backends-page"

declare const hooks: PageHooks

const backends = ["webgpu", "wasm", "cpu"] as const
const wasm = "tfjs-backend-wasm-simd.wasm"
const golden = replayRows(toOrders(generateShop({ seed: 21, orders: 1_000 }))).map((row) => [
  ...row
])

let server: Server
let browser: Browser
let page: Page

beforeAll(async () => {
  const bundle = await build({
    entryPoints: ["test/e2e/backends-page.ts"],
    bundle: true,
    write: false,
    format: "esm",
    platform: "browser"
  })
  const files: Record<string, [string, string | Buffer]> = {
    "/": ["text/html", "<!doctype html><script type=module src=/page.js></script>"],
    "/page.js": ["text/javascript", bundle.outputFiles[0]?.text ?? ""],
    "/model.json": ["application/json", readFileSync("models/anomaly/model.json")],
    "/weights.bin": ["application/octet-stream", readFileSync("models/anomaly/weights.bin")],
    [`/${wasm}`]: [
      "application/wasm",
      readFileSync(`node_modules/@tensorflow/tfjs-backend-wasm/dist/${wasm}`)
    ]
  }
  server = createServer(({ url = "/" }, response) => {
    const [type, body] = files[url] ?? ["text/plain", ""]
    response.writeHead(files[url] ? 200 : 404, { "content-type": type }).end(body)
  }).listen(0, "127.0.0.1")
  await new Promise((resolve) => server.once("listening", resolve))
  browser = await chromium.launch({
    executablePath: findBrowser(),
    headless: false,
    args: [
      "--headless=new",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
      ...softwareGpu
    ]
  })
  page = await browser.newPage()
  page.on("pageerror", (error) => console.error(error))
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`)
  await page.waitForFunction(() => "hooks" in globalThis, null, { timeout: 10_000 })
})

afterAll(async () => {
  await browser?.close()
  server?.close()
})

type Answers = Awaited<ReturnType<PageHooks["answersOn"]>>

describe("the anomaly model on real backends", () => {
  it("does not take a software adapter for a GPU", async () => {
    expect(await page.evaluate(() => hooks.hasRealGpu())).toBe(false)
  })

  it("gives the same answers for 1,000 golden rows on WebGPU, WASM and plain JavaScript", async () => {
    const all: Answers[] = []
    for (const backend of backends) {
      all.push(
        await page.evaluate(([name, rows]) => hooks.answersOn(name, rows), [
          backend,
          golden
        ] as const)
      )
    }
    expect(all.map(({ backend }) => backend)).toEqual(backends)
    expect(all.map(({ tensors }) => tensors)).toEqual([0, 0, 0])
    const [reference] = all.slice(-1)
    for (const { backend, scores, flagged } of all) {
      expect(flagged).toEqual(reference?.flagged)
      for (const name of ["kinds", "probability"] as const) {
        const values = scores[name]
        expect(values).toHaveLength(reference?.scores[name].length ?? 0)
        const far = values.filter((value, i) => {
          const expected = reference?.scores[name][i] ?? Number.NaN
          const difference = Math.abs(value - expected)
          return !(difference <= Math.max(1e-4, 1e-3 * Math.abs(expected)))
        })
        expect(far, `${backend} ${name}`).toEqual([])
      }
    }
  })

  it("answers 100 of 100 right when the device is destroyed in the middle", async () => {
    const run = (lost: number) =>
      page.evaluate(([at, rows]) => hooks.loseDeviceAt(at, rows), [lost, golden] as const)
    const calm = await run(-1)
    expect(calm.before).toBe("webgpu")
    expect(calm.after.backend).toBe("webgpu")
    const lost = await run(50)
    expect(lost.before).toBe("webgpu")
    expect(lost.after).toEqual({ backend: "wasm", reason: "the GPU was lost" })
    const wrong = lost.percentiles.filter(
      (value, i) => !(Math.abs((value ?? Number.NaN) - (calm.percentiles[i] ?? 0)) <= 2e-3)
    )
    expect(lost.percentiles).toHaveLength(100)
    expect(wrong).toEqual([])
  })
})

import { readFileSync } from "node:fs"
import { createServer, type IncomingMessage, type ServerResponse } from "node:http"
import type { AddressInfo } from "node:net"
import { setTimeout } from "node:timers/promises"
import { fileURLToPath } from "node:url"
import { answerApi } from "./api"
import { listingPage, shellPage, standalonePage } from "./pages/html"
import { type DemoShop, generateShop } from "./shop"

export type Demo = { origin: string; close(): Promise<void> }
export type DemoOptions = {
  /** 0 takes a free one. */
  port?: number
  shop?: DemoShop
  /** How long the admin's JSON takes, as over a slow line. */
  latencyMs?: number
}

const base = "/portside-demo"
const scripts = ["api", "app", "lists", "orders", "render", "words"].map((name) => `${name}.js`)
const types = {
  css: "text/css; charset=utf-8",
  js: "text/javascript; charset=utf-8",
  json: "application/json",
  html: "text/html; charset=utf-8"
}

type Answer = { status: number; type: keyof typeof types; body: string }

function apiAnswer(shop: DemoShop, path: string, query: URLSearchParams): Answer {
  const found = answerApi(shop, path, query)
  const body = JSON.stringify(found ?? { error: "not found" })
  return { status: found ? 200 : 404, type: "json", body }
}

function pageAnswer(shop: DemoShop, path: string, query: URLSearchParams): Answer {
  const page = (body: string, status = 200): Answer => ({ status, type: "html", body })
  if (path === "login" || query.has("signedOut")) return page(standalonePage("login"))
  if (path === "challenge" || query.has("challenge")) return page(standalonePage("challenge"))
  if (/^(?:orders(?:\/[^/]+)?|products|messages)\/?$/.test(path)) {
    return page(shellPage(shop.name, query.get("locale") ?? "en-US"))
  }
  const product = shop.products.find(({ sku }) => path === `listing/${sku}`)
  return product ? page(listingPage(product)) : page(standalonePage("missing"), 404)
}

function answer(shop: DemoShop, path: string, query: URLSearchParams): Answer {
  if (path.startsWith("api/")) return apiAnswer(shop, path.slice("api/".length), query)
  if (path === "app.css" || scripts.includes(path)) {
    const body = readFileSync(new URL(`pages/${path}`, import.meta.url), "utf8")
    return { status: 200, type: path === "app.css" ? "css" : "js", body }
  }
  return pageAnswer(shop, path, query)
}

async function handle(
  { shop, latencyMs }: Required<Omit<DemoOptions, "port">>,
  request: IncomingMessage,
  response: ServerResponse
): Promise<void> {
  const { pathname, searchParams } = new URL(request.url ?? "/", "http://127.0.0.1")
  if (!pathname.startsWith(`${base}/`)) {
    response.writeHead(302, { location: `${base}/orders` }).end()
    return
  }
  const { status, type, body } = answer(shop, pathname.slice(base.length + 1), searchParams)
  if (type === "json" && latencyMs > 0) await setTimeout(latencyMs)
  response.writeHead(status, { "content-type": types[type], "cache-control": "no-store" }).end(body)
}

/** Serves the demo back-office on loopback only. */
export async function startDemo(options: DemoOptions = {}): Promise<Demo> {
  const { port = 0, shop = generateShop(), latencyMs = 0 } = options
  const server = createServer((request, response) => handle({ shop, latencyMs }, request, response))
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject)
    server.listen(port, "127.0.0.1", resolve)
  })
  const { port: taken } = server.address() as AddressInfo
  return {
    origin: `http://127.0.0.1:${taken}`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      })
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const demo = await startDemo({ port: 4_310 })
  console.log(`Demo back-office: ${demo.origin}${base}/orders`)
}

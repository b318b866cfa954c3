import { readFileSync } from "node:fs"
import { createServer, type IncomingMessage, type ServerResponse } from "node:http"
import type { AddressInfo } from "node:net"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { listingPage, shellPage, standalonePage } from "./pages/html"
import { type DemoOrder, type DemoShop, generateShop, priceIn } from "./shop"

export type Demo = { origin: string; close(): Promise<void> }
export type DemoOptions = { port?: number; shop?: DemoShop }

const base = "/portside-demo"
const files: Record<string, string> = {
  "app.js": "text/javascript; charset=utf-8",
  "render.js": "text/javascript; charset=utf-8",
  "app.css": "text/css; charset=utf-8"
}

const mostPerPage = 500

/** What the list shows of an order: nothing that its page would not show too. */
const orderSummary = (order: DemoOrder) => ({
  id: order.id,
  placedAt: order.placedAt,
  status: order.status,
  items: order.items,
  totalMinor: order.totalMinor,
  currency: order.currency,
  shipCountry: order.shipCountry,
  shippingMethod: order.shippingMethod,
  buyer: { id: order.buyer.id, name: order.buyer.name }
})

const orderDetail = (order: DemoOrder) => ({
  ...orderSummary(order),
  shippingMinor: order.shippingMinor,
  shipAddress: order.shipAddress,
  billAddress: order.billAddress,
  billCountry: order.billCountry,
  paymentMethod: order.paymentMethod,
  paymentAttempts: order.paymentAttempts,
  buyer: {
    id: order.buyer.id,
    name: order.buyer.name,
    email: order.buyer.email,
    phone: order.buyer.phone
  }
})

function paged<T>(rows: T[], query: URLSearchParams) {
  const perPage = Math.min(mostPerPage, Math.max(1, Number(query.get("perPage")) || 20))
  const page = Math.max(1, Number(query.get("page")) || 1)
  return {
    total: rows.length,
    page,
    perPage,
    rows: rows.slice((page - 1) * perPage, page * perPage)
  }
}

function answerApi(shop: DemoShop, path: string, query: URLSearchParams): unknown {
  if (path === "orders") {
    const search = query.get("search")?.toLowerCase() ?? ""
    const found = shop.orders
      .filter((order) => !query.get("status") || order.status === query.get("status"))
      .filter((order) => !query.get("country") || order.shipCountry === query.get("country"))
      .filter((order) => `${order.id} ${order.buyer.name}`.toLowerCase().includes(search))
      .toReversed()
    const { rows, ...rest } = paged(found, query)
    return { ...rest, rows: rows.map(orderSummary) }
  }
  if (path.startsWith("orders/")) {
    const order = shop.orders.find(({ id }) => id === path.slice("orders/".length))
    return order && orderDetail(order)
  }
  if (path === "products") {
    const { rows, ...rest } = paged(shop.products, query)
    return {
      ...rest,
      rows: rows.map((product) => ({
        sku: product.sku,
        title: product.title,
        priceMinor: priceIn(product, "EUR"),
        currency: "EUR",
        onHand: product.onHand,
        available: product.onHand - product.reserved
      }))
    }
  }
  if (path === "messages") return paged(shop.messages.toReversed(), query)
  return undefined
}

function send(response: ServerResponse, status: number, type: string, body: string): void {
  response.writeHead(status, { "content-type": type, "cache-control": "no-store" })
  response.end(body)
}

function handle(shop: DemoShop, request: IncomingMessage, response: ServerResponse): void {
  const url = new URL(request.url ?? "/", "http://127.0.0.1")
  const html = "text/html; charset=utf-8"
  if (!url.pathname.startsWith(`${base}/`)) {
    response.writeHead(302, { location: `${base}/orders` })
    response.end()
    return
  }
  const path = url.pathname.slice(base.length + 1)
  const query = url.searchParams
  const fileType = files[path]
  if (fileType) {
    const file = join(fileURLToPath(new URL("pages", import.meta.url)), path)
    send(response, 200, fileType, readFileSync(file, "utf8"))
  } else if (path.startsWith("api/")) {
    const answer = answerApi(shop, path.slice("api/".length), query)
    send(
      response,
      answer ? 200 : 404,
      "application/json",
      JSON.stringify(answer ?? { error: "not found" })
    )
  } else if (path === "login" || query.has("signedOut")) {
    send(response, 200, html, standalonePage("login"))
  } else if (path === "challenge" || query.has("challenge")) {
    send(response, 200, html, standalonePage("challenge"))
  } else if (path.startsWith("listing/")) {
    const product = shop.products.find(({ sku }) => sku === path.slice("listing/".length))
    send(
      response,
      product ? 200 : 404,
      html,
      product ? listingPage(product) : standalonePage("missing")
    )
  } else {
    send(response, 200, html, shellPage(shop.name, query.get("locale") ?? "en-US"))
  }
}

/** Serves the demo back-office on loopback; port 0 takes a free one. */
export async function startDemo({
  port = 0,
  shop = generateShop()
}: DemoOptions = {}): Promise<Demo> {
  const server = createServer((request, response) => handle(shop, request, response))
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve))
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

import { readFileSync } from "node:fs"
import { createServer, type Server } from "node:http"
import type { AddressInfo } from "node:net"
import { join } from "node:path"
import type { Page } from "playwright-core"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { type Launched, launchExtension } from "../browser"
import { readTable } from "../read-table"
import { until } from "../until"

const fixtures = join(import.meta.dirname, "../fixtures/generic")
const fixture = (name: string) => readFileSync(join(fixtures, name, "source.html"), "utf8")

const orders = fixture("orders-list")
const xss = Array.from(
  { length: 1_000 },
  (_, i) => `<script>window.__hit=${i}</script><img src=x onerror="window.__hit=${i}">"'\`\${${i}}`
)
const escaped = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;")

const pages: Record<string, string> = {
  "/orders": orders,
  "/order": fixture("order-detail"),
  "/product": fixture("listing"),
  "/stolen": orders.replace(
    "<body>",
    `<body><script>
      for (const name of ["map", "filter", "find", "flatMap", "push", "slice"]) Array.prototype[name] = () => { throw new Error("stolen") }
      JSON.parse = () => ({ stolen: true }); String.prototype.trim = () => "stolen"; Object.hasOwn = () => true
      Element.prototype.querySelectorAll = () => { throw new Error("stolen") }; Map.prototype.get = () => "stolen"
    </script>`
  ),
  "/storm": orders.replace(
    "</body>",
    `<p id="storm">0</p><script>let n = 0; setInterval(() => { for (let i = 0; i < 10; i++) document.getElementById("storm").textContent = "tick " + n++ }, 10)</script></body>`
  ),
  "/million": orders.replace(
    "</body>",
    `<div id="heap" style="display:none"></div><script>
      const block = document.createElement("div"); block.innerHTML = "<i>1</i>".repeat(1_000)
      const heap = document.getElementById("heap"); for (let i = 0; i < 1_000; i++) heap.append(block.cloneNode(true))
    </script></body>`
  ),
  "/xss": `<!doctype html><html lang="en"><head><title>Products</title></head><body><main><table><thead><tr><th>Product name</th><th>SKU</th><th>Price</th></tr></thead><tbody>${xss
    .map((text, i) => `<tr><td>${escaped(text)} ${i}</td><td>X-${i}</td><td>€${i + 1}.00</td></tr>`)
    .join("")}</tbody></table></main></body></html>`
}

/** A list that says nothing of itself: which amount is the order's total only the seller knows. */
const unclear = (hash: string) =>
  `<!doctype html><html lang="en"><head><title>List</title></head><body onclick="window.clicks = (window.clicks || 0) + 1"><div class="list">${[
    1, 2, 3
  ]
    .map(
      (i) =>
        `<div class="row--${hash}">${[`Z90${i}K`, `Q-77${i}`, `€${i}1.50`, `€${i}9.00`].map((text, c) => `<div class="cell${c}--${hash}"><span>${text}</span></div>`).join("")}</div>`
    )
    .join("")}</div></body></html>`
pages["/admin/7/list"] = unclear("a1B2c3")
pages["/admin/8/list"] = unclear("Zz9Yy8")

let server: Server
let origin = ""
let browser: Launched
let panel: Page

beforeAll(async () => {
  server = createServer((request, response) => {
    const html = pages[new URL(request.url ?? "/", "http://x").pathname]
    response
      .writeHead(html ? 200 : 404, { "content-type": "text/html; charset=utf-8" })
      .end(html ?? "")
  })
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  browser = await launchExtension()
  panel = await browser.context.newPage()
  await panel.goto(`chrome-extension://${browser.extensionId}/popup.html`)
})

afterAll(async () => {
  await browser?.close()
  server?.close()
})

/** Opens a page and lets the popup's own message read it, as the click in the popup does. */
async function readByClick(path: string): Promise<Page> {
  const page = await browser.context.newPage()
  await page.goto(`${origin}${path}`)
  await panel.evaluate(async (url) => {
    const [tab] = await chrome.tabs.query({ url: `${url}*` })
    await chrome.runtime.sendMessage({ type: "panel:read-tab", request: { tabId: tab?.id } })
  }, `${origin}${path}`)
  return page
}

const readingAfter = async (since: number) =>
  (await readTable(panel, "readings")).find(
    ({ marketplace, readAt }) => marketplace === "generic" && readAt >= since
  )

async function reads(path: string, page: string) {
  const since = Date.now()
  const tab = await readByClick(path)
  await until(`a reading of ${path}`, async () => (await readingAfter(since)) !== undefined, 20_000)
  const reading = await readingAfter(since)
  expect(reading).toMatchObject({ page, outcome: "complete" })
  return { tab, reading }
}

describe("any page, read by one click", () => {
  it("reads a list of orders, one order and one product", async () => {
    const list = await reads("/orders", "orders")
    expect(list.reading).toMatchObject({ rows: 3, strategy: "table-headers" })
    const stored = await readTable(panel, "orders")
    expect(stored.find(({ nativeId }) => nativeId === "B-20417")).toMatchObject({
      status: "paid",
      total: { minor: 123_456, currency: "EUR" }
    })
    await list.tab.close()
    await (await reads("/order", "order")).tab.close()
    await (await reads("/product", "listing")).tab.close()
    const product = (await readTable(panel, "listings")).find(({ sku }) => sku === "MUG-350")
    expect(product).toMatchObject({
      price: { minor: 1_490, currency: "EUR" },
      gtin: "4006381333931"
    })
  })
})

describe("a page that the seller teaches", () => {
  async function point(tab: Page, text: string) {
    const answer = panel.evaluate(async (url) => {
      const [found] = await chrome.tabs.query({ url: `${url}*` })
      return chrome.tabs.sendMessage(found?.id ?? -1, { type: "portside:pick", say: "Point at it" })
    }, tab.url())
    await tab.waitForSelector("portside-picker", { state: "attached" })
    await tab.getByText(text, { exact: true }).click()
    return answer as Promise<{ outcome: string; anchor: object; sample: string; rows: number }>
  }

  it("is pointed at with the mouse, kept, and read so on other pages of its kind", async () => {
    const tab = await readByClick("/admin/7/list")
    const [order, total] = [await point(tab, "Q-771"), await point(tab, "€19.00")]
    expect(order).toMatchObject({ outcome: "picked", sample: "Q-771", rows: 3 })
    expect(await tab.evaluate(() => "clicks" in globalThis)).toBe(false)
    const reader = {
      host: new URL(origin).host,
      path: "/admin/*/list",
      kind: "orders",
      fields: { order: order.anchor, total: total.anchor },
      taughtAt: Date.now()
    }
    const kept = await panel.evaluate(
      (readers) => chrome.runtime.sendMessage({ type: "panel:save-taught", request: { readers } }),
      [reader]
    )
    expect(kept).toMatchObject({ ok: true })
    await tab.close()
    const other = await reads("/admin/8/list", "orders")
    expect(other.reading).toMatchObject({ strategy: "taught", rows: 3 })
    const stored = await readTable(panel, "orders")
    expect(stored.find(({ nativeId }) => nativeId === "Q-773")).toMatchObject({
      total: { minor: 3_900, currency: "EUR" }
    })
    await other.tab.close()
  })

  it("is saved to a file, forgotten, and loaded again; another file changes nothing", async () => {
    const data = await browser.context.newPage()
    await data.goto(`chrome-extension://${browser.extensionId}/sidepanel.html`)
    await data.getByRole("tab", { name: "Data" }).click()
    const taught = data.getByRole("button", { name: /^Forget what was taught for/ })
    const [download] = await Promise.all([
      data.waitForEvent("download"),
      data.getByRole("button", { name: "Save to a file" }).click()
    ])
    await taught.click()
    await data.getByText("Nothing taught yet.").waitFor()
    const chooser = data.getByLabel("Load from a file")
    await chooser.setInputFiles({
      name: "other.json",
      mimeType: "application/json",
      buffer: Buffer.from('{"format":"something else"}')
    })
    await data.getByText("This is not a file of taught readers.").waitFor()
    await chooser.setInputFiles(await download.path())
    await data.getByText("Loaded 1.").waitFor()
    expect(await taught.count()).toBe(1)
    await data.close()
  })
})

describe("pages that mean harm", () => {
  it("a page that replaced the language's own functions is read all the same", async () => {
    const { tab, reading } = await reads("/stolen", "orders")
    expect(reading?.rows).toBe(3)
    await tab.close()
  })

  it("a storm of mutations leaves the page answerable", async () => {
    const { tab } = await reads("/storm", "orders")
    const longest = await tab.evaluate(
      () =>
        new Promise<number>((resolve) => {
          let [last, worst] = [performance.now(), 0]
          const timer = setInterval(() => {
            worst = Math.max(worst, performance.now() - last)
            last = performance.now()
          }, 5)
          setTimeout(() => {
            clearInterval(timer)
            resolve(worst)
          }, 3_000)
        })
    )
    expect(longest).toBeLessThan(500)
    await tab.close()
  })

  it("a page of a million nodes is read or left, and stays answerable", async () => {
    const { tab } = await reads("/million", "orders")
    expect(await tab.evaluate(() => document.querySelectorAll("*").length)).toBeGreaterThan(
      1_000_000
    )
    await tab.close()
  })

  it("a thousand scripts in product names stay text, in the page and in the panel", async () => {
    const { tab } = await reads("/xss", "listings")
    expect(await tab.evaluate(() => "__hit" in globalThis)).toBe(false)
    const stored = (await readTable(panel, "listings")).filter(({ sku }) => sku?.startsWith("X-"))
    expect(stored).toHaveLength(1_000)
    await panel.goto(`chrome-extension://${browser.extensionId}/sidepanel.html`)
    await panel.waitForSelector("main")
    expect(await panel.evaluate(() => "__hit" in globalThis)).toBe(false)
    await tab.close()
  })
})

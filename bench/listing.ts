import { readFileSync } from "node:fs"
import { createServer } from "node:http"
import type { AddressInfo } from "node:net"
import { resolve } from "node:path"
import type { Page } from "playwright-core"
import { launchExtension } from "../test/browser"
import { type Measurement, type Metric, MissingData, median } from "./metric"

const runs = 15
const page = "amazon/product-instant-pot.html"

function savedPage(): string {
  const folder = process.env.PORTSIDE_PAGES ?? resolve(import.meta.dirname, "../../shared/pages")
  try {
    return readFileSync(resolve(folder, page), "utf8")
  } catch {
    throw new MissingData(
      `Cannot read ${page} in ${folder}: set PORTSIDE_PAGES to the folder of saved pages.`
    )
  }
}

/** From the message that a click sends to the title of the answer in the panel, ms. */
async function clickToAnswer(panel: Page, tabId: number): Promise<number> {
  return panel.evaluate(async (id) => {
    const clicked = Date.now()
    const start = performance.now()
    const answer: unknown = await chrome.runtime.sendMessage({
      type: "panel:analyse-tab",
      request: { tabId: id }
    })
    if (!JSON.stringify(answer).includes('"found":true')) throw new Error(JSON.stringify(answer))
    // the panel follows the store: wait until it shows what was read after the click
    for (;;) {
      const shown = document.querySelector("article time")?.getAttribute("datetime")
      if (shown && Date.parse(shown) >= clicked) return performance.now() - start
      await new Promise((next) => requestAnimationFrame(next))
    }
  }, tabId)
}

async function run(): Promise<Metric[]> {
  const html = savedPage()
  // the page's own scripts and requests would call home; the page stays as it was saved
  const headers = { "content-type": "text/html", "content-security-policy": "default-src 'none'" }
  const server = createServer((_, response) => response.writeHead(200, headers).end(html))
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready))
  const { port } = server.address() as AddressInfo
  const browser = await launchExtension()
  const warm: number[] = []
  const cold: number[] = []
  try {
    const panel = await browser.context.newPage()
    await panel.goto(`chrome-extension://${browser.extensionId}/sidepanel.html`)
    await panel.getByRole("tab", { name: "Listing" }).click()
    const shop = await browser.context.newPage()
    await shop.goto(`http://127.0.0.1:${port}/dp/B00FLYWNYQ`, { waitUntil: "domcontentloaded" })
    await panel.bringToFront()
    const tabId = await panel.evaluate(async (address) => {
      const tabs = await chrome.tabs.query({})
      return tabs.find(({ url }) => url?.startsWith(address))?.id ?? -1
    }, `http://127.0.0.1:${port}/`)
    await clickToAnswer(panel, tabId)
    for (let i = 0; i < runs; i++) warm.push(await clickToAnswer(panel, tabId))
    for (let i = 0; i < runs; i++) {
      await browser.killWorker()
      await shop.reload({ waitUntil: "domcontentloaded" })
      cold.push(await clickToAnswer(panel, tabId))
    }
  } finally {
    await browser.close()
    server.close()
  }
  const size = `${(html.length / 2 ** 20).toFixed(1)} MB page`
  return [
    {
      id: "listing.answer_ms",
      value: median(warm),
      unit: "ms",
      n: runs,
      note: `click → answer in the panel, warm; worst ${Math.max(...warm).toFixed(0)}; ${size}`
    },
    {
      id: "listing.answer_cold_ms",
      value: median(cold),
      unit: "ms",
      n: runs,
      note: `from a terminated worker, page loaded again; worst ${Math.max(...cold).toFixed(0)}`
    }
  ]
}

/** One click on a large saved product page until the panel shows the answer. */
export const listingBench: Measurement = { name: "listing", run }

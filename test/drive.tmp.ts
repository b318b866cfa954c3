import { createServer } from "node:http"
import { launchExtension } from "./browser"
import { seedOrders } from "./seed-orders"
import { toOrders } from "../demo/records"
import { generateShop } from "../demo/shop"
import { readTable } from "./read-table"
const shop = generateShop({ orders: 4000 })
const title = "HARBOUR Vacuum Bottle, Stainless Steel, 750 ml, Leakproof Lid, for Hiking and Office, Best Seller, Free Shipping!"
const html = `<!doctype html><html lang="en-US"><head><title>${title}</title><meta name="description" content="x"></head><body><script type="application/ld+json">${JSON.stringify({"@type":"Product",name:title,sku:"BOTTLE-7",description:"Eco-friendly bottle. Ask help@shop.example. <b>Now</b> 20% off and it kills germs.",offers:{price:19.9,priceCurrency:"USD"}})}</script><h1>${title}</h1><p>Ships from China</p></body></html>`
const server = createServer((_, res) => res.writeHead(200, {"content-type":"text/html"}).end(html))
await new Promise<void>((r) => server.listen(4777, r))
const browser = await launchExtension({ locale: process.env.LOC ?? "en-US", args: ["--host-resolver-rules=MAP www.amazon.com 127.0.0.1:4777"], ...(process.env.DARK ? {colorScheme: "dark" as const} : {}) })
try {
  const store = await browser.context.newPage()
  store.on("console", (m) => console.log("console", m.text()))
  store.on("pageerror", (m) => console.log("error", m.message))
  await store.setViewportSize({ width: 420, height: 900 })
  await store.goto(`chrome-extension://${browser.extensionId}/sidepanel.html`)
  const page = await browser.context.newPage()
  await page.goto("http://localhost:4777/p/bottle")
  const reply = await store.evaluate(async () => {
    const tab = (await chrome.tabs.query({})).find((t) => t.url?.includes("/p/bottle"))
    const start = performance.now()
    const r = await chrome.runtime.sendMessage({ type: "panel:analyse-tab", request: { tabId: tab!.id } })
    return { r, ms: performance.now() - start }
  })
  console.log(JSON.stringify(reply))
  await store.bringToFront(); await store.waitForTimeout(800)
  await store.screenshot({ path: "/tmp/shots/listing.png", fullPage: true })
  for (const s of await store.locator("summary").all()) await s.click().catch(() => {})
  await store.waitForTimeout(500)
  await store.screenshot({ path: "/tmp/shots/listing-open.png", fullPage: true })
  await page.bringToFront(); await page.screenshot({ path: "/tmp/shots/mark.png" })
  await store.goto(`chrome-extension://${browser.extensionId}/popup.html`)
  await store.setViewportSize({ width: 380, height: 600 }); await store.waitForTimeout(600)
  await store.screenshot({ path: "/tmp/shots/popup.png", fullPage: true })
} finally { await browser.close(); server.close() }

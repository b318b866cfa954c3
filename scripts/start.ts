import { mkdirSync } from "node:fs"
import { join, resolve } from "node:path"
import type { Page } from "playwright-core"
import { startDemo } from "../demo/server"
import { wordsFor } from "../locales"
import { isOrderRisk } from "../src/domain/insight"
import { launchExtension } from "../test/browser"
import { isQueueEmpty, readTable } from "../test/read-table"
import { until } from "../test/until"
import { build } from "./build"

const pagesToRead = 10
const perPage = 200

const hasDisplay = () =>
  process.platform === "win32" ||
  process.platform === "darwin" ||
  Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY)

/** Pages through the orders as a seller would; each page is read before the next is opened. */
async function readOrders(page: Page, store: Page, origin: string): Promise<void> {
  for (let i = 1; i <= pagesToRead; i++) {
    await page.goto(`${origin}/portside-demo/orders?perPage=${perPage}&page=${i}`)
    await until(
      `page ${i} to be read`,
      async () => (await readTable(store, "orders")).length >= i * perPage
    )
    process.stdout.write(`\r  read ${i * perPage} orders`)
  }
  process.stdout.write("\n")
  await until("the orders to be scored", () => isQueueEmpty(store), 120_000)
}

async function report(store: Page): Promise<void> {
  const words = wordsFor("en")
  const [orders, insights, readings] = await Promise.all([
    readTable(store, "orders"),
    readTable(store, "insights"),
    readTable(store, "readings")
  ])
  for (const { marketplace, account, page, outcome, rows, listTotal } of readings) {
    const of = listTotal === undefined ? "" : ` of the ${listTotal} in the whole list`
    console.log(
      `Last page read: ${marketplace} (${account}), ${page}: ${rows} rows${of}, ${outcome}.`
    )
  }
  console.log(
    `Stored ${orders.length} orders; ${insights.filter(isOrderRisk).length} are worth a check. The most unusual:`
  )
  const top = insights
    .filter(isOrderRisk)
    .toSorted((a, b) => b.percentile - a.percentile)
    .slice(0, 5)
  for (const { subject, reasons } of top) {
    console.log(`  ${subject.id.split(":").slice(2).join(":")}`)
    for (const reason of reasons) console.log(`    - ${words.reason(reason)}`)
  }
}

/** The most unusual order among its neighbours, with its reasons open. */
async function showFlagged(page: Page, store: Page, origin: string): Promise<void> {
  const insights = await readTable(store, "insights")
  const [top] = insights.filter(isOrderRisk).toSorted((a, b) => b.percentile - a.percentile)
  const number = top?.subject.id.split(":").at(-1) ?? ""
  await page.goto(`${origin}/portside-demo/orders?search=${number.slice(0, -1)}`)
  const row = page.locator(`tr[data-order-id="${number}"]`)
  await row.locator("portside-badge").hover()
}

async function saveScreenshots(
  page: Page,
  store: Page,
  folder: string,
  extension: string
): Promise<void> {
  mkdirSync(folder, { recursive: true })
  await page.screenshot({ path: join(folder, "orders-page.png") })
  for (const [name, width, height] of [
    ["popup", 380, 600],
    ["sidepanel", 420, 900]
  ] as const) {
    await store.setViewportSize({ width, height })
    await store.goto(`${extension}/${name}.html`)
    await store.waitForTimeout(1_500)
    await store.screenshot({ path: join(folder, `${name}.png`) })
  }
}

async function main(): Promise<void> {
  console.log("Building the extension (about half a minute) ...")
  build()
  const headless = !hasDisplay()
  console.log(headless ? "No display: Chromium runs headless." : "Opening Chromium ...")
  const demo = await startDemo()
  const browser = await launchExtension({ headless })
  const extension = `chrome-extension://${browser.extensionId}`
  const store = await browser.context.newPage()
  await store.goto(`${extension}/sidepanel.html`)
  const page = await browser.context.newPage()
  console.log(`Demo back-office: ${demo.origin}/portside-demo/orders`)
  await readOrders(page, store, demo.origin)
  await report(store)
  if (headless) {
    const folder = resolve("out/start")
    await showFlagged(page, store, demo.origin)
    await saveScreenshots(page, store, folder, extension)
    console.log(`Screenshots: ${folder}`)
    await browser.close()
    await demo.close()
    return
  }
  console.log("Look around; close the browser window to end.")
  await new Promise((done) => browser.context.once("close", done))
  await demo.close()
}

await main()

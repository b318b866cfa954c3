import { mkdirSync } from "node:fs"
import { join } from "node:path"
import type { Page } from "playwright-core"
import type { Words } from "../locales"
import { isOrderRisk } from "../src/domain/insight"
import { isQueueEmpty, readTable } from "../test/read-table"
import { until } from "../test/until"

const perPage = 200

/** The demo's pages as a seller turns them, and the extension's own page beside them. */
export type Tour = { page: Page; panel: Page; admin: string; extension: string; words: Words }

export const tabTitles = ({ tabs, recommend, listing }: Words) => ({
  risk: tabs.risk,
  demand: tabs.demand,
  listing: listing.tab,
  recommend: recommend.tab,
  customers: tabs.customers,
  data: tabs.data
})

export const openTab = (panel: Page, name: string) =>
  panel.getByRole("tab", { name, exact: true }).click()

/** Orders page by page, products and messages; each is read before the next is opened. */
export async function readShop({ page, panel, admin }: Tour, pages: number): Promise<void> {
  for (let i = 1; i <= pages; i++) {
    await page.goto(`${admin}/orders?perPage=${perPage}&page=${i}`)
    await until(
      `page ${i} to be read`,
      async () => (await readTable(panel, "orders")).length >= i * perPage
    )
  }
  await page.goto(`${admin}/products?perPage=${perPage}`)
  await until("products", async () => (await readTable(panel, "listings")).length > 0)
  await page.goto(`${admin}/messages`)
  await until("messages", async () => (await readTable(panel, "messageNotes")).length > 0)
  await until("everything to be worked out", () => isQueueEmpty(panel), 120_000)
}

/** Asks for what the panel works out on a click: forecasts, suggestions and the analysis of one product page. */
export async function askPanel({ page, panel, admin, words }: Tour): Promise<void> {
  const { demand, recommend } = tabTitles(words)
  await openTab(panel, demand)
  await panel.getByRole("button", { name: words.demand.forecastNow }).click()
  await until(
    "forecasts",
    async () => (await readTable(panel, "forecasts")).length > 0 && (await isQueueEmpty(panel)),
    120_000
  )
  await openTab(panel, recommend)
  await panel.getByRole("button", { name: words.recommend.learn }).click()
  await until(
    "suggestions",
    async () => (await readTable(panel, "suggestions")).length > 0 && (await isQueueEmpty(panel)),
    120_000
  )
  const [listing] = await readTable(panel, "listings")
  await page.goto(`${admin}/listing/${listing?.sku}`)
  // what the popup's button and the keyboard command send; headless Chromium has neither
  await panel.evaluate(async (url) => {
    const tabs = await chrome.tabs.query({})
    const tabId = tabs.find((tab) => tab.url === url)?.id ?? -1
    await chrome.runtime.sendMessage({ type: "panel:analyse-tab", request: { tabId } })
  }, page.url())
  await until("the analysis", async () => (await readTable(panel, "listingAnalyses")).length > 0)
}

/** The most unusual order among its neighbours, with its reasons open. */
async function showFlagged({ page, panel, admin }: Tour): Promise<void> {
  const insights = await readTable(panel, "insights")
  const [top] = insights.filter(isOrderRisk).toSorted((a, b) => b.percentile - a.percentile)
  const number = top?.subject.id.split(":").at(-1) ?? ""
  await page.goto(`${admin}/orders?search=${number.slice(0, -1)}`)
  await page.locator(`tr[data-order-id="${number}"] portside-badge`).hover()
}

/** What one would see by scrolling, as far as an image is still readable. */
async function saveView(page: Page, width: number, path: string): Promise<void> {
  await page.setViewportSize({ width, height: 900 })
  // what is shown comes from the store
  await page.waitForTimeout(500)
  const height = await page.evaluate(() => document.documentElement.scrollHeight)
  await page.setViewportSize({ width, height: Math.min(2_000, Math.max(400, height)) })
  // charts follow the width a moment later
  await page.waitForTimeout(500)
  await page.screenshot({ path })
}

/** PNGs of the orders page, the popup and every tab of the side panel. */
export async function saveScreenshots(tour: Tour, folder: string, width = 420): Promise<void> {
  const { page, panel, extension, words } = tour
  mkdirSync(folder, { recursive: true })
  await showFlagged(tour)
  await page.screenshot({ path: join(folder, "orders-page.png") })
  await panel.goto(`${extension}/popup.html`)
  await panel.getByRole("heading").nth(1).waitFor()
  await saveView(panel, Math.min(width, 320), join(folder, "popup.png"))
  await panel.goto(`${extension}/sidepanel.html`)
  for (const [name, title] of Object.entries(tabTitles(words))) {
    await openTab(panel, title)
    await saveView(panel, width, join(folder, `${name}.png`))
  }
}

import { mkdirSync } from "node:fs"
import type { Page } from "playwright-core"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { toOrders } from "../../demo/records"
import { type Demo, startDemo } from "../../demo/server"
import { generateShop } from "../../demo/shop"
import { type Launched, launchExtension } from "../browser"
import { seedOrders } from "../seed-orders"
import { until } from "../until"

let demo: Demo
let browser: Launched
let panel: Page
let products: Page

/** PNGs of the view, for a person to look at: PORTSIDE_SHOTS=folder. */
async function shot(page: Page, name: string): Promise<void> {
  const folder = process.env.PORTSIDE_SHOTS
  if (!folder) return
  mkdirSync(folder, { recursive: true })
  await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true })
}

beforeAll(async () => {
  const shop = generateShop({ orders: 3_000, skus: 40 })
  demo = await startDemo({ shop })
  browser = await launchExtension()
  panel = await browser.context.newPage()
  await panel.setViewportSize({ width: 420, height: 900 })
  await panel.goto(`chrome-extension://${browser.extensionId}/sidepanel.html`)
  await seedOrders(panel, toOrders(shop))
  products = await browser.context.newPage()
  await products.goto(`${demo.origin}/portside-demo/products?perPage=100`)
  await panel.getByRole("tab", { name: "Demand" }).click()
})

afterAll(async () => {
  await browser?.close()
  await demo?.close()
})

describe("the Demand view", () => {
  it("forecasts every item that sold, most urgent first", async () => {
    await panel.getByRole("button", { name: "Forecast again" }).click()
    const list = panel.getByRole("region", { name: "Items by urgency" })
    await list.getByRole("row").nth(1).waitFor({ timeout: 100_000 })
    expect(await list.getByRole("status").textContent()).toMatch(/^[34]\d items$/)
    await shot(panel, "demand-list")
  })

  it("finds an item by its title", async () => {
    const list = panel.getByRole("region", { name: "Items by urgency" })
    const name = await list.getByRole("row").nth(2).getByRole("button").textContent()
    await panel.getByRole("searchbox").fill(name ?? "")
    expect(await list.getByRole("row").count()).toBeLessThan(8)
    await panel.getByRole("searchbox").fill("")
  })

  it("says what to do with an item and draws its forecast", async () => {
    const list = panel.getByRole("region", { name: "Items by urgency" })
    await list
      .getByRole("button", { name: /^Open / })
      .first()
      .click()
    const item = panel.getByRole("article")
    await item.getByRole("img").first().waitFor()
    expect(await item.getByRole("img").first().getAttribute("aria-label")).toMatch(
      /Next 28 days: about/
    )
    expect(await item.textContent()).toMatch(/Order [\d,]+ units? (by|now)|No order needed yet/)
    await shot(panel, "demand-item")
  })

  it("tries out a longer lead time at once", async () => {
    const item = panel.getByRole("article")
    await item.getByText("What if").first().click()
    const before = await item.getByRole("status").first().textContent()
    await item.getByLabel("Lead time in days").fill("90")
    await until(
      "another plan",
      async () => (await item.getByRole("status").first().textContent()) !== before
    )
    await shot(panel, "demand-what-if")
    await item.getByRole("button", { name: "Back to the list" }).click()
  })

  it("tests the forecasts on the seller's own past", async () => {
    await panel.getByRole("button", { name: "Test on my past" }).click()
    await panel.getByText("How good the forecasts were").first().click()
    await panel.getByRole("cell", { name: /All items/ }).waitFor({ timeout: 60_000 })
    await shot(panel, "demand-quality")
  })

  it("saves the purchase plan as CSV and Excel", async () => {
    await panel.getByText("Purchase plan").first().click()
    for (const [button, file] of [
      ["Save as CSV", /\.csv$/],
      ["Save as Excel", /\.xlsx$/]
    ] as const) {
      const [download] = await Promise.all([
        panel.waitForEvent("download"),
        panel.getByRole("button", { name: button }).click()
      ])
      expect(download.suggestedFilename()).toMatch(file)
    }
    await shot(panel, "demand-plan")
  })

  it("says which buyers are likely to come back, by code", async () => {
    await panel.getByText("Likely to buy again").first().click()
    const buyers = panel.getByRole("table", { name: "Likely to buy again" })
    await buyers.getByRole("row").nth(3).waitFor()
    expect(await buyers.getByRole("row").nth(1).textContent()).toMatch(/\d+\s?%/)
    await shot(panel, "demand-buyers")
  })

  it("puts days of cover beside each product of the shop's page", async () => {
    await products.reload()
    await until(
      "badges",
      async () => (await products.locator("portside-badge").count()) >= 15,
      40_000
    )
    await shot(products, "products")
  })
})

import type { Page } from "playwright-core"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { toListings, toOrders } from "../../demo/records"
import { type Demo, startDemo } from "../../demo/server"
import { type DemoShop, generateShop } from "../../demo/shop"
import { orderTime } from "../../src/domain/order"
import { type Launched, launchExtension } from "../browser"
import { readTable } from "../read-table"
import { seedRows } from "../seed-rows"
import { until } from "../until"

let shop: DemoShop
let demo: Demo
let browser: Launched
let panel: Page

beforeAll(async () => {
  shop = generateShop({ orders: 4_000 })
  demo = await startDemo({ shop })
  browser = await launchExtension()
  panel = await browser.context.newPage()
  await panel.goto(`chrome-extension://${browser.extensionId}/sidepanel.html`)
  await until("the store", async () => (await panel.getByRole("tab").count()) > 1)
  const orders = toOrders(shop).map((order) => ({ ...order, time: orderTime(order) }))
  await seedRows(panel, "orders", orders)
  await seedRows(panel, "listings", toListings(shop))
})

afterAll(async () => {
  await browser?.close()
  await demo?.close()
})

describe("recommendations", () => {
  it("says that nothing is learnt yet, learns on demand and lists what to do", async () => {
    await panel.getByRole("tab", { name: "Recommend" }).click()
    await panel.getByText("Nothing learnt yet.").waitFor()
    await panel.getByRole("button", { name: "Learn again now" }).click()
    await panel
      .getByText(/^Learnt from [\d,]+ orders and 1\d\d products/)
      .waitFor({ timeout: 60_000 })
    const kinds = new Set((await readTable(panel, "suggestions")).map(({ kind }) => kind))
    expect([...kinds]).toEqual(expect.arrayContaining(["bundle", "win-back", "drop"]))
  })

  it("names no buyer, and gives every suggestion a reason with numbers", async () => {
    const suggestions = await readTable(panel, "suggestions")
    const text = JSON.stringify(suggestions)
    for (const { buyer } of shop.orders.slice(0, 300)) {
      expect(text).not.toContain(buyer.name)
      expect(text).not.toContain(buyer.email)
    }
    for (const { reasons, effect } of suggestions) {
      expect(reasons.length).toBeGreaterThan(0)
      if (!effect) continue
      expect(effect.low).toBeLessThanOrEqual(effect.expected)
      expect(effect.expected).toBeLessThanOrEqual(effect.high)
    }
  })

  it("keeps what the seller decided through the next learning", async () => {
    const card = panel.getByRole("listitem").filter({ hasText: "as a bundle" }).first()
    await card.getByRole("button", { name: /^Dismiss/ }).click()
    await panel.getByRole("status").filter({ hasText: "Dismissed: Sell" }).waitFor()
    await panel.getByRole("button", { name: "Learn again now" }).click()
    const before = (await readTable(panel, "learnt"))[0]?.at ?? 0
    await until(
      "learnt again",
      async () => ((await readTable(panel, "learnt"))[0]?.at ?? 0) > before
    )
    await panel.getByRole("button", { name: "Decided (1)" }).click()
    await panel.getByRole("button", { name: /^Open again/ }).waitFor()
  })

  it("counts with the seller's own margin and says so", async () => {
    await panel
      .getByText(/30% of its price counts as left\. That is our assumption/)
      .first()
      .waitFor()
    await panel.getByLabel("Left after all costs, %").fill("55")
    await panel.getByRole("button", { name: "Save and count again" }).click()
    await panel
      .getByText(/55% of its price counts as left, as you said/)
      .first()
      .waitFor()
    await panel.getByText("Counted again.").waitFor()
    const reasons = (await readTable(panel, "suggestions")).flatMap(({ reasons }) => reasons)
    const shares = reasons.flatMap(({ facts }) => (facts.share?.value === 0.55 ? [1] : []))
    expect(shares.length).toBeGreaterThan(0)
  })

  it("measures what was done against what was left alone", async () => {
    const newest = Math.max(...shop.orders.map(({ placedAt }) => placedAt))
    const known = await readTable(panel, "suggestions")
    const chosen = known.find(({ kind }) => kind === "bundle")
    if (!chosen) throw new Error("no bundle")
    const decidedAt = newest - 40 * 86_400_000
    await seedRows(panel, "suggestions", [{ ...chosen, state: "done", decidedAt }])
    await panel.getByRole("button", { name: "Learn again now" }).click()
    await panel.getByRole("heading", { name: "What it brought so far" }).waitFor()
    const measured = (await readTable(panel, "suggestions")).find(({ id }) => id === chosen.id)
    expect(measured?.outcome?.low).toBeLessThan(measured?.outcome?.high ?? 0)
    expect(measured?.effect).toEqual(chosen.effect)
  })

  it("shows the test on held-out orders and what goes with a product", async () => {
    await panel.getByText("What a returning buyer takes next").waitFor()
    const found = shop.products[0]
    await panel.getByRole("searchbox").fill(found?.title ?? "")
    await panel.getByRole("heading", { name: "Similar" }).first().waitFor()
  })

  it("exports the list", async () => {
    await panel.getByRole("button", { name: /^Open \(/ }).click()
    const [download] = await Promise.all([
      panel.waitForEvent("download"),
      panel.getByRole("button", { name: "Export as CSV" }).click()
    ])
    expect(download.suggestedFilename()).toBe("portside-suggestions.csv")
  })

  it("stands beside products on the shop's own page", async () => {
    const page = await browser.context.newPage()
    await page.goto(`${demo.origin}/portside-demo/products?perPage=50`)
    const badges = page.locator("portside-badge")
    await until("badges", async () => (await badges.count()) > 5, 20_000)
    expect(await page.locator('portside-badge[aria-label*="Goes with"]').count()).toBeGreaterThan(0)
    await page.close()
  })
})

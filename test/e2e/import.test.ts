import { readFileSync } from "node:fs"
import { join } from "node:path"
import type { Page } from "playwright-core"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { type Launched, launchExtension } from "../browser"
import { readTable } from "../read-table"
import { until } from "../until"

const fixture = (name: string) => join(import.meta.dirname, "../fixtures/exports", name)

let browser: Launched
let panel: Page

const open = async () => {
  const page = await browser.context.newPage()
  await page.setViewportSize({ width: 420, height: 900 })
  await page.goto(`chrome-extension://${browser.extensionId}/sidepanel.html`)
  await page.getByRole("tab", { name: "Data" }).click()
  return page
}
const choose = (file: string) => panel.setInputFiles("input[type=file][accept*=csv]", fixture(file))
const imports = async () =>
  (await readTable(panel, "imports")).filter(({ state }) => state === "live")
const shot = (name: string) =>
  process.env.SHOTS
    ? panel.screenshot({ path: `${process.env.SHOTS}/${name}.png`, fullPage: true })
    : null

beforeAll(async () => {
  browser = await launchExtension()
  panel = await open()
})
afterAll(() => browser.close())

describe("a file dropped into the side panel", () => {
  it("is shown before it is stored, stored with a report, and brings nothing twice", async () => {
    await choose("amazon-eu-cp1252.txt")
    await panel.getByText("Amazon, all orders: 5 rows.").waitFor()
    expect(await imports()).toEqual([])
    await shot("preview")
    await panel.getByRole("button", { name: "Store", exact: true }).click()
    await panel.getByText("3 rows stored; 2 rows left out").waitFor()
    await panel.locator("summary", { hasText: "Rows left out" }).click()
    await panel.getByText("in column “purchase-date”").waitFor()
    await shot("report")
    expect(await imports()).toMatchObject([{ lines: 3, report: { stored: 3, reported: 2 } }])
    await choose("amazon-eu-cp1252.txt")
    await panel.getByRole("button", { name: "Store", exact: true }).click()
    await panel.getByText("This file was stored before. Nothing changed.").waitFor()
    expect(await imports()).toHaveLength(1)
  })

  it("is read by the columns that the seller says, which are remembered", async () => {
    await choose("german-shop.csv")
    await panel.getByText("Portside does not know this table").waitFor()
    await panel.getByLabel("Column “Kunde” is").selectOption("")
    await shot("mapping")
    await panel.getByRole("button", { name: "Store", exact: true }).click()
    await panel.getByText("2 rows stored; 2 rows left out").waitFor()
    await choose("german-shop.csv")
    await panel.getByText("Portside does not know this table").waitFor()
    expect(await panel.getByLabel("Column “Kunde” is").inputValue()).toBe("")
    await panel.getByRole("button", { name: "Do not store" }).click()
  })

  it("that Portside cannot read says why", async () => {
    await panel.setInputFiles("input[type=file][accept*=csv]", {
      name: "broken.xlsx",
      mimeType: "application/octet-stream",
      buffer: readFileSync(fixture("mercadolibre.xlsx")).subarray(0, 900)
    })
    await panel.getByText("This zip or Excel file is damaged. Download it again.").waitFor()
  })

  it("can be taken out again", async () => {
    await panel.getByRole("button", { name: "Undo german-shop.csv" }).click()
    await panel.getByRole("dialog").getByRole("button", { name: "Undo" }).click()
    await until("the import to go", async () => (await imports()).length === 1)
    expect(await readTable(panel, "blocks")).toHaveLength(1)
  })

  it("whose worker is killed half-way leaves nothing behind", async () => {
    const before = (await readTable(panel, "blocks")).length
    const header = "order id,order date,sku,quantity\n"
    const lines = Array.from({ length: 400_000 }, (_, i) => `${i},2026-01-02,S${i % 50},1\n`)
    await panel.setInputFiles("input[type=file][accept*=csv]", {
      name: "large.csv",
      mimeType: "text/csv",
      buffer: Buffer.from(header + lines.join(""))
    })
    await panel.getByText("Portside does not know this table").waitFor({ timeout: 60_000 })
    await panel.getByRole("button", { name: "Store", exact: true }).click()
    await until(
      "blocks to be written",
      async () => (await readTable(panel, "blocks")).length > before
    )
    await browser.killWorker()
    await panel.getByText("Portside was stopped meanwhile").waitFor({ timeout: 30_000 })
    await panel.evaluate(() => chrome.runtime.sendMessage({ type: "panel:sites", request: {} }))
    await until("what was staged to go", async () => {
      const blocks = await readTable(panel, "blocks")
      return blocks.length === before && (await readTable(panel, "imports")).length === 1
    })
    // cancelled by the seller: the same
    await panel.setInputFiles("input[type=file][accept*=csv]", {
      name: "large.csv",
      mimeType: "text/csv",
      buffer: Buffer.from(header + lines.join(""))
    })
    await panel.getByText("Portside does not know this table").waitFor({ timeout: 60_000 })
    await panel.getByRole("button", { name: "Store", exact: true }).click()
    await until(
      "blocks to be written",
      async () => (await readTable(panel, "blocks")).length > before
    )
    await panel.getByRole("button", { name: "Cancel" }).click()
    await panel
      .getByText("Cancelled. Nothing of this file was stored.")
      .waitFor({ timeout: 30_000 })
    await until(
      "its blocks to go",
      async () => (await readTable(panel, "blocks")).length === before
    )
  })
})

import type { Page } from "playwright-core"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { toOrders } from "../../demo/records"
import { generateShop } from "../../demo/shop"
import { isOrderRisk, type OrderRisk } from "../../src/domain/insight"
import { type Launched, launchExtension } from "../browser"
import { isQueueEmpty, readTable } from "../read-table"
import { seedOrders, wakeWorker } from "../seed-orders"
import { until } from "../until"

let browser: Launched
let panel: Page

const idle = () => isQueueEmpty(panel)
const risks = async (): Promise<OrderRisk[]> =>
  (await readTable(panel, "insights")).filter(isOrderRisk)
const probabilityOf = async (id: string) =>
  (await readTable(panel, "scores")).find(({ orderId }) => orderId === id)?.probability ?? 0
const shoot = async (name: string) => {
  const folder = process.env.SCREENSHOTS
  if (folder) await panel.screenshot({ path: `${folder}/${name}.png`, fullPage: true })
}

beforeAll(async () => {
  browser = await launchExtension()
  panel = await browser.context.newPage()
  await panel.setViewportSize({ width: 460, height: 900 })
  await panel.goto(`chrome-extension://${browser.extensionId}/sidepanel.html`)
  await wakeWorker(panel)
  const now = Date.now()
  const shop = generateShop({ orders: 2_000, days: 300, end: now, anomalyShare: 0.02 })
  await seedOrders(panel, toOrders(shop))
  await browser.killWorker()
  await wakeWorker(panel)
  await until("the orders to be scored", idle, 30_000).catch(async (error) => {
    throw new Error(JSON.stringify(await readTable(panel, "jobs")), { cause: error })
  })
})

afterAll(async () => {
  await browser?.close()
})

describe("the Risk view", () => {
  it("says of each flag what it may be, how likely, why, why not, and what to do", async () => {
    const flagged = await risks()
    expect(flagged.length).toBeGreaterThan(5)
    for (const { probability, risk, reasons, similar } of flagged) {
      expect(probability).toBeGreaterThan(0)
      expect(risk).toBeTruthy()
      expect(reasons.length).toBeGreaterThan(0)
      expect(similar?.length).toBe(3)
    }
    const first = panel.locator("main .card").filter({ hasText: "Order DP-" }).first()
    await first.locator("summary").first().click()
    for (const text of [
      "Why it stands out",
      "What speaks for it",
      "Past orders most like it",
      "What you can do",
      "A message to the buyer",
      "Before you ship"
    ]) {
      await first.getByText(text, { exact: false }).first().waitFor()
    }
    await shoot("risk-details")
  })

  it("learns from a verdict at once, and takes it back", async () => {
    const [one] = (await risks()).toSorted((a, b) => a.probability - b.probability)
    if (!one) throw new Error("nothing is flagged")
    const orderId = one.subject.id
    const before = await probabilityOf(orderId)
    const send = (type: string, request: unknown) =>
      panel.evaluate((message) => chrome.runtime.sendMessage(message), { type, request })
    expect(await send("panel:give-feedback", { orderId, verdict: "fraud" })).toMatchObject({
      ok: true
    })
    await until("the verdict to be learnt", async () => (await probabilityOf(orderId)) > before)
    expect((await readTable(panel, "feedback"))[0]).toMatchObject({ orderId, flagged: true })
    await send("panel:withdraw-feedback", { orderId })
    await until("the verdict to be forgotten", async () => {
      const again = await probabilityOf(orderId)
      return Math.abs(again - before) < 1e-6
    })
    expect(await readTable(panel, "feedback")).toEqual([])
  })

  it("never flags a buyer whom the seller allows, until that is taken back", async () => {
    const [one] = await risks()
    if (!one) throw new Error("nothing is flagged")
    const orderId = one.subject.id
    const isFlagged = async () =>
      (await readTable(panel, "scores")).find((one) => one.orderId === orderId)?.flagged ?? false
    const allow = (value: boolean) =>
      panel.evaluate((message) => chrome.runtime.sendMessage(message), {
        type: "panel:allow",
        request: { orderId, allow: value }
      })
    await allow(true)
    await until("the flag to go", async () => !(await isFlagged()))
    expect((await risks()).find(({ subject }) => subject.id === orderId)?.allowed).toBe(true)
    await allow(false)
    await until("the flag to come back", async () => (await idle()) && (await isFlagged()))
  })

  it("starts the deadlines of a claim and ends them again", async () => {
    const first = panel.locator("main .card").filter({ hasText: "Order DP-" }).first()
    const details = first.locator("details").first()
    if (!(await details.evaluate((node) => (node as HTMLDetailsElement).open)))
      await details.locator("summary").first().click()
    await first.getByRole("button", { name: "Not received" }).click()
    await first.getByText("Save the evidence").waitFor()
    const download = panel.waitForEvent("download")
    await first.getByRole("button", { name: "Save the evidence" }).click()
    expect((await download).suggestedFilename()).toMatch(/^evidence-DP-.*\.txt$/)
    await first.getByRole("button", { name: "Close the claim" }).click()
    await until("the claim to be closed", async () => {
      return (await readTable(panel, "claimCases")).length === 0
    })
  })

  it("flags as many as the seller wants to look at", async () => {
    const before = (await risks()).length
    await panel.getByLabel("A share of all orders", { exact: true }).last().selectOption("0.05")
    await panel.getByRole("button", { name: "Save", exact: true }).last().click()
    await until("more orders to be flagged", async () => (await risks()).length > before)
    await shoot("risk-budget")
  })
})

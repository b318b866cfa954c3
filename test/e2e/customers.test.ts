import type { Page } from "playwright-core"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { type Demo, startDemo } from "../../demo/server"
import { type DemoShop, generateShop } from "../../demo/shop"
import { type Launched, launchExtension } from "../browser"
import { readTable } from "../read-table"
import { until } from "../until"

let shop: DemoShop
let demo: Demo
let browser: Launched
let panel: Page
let page: Page

beforeAll(async () => {
  shop = generateShop({ orders: 1_000, messages: 60 })
  demo = await startDemo({ shop })
  browser = await launchExtension()
  panel = await browser.context.newPage()
  await panel.goto(`chrome-extension://${browser.extensionId}/sidepanel.html`)
  page = await browser.context.newPage()
  await page.goto(`${demo.origin}/portside-demo/messages`)
  await until(
    "the messages to be understood",
    async () => (await readTable(panel, "messageNotes")).length === 20
  )
})

afterAll(async () => {
  await browser?.close()
  await demo?.close()
})

describe("customers", () => {
  it("notes what each message wants and keeps no text of it", async () => {
    const notes = await readTable(panel, "messageNotes")
    const shown = shop.messages.toReversed().slice(0, 20)
    for (const { id, text } of shown) {
      expect(notes.some((note) => note.id.endsWith(`:${id}`))).toBe(true)
      expect(JSON.stringify(notes)).not.toContain(text)
    }
    expect(JSON.stringify(await readTable(panel, "messages"))).not.toContain(shown[0]?.text)
  })

  it("marks each message in the page", async () => {
    await until("the badges", async () => (await page.locator("portside-badge").count()) === 20)
  })

  it("shows the message, a reply with visible blanks, and refuses it until they are filled", async () => {
    await panel.getByRole("tab", { name: "Customers" }).click()
    await panel.locator("summary", { hasText: "Read and reply" }).first().click()
    await panel.locator("blockquote").waitFor()
    await panel.getByRole("button", { name: "Use this reply" }).first().click()
    const draft = panel.getByRole("textbox", { name: "Your reply" })
    await draft.fill("It was sent with [__ carrier].")
    await panel.getByText("A blank is still open").waitFor()
    await panel.getByRole("button", { name: "Copy" }).click()
    await panel.getByText("Please settle what is marked").waitFor()
  })

  it("a correction changes the note at once", async () => {
    await panel.locator("select.select").first().selectOption("gift/wrap")
    await until("the note to follow", async () =>
      (await readTable(panel, "messageNotes")).some(
        ({ corrected, wishes }) => corrected && wishes[0]?.intent === "gift/wrap"
      )
    )
  })

  it("a reply goes into the page's own field by a click, and is kept for the next such message", async () => {
    await panel.evaluate(() =>
      chrome.runtime.sendMessage({ type: "panel:keep-kinds", request: { kinds: ["message"] } })
    )
    await panel.getByRole("combobox", { name: "Tone of starter replies" }).selectOption("formal")
    // in the buyer's language, whichever that is
    const formal = /Dear customer|Sehr geehrte|Madame, Monsieur|Estimado|尊敬的|お客様/
    await panel.getByText(formal).first().waitFor()
    const draft = panel.getByRole("textbox", { name: "Your reply" })
    await draft.fill("Happy to wrap it as a gift.")
    await page.bringToFront()
    await page.locator("textarea").first().focus()
    await panel.getByRole("button", { name: "Put it into the page" }).click()
    await until("the field to hold it", async () => {
      return (await page.locator("textarea").first().inputValue()) === "Happy to wrap it as a gift."
    })
    await panel.getByRole("button", { name: "Mark as answered" }).click()
    await until("the sealed reply", async () =>
      (await readTable(panel, "buyerTexts")).some(({ id }) => id.startsWith("reply/"))
    )
    expect(JSON.stringify(await readTable(panel, "buyerTexts"))).not.toContain("Happy to wrap")
  })

  it("the popup says how many answers are due", async () => {
    const popup = await browser.context.newPage()
    await popup.goto(`chrome-extension://${browser.extensionId}/popup.html`)
    await popup.getByText("due within 4 hours").waitFor()
    await popup.close()
  })
})

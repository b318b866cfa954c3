import { readFileSync } from "node:fs"
import { createServer, type Server } from "node:http"
import type { AddressInfo } from "node:net"
import axe from "axe-core"
import type { Page } from "playwright-core"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { toOrders } from "../../demo/records"
import { type Demo, startDemo } from "../../demo/server"
import { type DemoShop, generateShop } from "../../demo/shop"
import { type Launched, launchExtension } from "../browser"
import { readTable } from "../read-table"
import { seedOrders } from "../seed-orders"
import { until } from "../until"

/** A product page of ours with something wrong in every part. */
const title = "HARBOUR Vacuum Bottle, 750 ml, for Hiking, Best Seller"
const product = {
  "@context": "https://schema.org",
  "@type": "Product",
  name: title,
  sku: "BOTTLE-7",
  image: "/bottle.svg",
  description: "Steel bottle that kills germs. <img src=x onerror=alert(1)>",
  offers: {
    "@type": "Offer",
    price: "19.90",
    priceCurrency: "USD",
    itemCondition: "https://schema.org/NewCondition"
  }
}
const pageOf = (name: string) =>
  `<!doctype html><html lang="en-US"><head><title>${name}</title><script type="application/ld+json">${JSON.stringify({ ...product, name }).replaceAll("<", "\\u003c")}</script></head><body><h1>${name}</h1><p>$19.90</p><p>Ships from China</p><img src="/bottle.svg" width="200" alt="Bottle"><p id="other">Text</p></body></html>`
/** A bottle on white with a banner above it. */
const picture =
  '<svg xmlns="http://www.w3.org/2000/svg" width="1000" height="1000"><rect width="1000" height="1000" fill="#fff"/><rect x="350" y="300" width="300" height="650" rx="60" fill="#47a"/><text x="90" y="180" font-size="90" font-family="sans-serif" fill="#b00">Limited offer today</text></svg>'

const pages: Record<string, string> = {
  "/p/bottle": pageOf(title),
  "/p/long": pageOf("HARBOUR Vacuum Bottle that kills germs")
}

let shop: DemoShop
let demo: Demo
let server: Server
let address: string
let browser: Launched
let panel: Page

beforeAll(async () => {
  shop = generateShop({ orders: 1_200 })
  demo = await startDemo({ shop })
  server = createServer((request, response) => {
    const isPicture = request.url === "/bottle.svg"
    response
      .writeHead(200, { "content-type": isPicture ? "image/svg+xml" : "text/html" })
      .end(isPicture ? picture : (pages[request.url ?? ""] ?? "<p>Nothing</p>"))
  })
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready))
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  browser = await launchExtension()
  panel = await browser.context.newPage()
  await panel.setViewportSize({ width: 420, height: 900 })
  await panel.goto(`chrome-extension://${browser.extensionId}/sidepanel.html`)
})

afterAll(async () => {
  await browser?.close()
  await demo?.close()
  server?.close()
})

/** The message that the popup's button and the keyboard command send. */
const analyse = (page: Page) =>
  panel.evaluate(async (url) => {
    const tabs = await chrome.tabs.query({})
    const tabId = tabs.find((tab) => tab.url === url)?.id ?? -1
    return JSON.stringify(
      await chrome.runtime.sendMessage({ type: "panel:analyse-tab", request: { tabId } })
    )
  }, page.url())

const open = async (url: string): Promise<Page> => {
  const page = await browser.context.newPage()
  await page.goto(url)
  return page
}

describe("one click on a product page", () => {
  it("answers in the panel with the exact words, and marks the page", async () => {
    const page = await open(`${address}/p/bottle`)
    const before = await page.locator("#other").boundingBox()
    expect(await analyse(page)).toContain('"found":true')
    await panel.getByRole("heading", { name: title }).waitFor()
    expect(await panel.locator("mark").allTextContents()).toContain("kills germs")
    expect(await panel.locator("article").textContent()).toContain("Another seller's listing")
    const mark = page.locator("portside-mark")
    await until("the mark", async () => (await mark.count()) === 1)
    expect(await mark.getAttribute("aria-label")).toMatch(/^1 rule broken/)
    // display only: nothing in it can be reached by the page, nothing moved below it
    expect(
      await page.evaluate(() => document.querySelector("portside-mark")?.shadowRoot)
    ).toBeNull()
    expect((await page.locator("#other").boundingBox())?.y).toBe(before?.y)
    await page.close()
  })

  it("calls what the page does not show unknown, never failed", async () => {
    const [analysis] = await readTable(panel, "listingAnalyses")
    const of = (id: string) => analysis?.findings.find(({ ruleId }) => ruleId === id)?.outcome
    expect(analysis?.own).toBe(false)
    expect(of("any.gtin.check-digit")).toBe("unknown")
    expect(of("any.texts.trade-marks")).toBe("unknown")
    expect(of("any.duty.us")).toBe("missed")
    expect(of("any.texts.pesticide")).toBe("broken")
  })

  it("shows a suggestion as a difference, and markup of the page as text", async () => {
    expect((await panel.locator("del").allTextContents()).join()).toContain("kills germs")
    expect(await panel.locator("article img").count()).toBe(0)
  })

  it("shows a draft of the browser's language model only if the rules have nothing against it", async () => {
    const answers = (title: string) =>
      panel.evaluate((text) => {
        const session = { prompt: async () => text, destroy() {} }
        Object.assign(globalThis, {
          LanguageModel: { availability: async () => "available", create: async () => session }
        })
      }, title)
    await answers("Bottle that cures diabetes")
    const page = await open(`${address}/p/long`)
    await analyse(page)
    await page.close()
    const write = panel.getByRole("button", { name: "Let the browser's own language model try" })
    await write.click()
    await panel.getByText("The draft breaks rules and is not shown:").waitFor()
    await answers("HARBOUR Vacuum Bottle")
    await write.click()
    await panel.getByRole("heading", { name: "Draft of the language model" }).waitFor()
  })

  it("is started by the popup's button and by the keyboard command, and nothing on the page moves", async () => {
    const pressed = () =>
      panel.evaluate(async () => {
        for (let tries = 0; tries < 50; tries++) {
          const [popup] = chrome.extension.getViews({ type: "popup" })
          const buttons = [...(popup?.document.querySelectorAll("button") ?? [])]
          const button = buttons.find(({ textContent }) => textContent === "Analyse this page")
          button?.click()
          if (button) return true
          await new Promise((next) => setTimeout(next, 100))
        }
        return false
      })
    const starts = {
      popup: async () => {
        const worker = await browser.worker()
        await worker.evaluate(() => chrome.action.openPopup())
        expect(await pressed()).toBe(true)
      },
      keyboard: async () => {
        const worker = await browser.worker()
        await worker.evaluate(async () => {
          const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true })
          // headless Chromium has no keys for commands: the event itself
          const event = chrome.commands.onCommand as unknown as {
            dispatch(command: string, tab: unknown): void
          }
          event.dispatch("analyse-page", tab)
        })
      }
    }
    for (const start of [starts.popup, starts.keyboard]) {
      const page = await open(`${address}/p/bottle`)
      await page.bringToFront()
      const asked = await page.evaluate(() => performance.now())
      await start()
      await page.locator("portside-mark").waitFor({ state: "attached" })
      // what moved before was the page's own coming up
      const shift = await page.evaluate(
        (since) =>
          new Promise<number>((done) => {
            let sum = 0
            new PerformanceObserver((list) => {
              for (const entry of list.getEntries() as (PerformanceEntry & { value: number })[])
                if (entry.startTime >= since) sum += entry.value
            }).observe({ type: "layout-shift", buffered: true })
            setTimeout(() => done(sum), 200)
          }),
        asked
      )
      expect(shift).toBe(0)
      await page.close()
    }
  })

  it("says so on a page without a listing", async () => {
    const page = await open(`${address}/empty`)
    expect(await analyse(page)).toContain('"found":false')
    await panel.getByText("No listing was found on this page.").waitFor()
    await page.close()
  })

  it("works out profit from what is typed, and keeps it", async () => {
    const page = await open(`${address}/p/bottle`)
    await analyse(page)
    await page.close()
    await panel.locator(".card", { hasText: "Profit of one sale" }).locator("summary").click()
    await panel.getByLabel("Cost of the product, duty included").fill("7.50")
    const facts = panel.locator(".card", { hasText: "Profit of one sale" }).locator("dl.facts")
    await until("the profit", async () => (await facts.textContent())?.includes("$12.40") === true)
    await panel.getByLabel("What if the price were").fill("x")
    await panel.getByText("type a number such as 12.50").waitFor()
    await panel.getByLabel("What if the price were").fill("5")
    await until("a loss", async () => (await facts.textContent())?.includes("-$2.50") === true)
    await panel.getByRole("button", { name: "Keep these numbers" }).click()
    await panel.getByText("Kept.").waitFor()
  })
})

describe("all listings", () => {
  it("ranks the seller's own by money at stake and saves the fix list", async () => {
    await seedOrders(panel, toOrders(shop))
    const products = await open(`${demo.origin}/portside-demo/products`)
    await until("listings", async () => (await readTable(panel, "listings")).length > 10)
    await products.close()
    await panel.getByRole("button", { name: "All listings" }).click()
    await panel.getByRole("button", { name: "Check all listings" }).click()
    const own = async () => (await readTable(panel, "listingAnalyses")).filter((one) => one.own)
    await until("analyses", async () => (await own()).length > 10, 60_000)
    await until(
      "the end of the job",
      async () => (await readTable(panel, "jobs")).every(({ id }) => id !== "analyse-listings"),
      60_000
    )
    expect((await own()).some(({ sales }) => (sales?.units ?? 0) > 0)).toBe(true)
    await panel.getByRole("button", { name: "Only with something to fix" }).click()
    await panel.getByRole("table").waitFor()
    const saved = panel.waitForEvent("download")
    await panel.getByRole("button", { name: "Save the fix list" }).click()
    const text = readFileSync(await (await saved).path(), "utf8")
    expect(text).toMatch(/^\ufeff"Marketplace","SKU"/)
    await panel
      .getByRole("button", { name: /^Show .+/ })
      .first()
      .click()
    await panel.getByText("What your own sales say").waitFor()
    // the demo shop's sales are chance: no title gets a score
    await panel.getByText(/Title and attributes get no score/).waitFor()
  })
})

describe("settings", () => {
  it("refuses a pack with the place that is wrong, and applies a right one", async () => {
    await panel.getByRole("button", { name: "Settings", exact: true }).click()
    const file = (...rules: object[]) => ({
      name: "mine.json",
      mimeType: "application/json",
      buffer: Buffer.from(JSON.stringify({ name: "Mine", rules }))
    })
    const rule = {
      id: "any.title.length.mine",
      marketplace: "any",
      field: "title",
      check: { kind: "max-length", max: "20", unit: "characters" },
      severity: "broken",
      source: "my own rule",
      confidence: "official",
      checkedOn: "2026-11-24"
    }
    await panel.getByLabel("Add a file of rules").setInputFiles(file(rule))
    await panel.getByRole("button", { name: "Save the settings" }).click()
    await panel.getByText(/rules\.0\.check\.max/).waitFor()
    await panel.getByLabel("Add a file of rules").setInputFiles(
      file(
        { ...rule, check: { ...rule.check, max: 20 } },
        {
          ...rule,
          id: "any.images.text.mine",
          field: "images",
          check: { kind: "image-text", which: "main" }
        }
      )
    )
    await panel.getByRole("button", { name: "Save the settings" }).click()
    await panel.getByText("Saved.").waitFor()
    const page = await open(`${address}/p/bottle`)
    await analyse(page)
    await panel.getByText("Title: 54 characters, at most 20 characters").first().waitFor()
    // the pixels are the page's own, so they may be read
    await panel
      .getByText(/Pictures: text beside the product takes [\d.]+% of the picture/)
      .first()
      .waitFor()
    await page.close()
  })
})

describe("exchange rates", () => {
  it("come from the European Central Bank's file and turn costs in euros, each with its day", async () => {
    await panel.getByRole("button", { name: "Settings", exact: true }).click()
    await panel.getByLabel("Add a file of the European Central Bank").setInputFiles({
      name: "eurofxref.csv",
      mimeType: "text/csv",
      buffer: Buffer.from("Date, USD, JPY, \n20 November 2026, 1.1000, 163.95, \n")
    })
    await panel.getByText("2 rates read, the newest of Nov 20, 2026").waitFor()
    await panel.getByRole("button", { name: "Save the settings" }).click()
    await panel.getByText("Saved.").waitFor()
    const page = await open(`${address}/p/bottle`)
    await analyse(page)
    await page.close()
    const card = panel.locator(".card", { hasText: "Profit of one sale" })
    await card.locator("summary").first().click()
    await panel.getByLabel("What if the price were").fill("20")
    await panel.getByLabel("Currency of your costs").fill("GBP")
    await panel.getByText("No exchange rate from GBP to USD is known").waitFor()
    await panel.getByLabel("Currency of your costs").fill("EUR")
    await panel.getByLabel("Cost of the product, duty included").fill("10")
    await panel.getByText("One EUR at 1.1000 USD, the rate of Nov 20, 2026").waitFor()
    expect(await card.locator("dl.facts").textContent()).toContain("$9.00")
  })
})

describe("accessible", () => {
  it.each(["light", "dark"] as const)("axe finds no fault, %s", async (colorScheme) => {
    await panel.emulateMedia({ colorScheme })
    for (const section of ["This listing", "All listings", "Settings"]) {
      await panel.getByRole("button", { name: section, exact: true }).click()
      // through the debugger: the extension's own policy lets no other script in
      await panel.evaluate(axe.source)
      const faults = await panel.evaluate(async () => {
        const { violations } = await (globalThis as unknown as { axe: typeof axe }).axe.run()
        return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)
      })
      expect(faults).toEqual([])
      const cut = await panel.evaluate(() =>
        Array.from(document.querySelectorAll("main *"))
          .filter(
            (element) =>
              element.getBoundingClientRect().right > document.documentElement.clientWidth + 1
          )
          .map(({ outerHTML }) => outerHTML.slice(0, 80))
      )
      expect(cut).toEqual([])
    }
  })
})

import { mkdirSync } from "node:fs"
import { join, resolve } from "node:path"
import type { Page } from "playwright-core"
import { launchExtension } from "../browser"
import { isQueueEmpty, readTable } from "../read-table"
import { until } from "../until"
import { type Check, checkFlags, checkOrders, checkPseudonyms } from "./compare"
import { installVendure } from "./install"
import { login, startShop, trueOrders } from "./shop-process"

/*
 * Reads a program that somebody else wrote: installs Vendure, fills a shop, logs in to its dashboard with the
 * built extension, turns every page of the orders list, and compares what was stored with Vendure's own API.
 */

const started = Date.now()
const say = (line: string) =>
  console.log(`${String(Math.round((Date.now() - started) / 1_000)).padStart(4)} s  ${line}`)
const screenshots = resolve("out", "vendure")

async function signIn(page: Page, origin: string): Promise<void> {
  await page.goto(`${origin}/dashboard/login`)
  await page.locator('input[name="username"]').fill(login.username)
  await page.locator('input[name="password"]').fill(login.password)
  await page.keyboard.press("Enter")
  await page.waitForURL((url) => !url.pathname.includes("login"), { timeout: 60_000 })
}

const orderLinks = (page: Page) => page.locator('main tbody a[href*="/orders/"]')

/** What the badge of each shown row says, by order code; rows without one are missing. */
function badgesOn(page: Page): Promise<[string, string][]> {
  return page.locator("main tbody tr").evaluateAll((rows) =>
    rows.flatMap((row): [string, string][] => {
      const code = row.querySelector('a[href*="/orders/"]')?.textContent?.trim()
      const badge = row.querySelector("portside-badge")
      return code && badge ? [[code, badge.getAttribute("aria-label") ?? ""]] : []
    })
  )
}

/** Turns the pages of the orders list as a seller does, by the dashboard's own button; what all badges said. */
async function turnPages(page: Page, origin: string): Promise<Map<string, string>> {
  const badges = new Map<string, string>()
  await page.goto(`${origin}/dashboard/orders`)
  for (;;) {
    await until("rows", async () => (await orderLinks(page).count()) > 0, 60_000)
    const rows = await orderLinks(page).count()
    await until("a badge on every row", async () => (await badgesOn(page)).length === rows)
    for (const [code, label] of await badgesOn(page)) badges.set(code, label)
    const next = page.getByRole("button", { name: "Go to next page" })
    if (await next.isDisabled()) return badges
    const first = await orderLinks(page).first().textContent()
    await next.click()
    await until(
      "the next page",
      async () => (await orderLinks(page).first().textContent()) !== first
    )
  }
}

async function visit(origin: string, wrong: string[]): Promise<Check[]> {
  const truth = await trueOrders(origin)
  const browser = await launchExtension()
  try {
    const strays: string[] = []
    browser.context.on("request", (request) => {
      const url = new URL(request.url())
      if (url.origin !== origin && url.protocol.startsWith("http")) strays.push(url.origin)
    })
    const page = await browser.context.newPage()
    await signIn(page, origin)
    say(`signed in; ${truth.length} orders to read`)
    await turnPages(page, origin)
    say("every page turned once")
    const store = await browser.context.newPage()
    await store.goto(`chrome-extension://${browser.extensionId}/popup.html`)
    await until("the queue to be empty", () => isQueueEmpty(store))
    const [orders, insights, readings, scores] = await Promise.all([
      readTable(store, "orders"),
      readTable(store, "insights"),
      readTable(store, "readings"),
      readTable(store, "scores")
    ])
    // the first pass read orders before the model knew the shop; the second shows what a seller sees the next day
    const badges = await turnPages(page, origin)
    say("and once more, for the badges")
    const silent = wrong.filter((code) => !badges.get(code)?.startsWith("Check first"))
    mkdirSync(screenshots, { recursive: true })
    await page.screenshot({ path: join(screenshots, "orders.png") })
    await store.screenshot({ path: join(screenshots, "popup.png") })
    const unwell = readings.filter(({ outcome }) => outcome !== "complete")
    return [
      ...checkOrders(truth, orders),
      ...checkPseudonyms(truth, orders, { orders, insights, readings, scores }),
      ...checkFlags(wrong, orders, insights),
      { claim: "a wrong order's row carries a badge that says so", problem: silent.join("; ") },
      {
        claim: "every page was read completely",
        problem: unwell.map(({ problem, outcome }) => problem ?? outcome).join("; ")
      },
      { claim: "nothing was asked of any other host", problem: [...new Set(strays)].join(", ") }
    ]
  } finally {
    await browser.close()
  }
}

const folder = await installVendure(say)
const shop = await startShop(folder)
say(`the shop is open at ${shop.origin}`)
try {
  const checks = await visit(shop.origin, shop.wrong)
  for (const { claim, problem } of checks) {
    console.log(problem ? `FAILED  ${claim}\n        ${problem}` : `passed  ${claim}`)
  }
  const failed = checks.filter(({ problem }) => problem).length
  console.log(`Screenshots: ${screenshots}`)
  console.log(`${checks.length - failed} passed, ${failed} failed`)
  process.exitCode = failed === 0 ? 0 : 1
} finally {
  shop.close()
}

import type { BrowserContext, Page } from "playwright-core"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { type Demo, startDemo } from "../../demo/server"
import { type DemoOrder, type DemoShop, generateShop } from "../../demo/shop"
import { isOrderRisk } from "../../src/domain/insight"
import { type Launched, launchExtension } from "../browser"
import { isQueueEmpty, readTable } from "../read-table"
import { until } from "../until"

const badgeHost = "portside-badge"

let shop: DemoShop
let demo: Demo
let browser: Launched
let store: Page
/** Every request of every page and worker of the browser. */
const requests: string[] = []

function watchNetwork(context: BrowserContext): void {
  context.on("request", (request) => requests.push(request.url()))
}

beforeAll(async () => {
  shop = generateShop({ orders: 2_400 })
  demo = await startDemo({ shop })
  browser = await launchExtension()
  watchNetwork(browser.context)
  store = await browser.context.newPage()
  await store.goto(`chrome-extension://${browser.extensionId}/sidepanel.html`)
})

afterAll(async () => {
  await browser?.close()
  await demo?.close()
})

const openOrders = async (query: string): Promise<Page> => {
  const page = await browser.context.newPage()
  await page.goto(`${demo.origin}/portside-demo/orders?${query}`)
  return page
}

const newestFirst = () => shop.orders.toReversed()

/** The stored fields of one order that its page shows, in the store's own units. */
function expected(order: DemoOrder) {
  return {
    nativeId: order.id,
    status: order.status,
    placedAt: order.placedAt,
    total: { minor: order.totalMinor, currency: order.currency },
    shipCountry: order.shipCountry,
    shippingMethod: order.shippingMethod,
    items: order.items.map(({ sku, title, quantity, unitMinor }) => ({
      sku,
      title,
      quantity,
      unitPrice: { minor: unitMinor, currency: order.currency }
    }))
  }
}

const reading = async () => {
  const readings = await readTable(store, "readings")
  return readings.find(({ page }) => page === "orders")
}

const badgesOn = (page: Page) => page.locator(badgeHost)

describe("the demo back-office, read by the built extension", () => {
  it("reads every order of a page exactly", async () => {
    const page = await openOrders("perPage=100")
    await until("100 orders", async () => (await readTable(store, "orders")).length === 100)
    const orders = await readTable(store, "orders")
    for (const order of newestFirst().slice(0, 100)) {
      const found = orders.find(({ nativeId }) => nativeId === order.id)
      expect(found).toMatchObject(expected(order))
    }
    expect(await reading()).toMatchObject({
      outcome: "complete",
      rows: 100,
      rowsExpected: 100,
      listTotal: 2_400
    })
    await page.close()
  })

  it("keeps one pseudonym a buyer and nothing of their text", async () => {
    const orders = await readTable(store, "orders")
    const byBuyer = new Map<string, Set<string>>()
    for (const order of newestFirst().slice(0, 100)) {
      const found = orders.find(({ nativeId }) => nativeId === order.id)
      byBuyer.set(
        order.buyer.id,
        (byBuyer.get(order.buyer.id) ?? new Set()).add(found?.buyer ?? "")
      )
    }
    expect([...byBuyer.values()].every((pseudonyms) => pseudonyms.size === 1)).toBe(true)
    expect(new Set([...byBuyer.values()].flatMap((set) => [...set])).size).toBe(byBuyer.size)
    const text = JSON.stringify(orders)
    for (const { buyer } of newestFirst().slice(0, 100)) {
      for (const secret of [buyer.name, buyer.email, buyer.phone, buyer.address])
        expect(text).not.toContain(secret)
    }
  })

  it("follows navigation inside the page, and puts one badge on each row", async () => {
    const page = await openOrders("perPage=100")
    await until("badges", async () => (await badgesOn(page).count()) === 100)
    await page.click("#next")
    await until("the next 100", async () => (await readTable(store, "orders")).length === 200)
    await until("their badges", async () => (await badgesOn(page).count()) === 100)
    const label = await badgesOn(page).first().getAttribute("aria-label")
    expect(label).toBeTruthy()
    // badges take no room: the cells stay as they are without them, in both directions of writing
    for (const dir of ["ltr", "rtl"]) {
      const [withBadges, without] = await page.evaluate(
        ([direction, host]) => {
          document.documentElement.dir = direction ?? ""
          const boxes = () =>
            [...document.querySelectorAll("td")].map((cell) => {
              const { x, y, width, height } = cell.getBoundingClientRect()
              return [x, y, width, height].map(Math.round).join()
            })
          const before = boxes()
          for (const badge of document.querySelectorAll(host ?? "")) badge.remove()
          return [before, boxes()]
        },
        [dir, badgeHost]
      )
      expect(withBadges).toEqual(without)
      await until("the badges again", async () => (await badgesOn(page).count()) === 100)
    }
    await page.close()
  })

  it("flags orders with reasons, shown in the page too", async () => {
    for (const number of [3, 4, 5, 6]) {
      const page = await openOrders(`perPage=200&page=${number}`)
      await until(
        "the page to be read",
        async () =>
          (await reading())?.rows === 200 &&
          (await readTable(store, "orders")).length >= 200 * (number - 1)
      )
      await page.close()
    }
    await until("the queue to be empty", () => isQueueEmpty(store), 60_000)
    const insights = (await readTable(store, "insights")).filter(isOrderRisk)
    expect(insights.length, JSON.stringify(await readTable(store, "jobs"))).toBeGreaterThan(0)
    for (const { reasons } of insights) expect(reasons.length).toBeGreaterThan(0)
    const flagged = insights[0]?.subject.id.split(":").at(-1) ?? ""
    const page = await openOrders(`search=${flagged}`)
    await until("its badge", async () => (await badgesOn(page).count()) === 1)
    expect(await badgesOn(page).getAttribute("aria-label")).toMatch(/^Check first\. /)
    await page.close()
  })

  it.each([
    ["late rows", "perPage=20&page=80&late=1500"],
    ["an open shadow root", "perPage=20&page=81&shadow=1"],
    ["German dates and money", "perPage=20&page=82&locale=de-DE"],
    ["Chinese headers", "perPage=20&page=83&locale=zh-CN"]
  ])("reads %s", async (_, query) => {
    const page = await openOrders(query)
    const number = Number(new URLSearchParams(query).get("page"))
    const order = newestFirst()[(number - 1) * 20]
    if (!order) throw new Error("no such order")
    await until("the order", async () =>
      (await readTable(store, "orders")).some(({ nativeId }) => nativeId === order.id)
    )
    const found = (await readTable(store, "orders")).find(({ nativeId }) => nativeId === order.id)
    expect(found).toMatchObject(expected(order))
    await page.close()
  })

  it.each([
    ["a list that shows fewer rows than it says", "perPage=20&page=90&broken=total", "short"],
    ["a signed-out page", "signedOut=1", "signed-out"],
    ["a challenge page", "challenge=1", "challenge"]
  ])("reports %s instead of reading it as complete", async (_, query, outcome) => {
    const page = await openOrders(query)
    await until(outcome, async () => (await reading())?.outcome === outcome)
    if (outcome === "short") expect(await reading()).toMatchObject({ rows: 17, rowsExpected: 20 })
    await page.close()
  })

  it("adds what the order's own page tells", async () => {
    const order = newestFirst()[0]
    if (!order) throw new Error("no order")
    const page = await browser.context.newPage()
    await page.goto(`${demo.origin}/portside-demo/orders/${order.id}`)
    const found = async () =>
      (await readTable(store, "orders")).find(({ nativeId }) => nativeId === order.id)
    await until("the detail", async () => (await found())?.paymentMethod !== undefined)
    expect(await found()).toMatchObject({
      ...expected(order),
      paymentMethod: order.paymentMethod,
      paymentAttempts: order.paymentAttempts,
      billCountry: order.billCountry
    })
    await page.close()
  })

  it("reads products with their stock", async () => {
    const page = await browser.context.newPage()
    await page.goto(`${demo.origin}/portside-demo/products?perPage=150`)
    await until("150 products", async () => (await readTable(store, "listings")).length === 150)
    const listings = await readTable(store, "listings")
    for (const product of shop.products) {
      expect(listings.find(({ sku }) => sku === product.sku)).toMatchObject({
        title: product.title,
        onHand: product.onHand,
        available: product.onHand - product.reserved
      })
    }
    await page.close()
  })

  it("stops when its host is taken away, and starts when it is given back", async () => {
    const settings = await browser.context.newPage()
    await settings.goto("chrome://extensions")
    const setAccess = (hostAccess: string) =>
      settings.evaluate(
        ({ extensionId, hostAccess }) =>
          // the browser's own switch, as its extension page uses it
          (
            chrome as unknown as {
              developerPrivate: { updateExtensionConfiguration(update: object): Promise<void> }
            }
          ).developerPrivate.updateExtensionConfiguration({ extensionId, hostAccess }),
        { extensionId: browser.extensionId, hostAccess }
      )
    const before = (await readTable(store, "orders")).length
    await setAccess("ON_CLICK")
    const page = await openOrders("perPage=20&page=100")
    await page.waitForSelector("tr[data-order-id]")
    await page.waitForTimeout(2_500)
    expect((await readTable(store, "orders")).length).toBe(before)
    expect(await badgesOn(page).count()).toBe(0)
    await setAccess("ON_ALL_SITES")
    await until("reading again", async () => (await readTable(store, "orders")).length > before)
    await page.close()
    await settings.close()
  })

  it("sent nothing anywhere but to the page's own host", () => {
    const own = [
      demo.origin,
      `chrome-extension://${browser.extensionId}`,
      "chrome://",
      "data:",
      "blob:"
    ]
    const strange = requests.filter((url) => !own.some((prefix) => url.startsWith(prefix)))
    expect(requests.length).toBeGreaterThan(50)
    expect(strange).toEqual([])
  })
})

import { expect, it } from "vitest"
import { startDemo } from "../../demo/server"
import { generateShop } from "../../demo/shop"
import { seededRandom } from "../../models/anomaly/random"
import { launchExtension } from "../browser"
import { isQueueEmpty, readTable } from "../read-table"
import { until } from "../until"

const kills = 30
const perPage = 50
const pages = 12

it(`loses and doubles nothing when the worker is killed ${kills} times while it reads`, async () => {
  const shop = generateShop({ orders: 1_200 })
  const demo = await startDemo({ shop })
  const browser = await launchExtension()
  try {
    const store = await browser.context.newPage()
    await store.goto(`chrome-extension://${browser.extensionId}/popup.html`)
    const page = await browser.context.newPage()
    const visit = (number: number) =>
      page.goto(`${demo.origin}/portside-demo/orders?perPage=${perPage}&page=${number}`)
    const badges = () =>
      until(
        "badges",
        async () => (await page.locator("portside-badge").count()) === perPage,
        60_000
      )
    // an installed extension that works
    await visit(1)
    await badges()
    const random = seededRandom(4711)
    let killed = 0
    let done = false
    const killer = (async () => {
      while (!done) {
        await new Promise((resolve) => setTimeout(resolve, 20 + random() * 500))
        if (killed < kills && (await browser.killWorker())) killed++
      }
    })()
    let visits = 0
    while (killed < kills) {
      if (visits > 4 * kills) throw new Error(`only ${killed} kills in ${visits} visits`)
      await visit((visits++ % pages) + 1)
      await page.waitForTimeout(700)
    }
    done = true
    await killer
    // one quiet round, as a seller who goes on working
    for (let number = 1; number <= pages; number++) {
      await visit(number)
      await badges()
    }
    await until("the queue to be empty", () => isQueueEmpty(store), 60_000)
    const [orders, scores, insights] = await Promise.all([
      readTable(store, "orders"),
      readTable(store, "scores"),
      readTable(store, "insights")
    ])
    const wanted = shop.orders.toReversed().slice(0, perPage * pages)
    expect(killed).toBe(kills)
    expect(orders.map(({ nativeId }) => nativeId).sort()).toEqual(wanted.map(({ id }) => id).sort())
    for (const order of wanted) {
      const found = orders.find(({ nativeId }) => nativeId === order.id)
      expect(found?.total).toEqual({ minor: order.totalMinor, currency: order.currency })
      expect(found?.items?.length).toBe(order.items.length)
    }
    // every order is scored by a fit, none twice; a flag has its insight and the other way round
    expect(scores).toHaveLength(orders.length)
    expect(scores.every(({ fit }) => fit > 0)).toBe(true)
    const flagged = scores.filter((score) => score.flagged).map(({ orderId }) => orderId)
    const risky = insights.filter(({ kind }) => kind === "order-risk")
    expect(risky.map(({ subject }) => subject.id).sort()).toEqual(flagged.sort())
  } finally {
    await browser.close()
    await demo.close()
  }
}, 300_000)

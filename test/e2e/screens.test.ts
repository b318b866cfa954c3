import axe from "axe-core"
import type { Page } from "playwright-core"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { type Demo, startDemo } from "../../demo/server"
import { generateShop } from "../../demo/shop"
import { wordsFor } from "../../locales"
import { askPanel, openTab, readShop, tabTitles } from "../../scripts/tour"
import { type Launched, launchExtension } from "../browser"

const words = wordsFor("en")
const views = Object.entries(tabTitles(words))

let demo: Demo
let browser: Launched
let panel: Page

beforeAll(async () => {
  demo = await startDemo({ shop: generateShop({ orders: 400 }) })
  browser = await launchExtension()
  const extension = `chrome-extension://${browser.extensionId}`
  panel = await browser.context.newPage()
  await panel.goto(`${extension}/sidepanel.html`)
  const page = await browser.context.newPage()
  const tour = { page, panel, admin: `${demo.origin}/portside-demo`, extension, words }
  await readShop(tour, 2)
  await askPanel(tour)
})

afterAll(async () => {
  await browser?.close()
  await demo?.close()
})

/** Everything that can be opened on the view is. */
async function openAll(): Promise<void> {
  await panel.waitForTimeout(300)
  await panel.evaluate(() => {
    for (const one of document.querySelectorAll("details")) one.open = true
  })
  await panel.waitForTimeout(300)
}

async function faults(rules?: string[]): Promise<string[]> {
  // through the debugger: the extension's own policy lets no other script in
  await panel.evaluate(axe.source)
  return panel.evaluate(async (only) => {
    const checked = (globalThis as unknown as { axe: typeof axe }).axe
    const { violations } = await checked.run(only ? { runOnly: only } : {})
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))
  }, rules)
}

/** What is cut off or needs scrolling sideways (WCAG 2.2, 1.4.10 Reflow). */
const cutOff = () =>
  panel.evaluate(() => {
    const width = document.documentElement.clientWidth
    const elements = Array.from(document.querySelectorAll("main *"))
    return elements
      .filter((element) => element.getBoundingClientRect().right > width + 1)
      .map(({ outerHTML }) => outerHTML.slice(0, 100))
  })

describe.each(views)("the view %s, everything open", (_, title) => {
  it("has no fault that axe finds, and enough contrast in the dark", async () => {
    await panel.setViewportSize({ width: 420, height: 900 })
    await openTab(panel, title)
    await openAll()
    await panel.emulateMedia({ colorScheme: "light" })
    expect(await faults()).toEqual([])
    await panel.emulateMedia({ colorScheme: "dark" })
    expect(await faults(["color-contrast"])).toEqual([])
  })

  it("cuts nothing off at 200 % zoom", async () => {
    await panel.setViewportSize({ width: 210, height: 450 })
    await panel.waitForTimeout(300)
    expect(await cutOff()).toEqual([])
  })
})

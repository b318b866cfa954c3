import { resolve } from "node:path"
import { parseArgs } from "node:util"
import { startDemo } from "../demo/server"
import { wordsFor } from "../locales"
import { launchExtension } from "../test/browser"
import { build } from "./build"
import { report } from "./report"
import { askPanel, readShop, saveScreenshots, type Tour } from "./tour"

const { values } = parseArgs({
  options: {
    locale: { type: "string", default: "en-US" },
    dark: { type: "boolean", default: false },
    width: { type: "string", default: "420" },
    out: { type: "string", default: "out/start" }
  }
})

const hasDisplay = () =>
  process.platform === "win32" ||
  process.platform === "darwin" ||
  Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY)

async function main(): Promise<void> {
  console.log("Building the extension (about half a minute) ...")
  build()
  const headless = !hasDisplay()
  console.log(headless ? "No display: Chromium runs headless." : "Opening Chromium ...")
  const demo = await startDemo()
  const browser = await launchExtension({
    headless,
    locale: values.locale,
    colorScheme: values.dark ? "dark" : "light"
  })
  const extension = `chrome-extension://${browser.extensionId}`
  const panel = await browser.context.newPage()
  await panel.goto(`${extension}/sidepanel.html`)
  // the browser says which language it really has: it ignores one whose texts are not installed
  const words = wordsFor(await panel.evaluate(() => chrome.i18n.getUILanguage()))
  const page = await browser.context.newPage()
  const tour: Tour = { page, panel, admin: `${demo.origin}/portside-demo`, extension, words }
  console.log(`Demo back-office: ${tour.admin}/orders`)
  await readShop(tour, 10)
  await askPanel(tour)
  await report(panel, words)
  if (headless) {
    const folder = resolve(values.out)
    await saveScreenshots(tour, folder, Number(values.width))
    console.log(`\nScreenshots: ${folder}`)
    await browser.close()
    await demo.close()
    return
  }
  await page.goto(`${tour.admin}/orders`)
  console.log("\nLook around; close the browser window to end.")
  await new Promise((done) => browser.context.once("close", done))
  await demo.close()
}

await main()

import { chromium } from "playwright-core"
import { findBrowser } from "../../scripts/browser"
import { sample } from "../../src/marketplace/listing-page/picture-pixels"
import { pictureText } from "../../src/marketplace/listing-page/picture-text"
import type { Metric } from "../metric"
import { type Drawn, drawPictures } from "./drawn-pictures"

const count = 400
/** Thresholds were set on seed 1; these pictures were not looked at. */
const seed = 20261124

async function drawn(pictures: number, from: number): Promise<Drawn[]> {
  const browser = await chromium.launch({
    executablePath: findBrowser(),
    args: process.getuid?.() === 0 ? ["--no-sandbox"] : []
  })
  try {
    const page = await browser.newPage()
    // the compiled function names its inner ones by a helper that the page does not have
    const script = `globalThis.__name = (one) => one; (${drawPictures.toString()})(${pictures}, ${from}, ${sample})`
    return await page.evaluate(script)
  } finally {
    await browser.close()
  }
}

/** How well text on pictures is seen, on product pictures that a browser draws: with text beside, on, and without. */
export async function pictureTextMetrics(from = seed, explain = false): Promise<Metric[]> {
  const pictures = await drawn(count, from)
  const read = pictures.map(({ rgba, ...picture }) => {
    const data = new Uint8ClampedArray(Buffer.from(rgba, "base64"))
    const start = performance.now()
    const text = pictureText({ data, width: sample, height: sample })
    const found = text.beside > 0 ? "beside" : text.within > 0 ? "within" : "none"
    if (explain && found !== picture.kind)
      console.log(`    ${picture.kind} (${picture.what}) seen as ${found}`)
    return { ...picture, found, ms: performance.now() - start }
  })
  const share = (kind: Drawn["kind"], found: (one: string) => boolean) => {
    const own = read.filter((one) => one.kind === kind)
    return { value: own.filter((one) => found(one.found)).length / own.length, n: own.length }
  }
  const note = `drawn pictures, seed ${from}`
  return [
    {
      id: "listing.picture_text.recall",
      ...share("beside", (one) => one === "beside"),
      unit: "share",
      note: `text beside the product found, ${note}`
    },
    {
      id: "listing.picture_text.false_alarms",
      ...share("none", (one) => one === "beside"),
      unit: "share",
      note: `pictures without text said to hold some, ${note}`
    },
    {
      id: "listing.picture_text.print_taken_for_overlay",
      ...share("within", (one) => one === "beside"),
      unit: "share",
      note: `text printed on the product taken for text beside it, ${note}`
    }
  ]
}

import { build } from "esbuild"
import { expect, it } from "vitest"
import { seededRandom } from "../../models/anomaly/random"
import { launchExtension } from "../browser"
import { readTable } from "../read-table"
import { wakeWorker } from "../seed-orders"
import { until } from "../until"

/** 300 in the long run: PORTSIDE_KILLS=300 npx vitest run --project e2e test/e2e/import-kills.test.ts */
const kills = Number(process.env.PORTSIDE_KILLS ?? 4)
const rows = 40_000

async function clientCode(): Promise<string> {
  const { outputFiles } = await build({
    stdin: {
      contents: `import { importFile } from "./src/messaging/import-client"; globalThis.importFile = importFile`,
      resolveDir: process.cwd()
    },
    bundle: true,
    write: false,
    format: "iife"
  })
  return outputFiles[0]?.text ?? ""
}

it(`an import is whole or absent when the worker is killed ${kills} times`, async () => {
  const browser = await launchExtension()
  const random = seededRandom(20261124)
  try {
    const page = await browser.context.newPage()
    await page.goto(`chrome-extension://${browser.extensionId}/popup.html`)
    await page.evaluate(await clientCode())
    await page.evaluate((rows) => {
      const lines = Array.from({ length: rows }, (_, i) => `${i},2026-01-02,S${i % 50},1\n`)
      const header = "order id,order date,sku,quantity\n"
      Object.assign(globalThis, {
        start: (run: number) => {
          const name = `orders-${run}.csv`
          const mapping = {
            kind: "lines",
            marketplace: "file",
            columns: { order: [0], at: [1], sku: [2], quantity: [3] }
          }
          const conventions = { zone: "UTC", dateOrder: "ymd" }
          const { importFile } = globalThis as unknown as {
            importFile: (...values: unknown[]) => Promise<unknown>
          }
          void importFile(
            new File([header, ...lines], name, { lastModified: 1_790_000_000_000 + run }),
            [{ table: name, account: "", conventions, mapping }],
            () => undefined,
            new AbortController().signal
          ).catch(() => undefined)
        }
      })
    }, rows)
    await wakeWorker(page)
    let killed = 0
    let finished = 0
    for (let run = 0; killed < kills; run++) {
      await page.evaluate(
        (run) => (globalThis as unknown as { start: (run: number) => void }).start(run),
        run
      )
      await page.waitForTimeout(random() * 1_200)
      if (await browser.killWorker()) killed++
      await wakeWorker(page)
      const read = async () => ({
        imports: await readTable(page, "imports"),
        blocks: await readTable(page, "blocks")
      })
      await until(
        "what was staged to go",
        async () => (await read()).imports.every(({ state }) => state === "live"),
        60_000
      )
      const { imports, blocks } = await read()
      for (const one of imports) {
        const own = blocks.filter((block) => block.import === one.id)
        expect(own.reduce((sum, block) => sum + block.rows, 0)).toBe(rows)
        expect(one).toMatchObject({ lines: rows, report: { stored: rows, reported: 0 } })
      }
      expect(blocks.every((block) => imports.some(({ id }) => id === block.import))).toBe(true)
      // all of them name the same orders: at most two stay, so that a long run stays quick
      finished += imports.length > 1 ? 1 : 0
      for (const one of imports.slice(1)) {
        await page.evaluate(
          (importId) =>
            chrome.runtime.sendMessage({ type: "panel:undo-import", request: { importId } }),
          one.id
        )
      }
    }
    console.log(`${killed} kills, ${finished} imports had finished before`)
    expect(killed).toBe(kills)
  } finally {
    await browser.close()
  }
}, 3_600_000)

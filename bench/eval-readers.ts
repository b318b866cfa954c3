import { readFileSync } from "node:fs"
import { join, resolve } from "node:path"
import { build } from "esbuild"
import { chromium } from "playwright-core"
import { findBrowser } from "../scripts/browser"
import { type Measurement, type Metric, MissingData, median } from "./metric"
import { type ExpectedPage, readExpected } from "./readers/expected"
import type { Readings, Request, Timing } from "./readers/in-page"
import { judge, type Tally } from "./readers/judge"

declare const portsideRead: (request: Request) => Readings
declare const portsideTime: (request: Request) => Timing

const root = resolve(import.meta.dirname, "..")
const ownExpected = join(import.meta.dirname, "expected/readers")
const timedRuns = 5
const slowdown = 4

function pagesFolder(): string {
  return process.env.PORTSIDE_PAGES ?? resolve(root, "../shared/pages")
}

async function bundle(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(import.meta.dirname, "readers/in-page.ts")],
    bundle: true,
    write: false,
    format: "iife",
    target: "chrome124"
  })
  return outputFiles[0]?.text ?? ""
}

type Judged = {
  page: ExpectedPage
  adapterId: string | null
  adapter: Tally
  generic: Tally
  kind: string
  ms: number
  slowMs: number
  slowStepMs: number
}

async function readAll(pages: ExpectedPage[]): Promise<Judged[]> {
  const script = await bundle()
  const browser = await chromium.launch({
    executablePath: findBrowser(),
    args: process.getuid?.() === 0 ? ["--no-sandbox"] : []
  })
  try {
    const tab = await browser.newPage()
    await tab.route("**", (route) => route.abort())
    await tab.setContent("<!doctype html>")
    await tab.evaluate(script)
    const devtools = await tab.context().newCDPSession(tab)
    const judged: Judged[] = []
    for (const page of pages) {
      const request: Request = {
        html: readFileSync(page.file, "utf8"),
        url: page.url,
        now: Date.parse(page.now),
        zone: page.zone
      }
      const { adapterId, adapter, generic } = await tab.evaluate(
        (asked) => portsideRead(asked),
        request
      )
      const times: Timing[] = []
      for (let i = 0; i < timedRuns; i++)
        times.push(await tab.evaluate((asked) => portsideTime(asked), request))
      await devtools.send("Emulation.setCPUThrottlingRate", { rate: slowdown })
      const slow = await tab.evaluate((asked) => portsideTime(asked), request)
      await devtools.send("Emulation.setCPUThrottlingRate", { rate: 1 })
      judged.push({
        page,
        adapterId,
        adapter: judge(page, adapter ?? generic),
        generic: judge(page, generic),
        kind: generic?.page ?? "none",
        ms: median(times.map(({ totalMs }) => totalMs)),
        slowMs: slow.totalMs,
        slowStepMs: slow.longestStepMs
      })
    }
    return judged
  } finally {
    await browser.close()
  }
}

const row = ({ expected, read, wrong, missing }: Tally) =>
  `${read}/${expected} read, ${wrong} wrong, ${missing} missing`

function print(judged: Judged[], detailed: boolean) {
  const width = Math.max(...judged.map(({ page }) => page.name.length))
  for (const { page, adapterId, adapter, generic, kind, ms, slowMs } of judged) {
    const own = adapterId ? `${adapterId}: ${row(adapter)}` : "no adapter"
    const seen = kind === page.kind ? "" : ` (took it for ${kind})`
    console.log(
      `${page.name.padEnd(width)}  ${own} | generic: ${row(generic)}${seen} | ${ms.toFixed(0)} ms, ${slowMs.toFixed(0)} ms slowed`
    )
    if (!detailed) continue
    const readings = { ...(adapterId && { adapter }), generic }
    for (const [who, { faults }] of Object.entries(readings)) {
      for (const fault of faults.slice(0, 12)) console.log(`    ${who}: ${fault}`)
      if (faults.length > 12) console.log(`    ${who}: … ${faults.length - 12} more`)
    }
  }
}

function shares(id: string, tallies: Tally[], note: string): Metric[] {
  const sum = (field: "expected" | "read" | "wrong") =>
    tallies.reduce((total, tally) => total + tally[field], 0)
  const [expected, read, wrong] = [sum("expected"), sum("read"), sum("wrong")]
  return [
    { id: `readers.${id}.read`, value: read / expected, unit: "share", n: expected, note },
    {
      id: `readers.${id}.wrong`,
      value: wrong / expected,
      unit: "share",
      n: expected,
      note: `${wrong} fields`
    }
  ]
}

async function run(options: string[]): Promise<Metric[]> {
  const at = options.indexOf("--expected")
  const folder = at < 0 ? ownExpected : options[at + 1]
  if (!folder)
    throw new MissingData(
      "--expected needs a folder of expected.json files (their form: bench/expected/README.md)."
    )
  const pages = readExpected(resolve(folder), pagesFolder())
  if (pages.length === 0)
    throw new MissingData(
      `${resolve(folder)} holds no expected values (their form: bench/expected/README.md).`
    )
  const judged = await readAll(pages)
  print(judged, options.includes("--faults"))
  const known = judged.filter(({ adapterId }) => adapterId !== null)
  const worst = (pick: (one: Judged) => number) => Math.max(...judged.map(pick))
  return [
    ...(known.length > 0
      ? shares(
          "adapter",
          known.map(({ adapter }) => adapter),
          `${known.length} pages that an adapter knows`
        )
      : []),
    ...shares(
      "generic",
      judged.map(({ generic }) => generic),
      `${judged.length} pages, without any adapter`
    ),
    {
      id: "readers.generic.page_ms",
      value: worst(({ ms }) => ms),
      unit: "ms",
      n: judged.length,
      note: `slowest page, median of ${timedRuns}; median page ${median(judged.map(({ ms }) => ms)).toFixed(1)}`
    },
    {
      id: "readers.generic.slow_page_ms",
      value: worst(({ slowMs }) => slowMs),
      unit: "ms",
      n: judged.length,
      note: `slowest page on a ${slowdown}× slower CPU`
    },
    {
      id: "readers.generic.slow_slice_ms",
      value: worst(({ slowStepMs }) => slowStepMs),
      unit: "ms",
      n: judged.length,
      note: `longest part without a breath, ${slowdown}× slower CPU`
    }
  ]
}

/** Every saved page as a person sees it against what the adapter and the generic reader alone make of it, in a real browser. */
export const readersEvaluation: Measurement = { name: "readers", run }

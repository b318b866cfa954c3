import { adapter as generic } from "../../contents/generic/adapter"
import type { PageReading } from "../../src/domain/reading"
import { readAny } from "../../src/marketplace/read-any"
import { readPage } from "../../src/marketplace/read-page"
import { adapters } from "../../test/adapters"

/** What the evaluation asks of one saved page, inside the browser. */
export type Request = { html: string; url: string; now: number; zone: string }
export type Readings = {
  adapterId: string | null
  adapter: PageReading | null
  generic: PageReading | null
}
export type Timing = { totalMs: number; longestStepMs: number }

const parse = (html: string) => new DOMParser().parseFromString(html, "text/html")

/** The page as its adapter reads it, and as the generic reader does. */
function read({ html, url, now, zone }: Request): Readings {
  const address = new URL(url)
  const doc = parse(html)
  const own = adapters.find((one) => one.id !== generic.id && one.page(address, doc) !== null)
  return {
    adapterId: own?.id ?? null,
    adapter: own ? readPage(own, address, doc, now, zone) : null,
    generic: readPage(generic, address, doc, now, zone)
  }
}

/** Main-thread time of the generic reader on a page: all of it, and the longest part between two breaths. */
function time({ html, url, now, zone }: Request): Timing {
  const doc = parse(html)
  const steps = readAny(doc, new URL(url), { now, zone })
  let [totalMs, longestStepMs] = [0, 0]
  for (;;) {
    const start = performance.now()
    const { done } = steps.next()
    const took = performance.now() - start
    totalMs += took
    longestStepMs = Math.max(longestStepMs, took)
    if (done) return { totalMs, longestStepMs }
  }
}

Object.assign(globalThis, { portsideRead: read, portsideTime: time })

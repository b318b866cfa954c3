import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { parseHTML } from "linkedom"
import * as v from "valibot"
import { describe, expect, it } from "vitest"
import { pageReadingSchema } from "../../src/domain/reading"
import { readPage } from "../../src/marketplace/read-page"
import { adapters } from "../adapters"

const fixtures = join(import.meta.dirname, "../fixtures")
const readAt = 1_795_000_000_000
const casesOf = (id: string) => readdirSync(join(fixtures, id)).sort()

function load(id: string, name: string) {
  const folder = join(fixtures, id, name)
  const { url, ready, ...expected } = JSON.parse(
    readFileSync(join(folder, "expected.json"), "utf8")
  )
  const { document } = parseHTML(readFileSync(join(folder, "source.html"), "utf8"))
  return { url: new URL(url), document: document as unknown as Document, ready, expected }
}

it("every marketplace folder has an adapter and fixtures", () => {
  const contents = join(import.meta.dirname, "../../contents")
  const folders = readdirSync(contents, { withFileTypes: true }).filter((one) => one.isDirectory())
  const ids = adapters.map(({ id }) => id).sort()
  expect(ids).toEqual(folders.map(({ name }) => name).sort())
  for (const { id, orders, order, listings, listing } of adapters) {
    const shown = [
      [orders, "orders-list"],
      [order, "order-detail"],
      [listings, "listings"],
      [listing, "listing"]
    ] as const
    const kinds = shown.flatMap(([reader, name]) => (reader ? name : []))
    expect(casesOf(id), id).toEqual(expect.arrayContaining([...kinds, "signed-out"]))
  }
})

describe.each(adapters.map((adapter) => [adapter.id, adapter] as const))("%s", (id, adapter) => {
  it.each(casesOf(id))("%s reads as expected", (name) => {
    const { url, document, expected } = load(id, name)
    const reading = readPage(adapter, url, document, readAt, "UTC")
    // a page of nothing that is known is not read
    expect(reading).toEqual(expected.page ? { ...expected, marketplace: id, readAt } : null)
    expect(reading === null || v.is(pageReadingSchema, reading)).toBe(true)
  })

  it.each(casesOf(id))(
    "%s: reading leaves the page as it was, and a badge has a place per order",
    (name) => {
      const { url, document, expected } = load(id, name)
      const before = document.toString()
      const anchors = adapter.anchors(document, url)
      expect(document.toString()).toBe(before)
      if (expected.outcome !== "complete" || expected.page.startsWith("listing")) return
      const ids = [...expected.orders, ...expected.messages].map(
        ({ nativeId }: { nativeId: string }) => nativeId
      )
      expect(anchors.map(({ nativeId }) => nativeId)).toEqual(ids)
    }
  )

  it("no problem says anything of a buyer, and no street of a list is read", () => {
    for (const name of casesOf(id)) {
      const { url, document } = load(id, name)
      const reading = readPage(adapter, url, document, readAt, "UTC")
      expect(reading?.problem ?? "").not.toMatch(/Ada|Bo Example|Street|@/)
      expect(JSON.stringify(reading)).not.toContain("Secret Street")
    }
  })

  it.skipIf(id === "generic")("a page of somewhere else is none of its pages", () => {
    const { document } = load(id, "orders-list")
    expect(adapter.page(new URL("https://shop.example/blog/"), document)).toBeNull()
  })
})

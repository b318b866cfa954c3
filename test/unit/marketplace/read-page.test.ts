import { parseHTML } from "linkedom"
import { describe, expect, it } from "vitest"
import type { PageOrder } from "../../../src/domain/order"
import type { MarketplaceAdapter, Rows } from "../../../src/marketplace/adapter"
import { isHidden, piecesOf, textOf } from "../../../src/marketplace/page-text"
import { queryDeep } from "../../../src/marketplace/query-deep"
import { readPage } from "../../../src/marketplace/read-page"
import { findGrids } from "../../../src/marketplace/records/grids"

const documentOf = (html: string) => parseHTML(html).document as unknown as Document
const doc = documentOf("<html><body></body></html>")
const url = new URL("https://shop.example/orders")
const order = (i: number): PageOrder => ({ nativeId: `O-${i}`, status: "paid" })

function reader(read: () => Rows<PageOrder>): MarketplaceAdapter {
  return {
    id: "test",
    name: "Test",
    page: () => "orders",
    account: () => "shop.example",
    ready: () => true,
    orders: read,
    anchors: () => []
  }
}

describe("readPage", () => {
  it("57 of 227 is short, and says so", () => {
    const rows = Array.from({ length: 57 }, (_, i) => order(i))
    const reading = readPage(
      reader(() => ({ rows, expected: 227, total: 227, strategy: "headers" })),
      url,
      doc,
      1
    )
    expect(reading).toMatchObject({
      outcome: "short",
      rows: 57,
      rowsExpected: 227,
      problem: "test, orders page: 57 of 227 rows read"
    })
  })

  it("leaves out doubled rows and rows over a limit, loudly", () => {
    const rows = [
      order(1),
      order(1),
      { ...order(2), statusText: "x".repeat(2_001) },
      { ...order(3), statusText: "a\u0007" }
    ]
    const reading = readPage(
      reader(() => ({ rows, strategy: "headers" })),
      url,
      doc,
      1
    )
    expect(reading).toMatchObject({ outcome: "short", rows: 1 })
    expect(reading?.problem).toContain("3 rows left out")
  })

  it("keeps at most 1,000 rows, loudly", () => {
    const rows = Array.from({ length: 1_200 }, (_, i) => order(i))
    const reading = readPage(
      reader(() => ({ rows, strategy: "headers" })),
      url,
      doc,
      1
    )
    expect(reading).toMatchObject({ outcome: "short", rows: 1_000 })
  })

  it("a reader's own failure never carries text of the page", () => {
    const fail = () => {
      throw new TypeError("cannot read Ada Example")
    }
    const reading = readPage(reader(fail), url, doc, 1)
    expect(reading).toMatchObject({
      outcome: "unreadable",
      rows: 0,
      problem: "test: reader failed on the orders page (TypeError)"
    })
  })
})

describe("page text", () => {
  it("parts stacked blocks and skips what is not shown", () => {
    const page = documentOf(
      '<html><body><td id="a"><div>11/23/2026</div><div>1:01 <b>PM</b></div><span class="sr-only">copy</span><script>x</script><p style="display: none">no</p></td></body></html>'
    )
    const cell = page.querySelector("#a")
    expect(textOf(cell)).toBe("11/23/2026 1:01 PM")
    expect(cell && piecesOf(cell)).toEqual(["11/23/2026", "1:01 PM"])
  })

  it("knows hidden from hidden on small screens only", () => {
    const page = documentOf(
      '<html><body><p class="hidden">a</p><p class="hidden md:flex">b</p></body></html>'
    )
    expect(Array.from(page.querySelectorAll("p")).map(isHidden)).toEqual([true, false])
  })

  it("looks into open shadow roots", () => {
    const page = documentOf("<html><body><div></div></body></html>")
    const host = page.querySelector("div")
    const root = host?.attachShadow({ mode: "open" })
    const row = page.createElement("tr")
    root?.append(row)
    expect(queryDeep(page, "tr")).toHaveLength(1)
  })

  it("finds a table that stands wholly in a shadow root", () => {
    const page = documentOf("<html><body><shop-orders></shop-orders></body></html>")
    const root = page.querySelector("shop-orders")?.attachShadow({ mode: "open" })
    if (!root) throw new Error("no shadow root")
    root.innerHTML =
      "<table><tr><th>Order</th><th>Total</th></tr><tr><td>A-1001</td><td>12.50 EUR</td></tr><tr><td>A-1002</td><td>8.00 EUR</td></tr></table>"
    const [grid] = findGrids(page)
    expect(grid).toMatchObject({ kind: "table", headers: ["Order", "Total"] })
    expect(grid?.rows).toHaveLength(2)
  })
})

import { parseHTML } from "linkedom"
import { beforeAll, describe, expect, it } from "vitest"
import type { TaughtReader } from "../../../src/domain/taught"
import { readAnyNow } from "../../../src/marketplace/read-any"
import { allWords } from "../../../src/marketplace/records/all-words"
import { findGrids } from "../../../src/marketplace/records/grids"
import { learn } from "../../../src/marketplace/records/lexicon"
import { anchorOf, columnAt } from "../../../src/marketplace/records/taught"

beforeAll(() => learn(allWords))

const url = new URL("https://shop.example/admin/7/list")
const moment = { now: Date.UTC(2026, 10, 24), zone: "UTC" }

type Look = { hash?: string; extra?: string; cells?: (i: number) => string[] }

/** A list that says nothing of itself: two amounts, two codes, no headers. */
function page({ hash = "a1B2c3", extra = "", cells }: Look = {}): Document {
  const values = cells ?? ((i) => [`Z${900 + i}K`, `Q-77${i}`, `€${i}1.50`, `€${i}9.00`])
  const rows = [1, 2, 3]
    .map(
      (i) =>
        `<div class="row--${hash}">${extra}${values(i)
          .map((text, c) => `<div class="cell${c}--${hash}"><span>${text}</span></div>`)
          .join("")}</div>`
    )
    .join("")
  return parseHTML(`<html lang="en"><body><div class="list">${rows}</div></body></html>`)
    .document as unknown as Document
}

function point(doc: Document, text: string) {
  const element = Array.from(doc.querySelectorAll("span")).find((span) => span.textContent === text)
  if (!element) throw new Error(`no ${text} on the page`)
  const at = columnAt([...findGrids(doc)], element)
  if (!at) throw new Error(`${text} is in no list`)
  return anchorOf(at.column)
}

function teach(): TaughtReader {
  const doc = page()
  const fields = { order: point(doc, "Q-771"), total: point(doc, "€19.00") }
  return { host: url.host, path: "/admin/*/list", kind: "orders", fields, taughtAt: 1 }
}

const totals = (doc: Document) => {
  const read = readAnyNow(doc, url, moment, [teach()])
  return read?.kind === "orders"
    ? read.rows.map(({ nativeId, total }) => [nativeId, total?.minor])
    : read?.kind
}
const wanted = [
  ["Q-771", 1_900],
  ["Q-772", 2_900],
  ["Q-773", 3_900]
]

describe("a page that the seller taught", () => {
  it("is not read as orders before", () => {
    expect(readAnyNow(page(), url, moment)?.kind).not.toBe("orders")
  })

  it("is read by what was pointed at", () => {
    expect(totals(page())).toEqual(wanted)
    expect(readAnyNow(page(), url, moment, [teach()])).toMatchObject({
      strategy: "taught",
      confidence: { order: 1, total: 1 }
    })
  })

  it("is still read with other generated names, and with a column more in front", () => {
    expect(totals(page({ hash: "Zz9Yy8" }))).toEqual(wanted)
    expect(totals(page({ extra: '<div class="check"><input type="checkbox"></div>' }))).toEqual(
      wanted
    )
  })

  it("tells which field no longer fits instead of reading another", () => {
    const changed = page({ cells: (i) => [`Z${900 + i}K`, `Q-77${i}`, "no amount today"] })
    const read = readAnyNow(changed, url, moment, [teach()])
    expect(read).toMatchObject({ kind: "orders", strategy: "taught", doubts: ["total"] })
    expect(read?.rows.every((row) => !("total" in row))).toBe(true)
  })

  it("tells when nothing of it fits any more, and is read as any page", () => {
    const html = `<html lang="en"><body><table><tr><th>Order</th><th>Order date</th><th>Total</th></tr>${[1, 2].map((i) => `<tr><td>Q-77${i}</td><td>2026-11-2${i}</td><td>€${i}.00</td></tr>`).join("")}</table></body></html>`
    const lesson = { ...teach(), fields: { order: { path: "B gone", column: 9, label: "sku" } } }
    const changed = parseHTML(html).document as unknown as Document
    expect(readAnyNow(changed, url, moment, [lesson])).toMatchObject({
      kind: "orders",
      doubts: ["taught"]
    })
  })

  it("is read as ever under another address", () => {
    const other = new URL("https://shop.example/admin/7/other")
    expect(readAnyNow(page(), other, moment, [teach()])?.strategy).not.toBe("taught")
  })

  it("keeps nothing that the page says", () => {
    expect(JSON.stringify(teach())).not.toMatch(/Q-77|19|€/)
  })
})

import fc from "fast-check"
import { parseHTML } from "linkedom"
import { beforeAll, describe, expect, it } from "vitest"
import { readAnyNow } from "../../src/marketplace/read-any"
import { allWords } from "../../src/marketplace/records/all-words"
import { learn } from "../../src/marketplace/records/lexicon"

beforeAll(() => learn(allWords))

const url = new URL("https://shop.example/admin/orders")
const moment = { now: Date.UTC(2026, 10, 24), zone: "UTC" }

const escaped = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;")
const header = fc.constantFrom(
  "Order",
  "Date",
  "Total",
  "Status",
  "SKU",
  "Qty",
  "注文番号",
  "Gesamtbetrag",
  "الحالة",
  "Prix",
  "",
  "Notes",
  "Tax",
  "Email"
)
const value = fc.oneof(
  fc.integer({ min: 0, max: 9_999_999 }).map(String),
  fc.integer({ min: 1, max: 999_999 }).map((n) => `$${(n / 100).toFixed(2)}`),
  fc.integer({ min: 1, max: 999_999 }).map((n) => `${(n / 100).toFixed(2).replace(".", ",")} €`),
  fc.constantFrom(
    "Shipped",
    "未发货",
    "22.11.2026",
    "2026-11-22 21:15",
    "3 hours ago",
    "x2",
    "–",
    "",
    "MUG-350",
    "$1.00 $2.00",
    "1.234",
    "<b>5</b>"
  ),
  fc.string({ maxLength: 30 }),
  fc.string({ unit: "binary", maxLength: 20 })
)
const wrap = fc.constantFrom(
  (text: string) => text,
  (text: string) => `<span>${text}</span>`,
  (text: string) => `<div class="price">${text}</div>`,
  (text: string) => `<s>${text}</s>`,
  (text: string) => `<a href="/orders/1">${text}</a>`,
  (text: string) => `<input value="${text.replaceAll('"', "")}">`
)
const cell = fc.tuple(value, wrap).map(([text, around]) => around(escaped(text)))
const rows = fc.array(fc.array(cell, { maxLength: 7 }), { maxLength: 6 })

const table = fc
  .tuple(fc.array(header, { maxLength: 8 }), rows, fc.integer({ min: 1, max: 3 }))
  .map(
    ([heads, body, span]) =>
      `<table><thead><tr>${heads.map((text) => `<th>${text}</th>`).join("")}</tr></thead><tbody>${body
        .map(
          (cells) =>
            `<tr>${cells.map((one, i) => `<td${i === 0 ? ` rowspan="${span}"` : ""}>${one}</td>`).join("")}</tr>`
        )
        .join("")}</tbody></table>`
  )
const grid = fc
  .tuple(fc.array(header, { maxLength: 6 }), rows)
  .map(
    ([heads, body]) =>
      `<div role="grid"><div role="row">${heads.map((text) => `<i role="columnheader">${text}</i>`).join("")}</div>${body
        .map(
          (cells) =>
            `<div role="row">${cells.map((one) => `<i role="gridcell">${one}</i>`).join("")}</div>`
        )
        .join("")}</div>`
  )
const cards = rows.map(
  (body) =>
    `<section>${body.map((cells) => `<div class="card">${cells.map((one) => `<p>${one}</p>`).join("")}</div>`).join("")}</section>`
)
const list = fc
  .array(fc.tuple(header, cell), { maxLength: 8 })
  .map(
    (pairs) => `<dl>${pairs.map(([head, one]) => `<dt>${head}</dt><dd>${one}</dd>`).join("")}</dl>`
  )
const page = fc
  .array(fc.oneof(table, grid, cards, list), { minLength: 1, maxLength: 3 })
  .map(
    (parts) => `<html lang="en-US"><head></head><body><main>${parts.join("")}</main></body></html>`
  )

/** Every number that a reading claims, as digits. */
function digitsClaimed(record: unknown): string[] {
  if (typeof record !== "object" || record === null) return []
  return Object.entries(record).flatMap(([key, one]) => {
    if (key === "minor" || key === "quantity" || key === "available" || key === "onHand")
      return String(Math.abs(Number(one))).replace(/0+$/, "")
    return digitsClaimed(one)
  })
}

describe("a page of any build", () => {
  it("is read or left, never throws, and no number is said that the page does not show", () => {
    let read = 0
    fc.assert(
      fc.property(page, (html) => {
        const { document } = parseHTML(html)
        const before = document.toString()
        const found = readAnyNow(document as unknown as Document, url, moment)
        expect(document.toString()).toBe(before)
        if (!found) return
        read++
        const digits = `${document.body.textContent} ${html}`.replace(/[\s.,]/g, "")
        for (const claimed of digitsClaimed(found.rows)) expect(digits).toContain(claimed)
      }),
      { numRuns: 250 }
    )
    expect(read).toBeGreaterThan(20)
  }, 60_000)
})

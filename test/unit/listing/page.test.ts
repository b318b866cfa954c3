import { parseHTML } from "linkedom"
import { describe, expect, it } from "vitest"
import type { PageListing } from "../../../src/domain/listing"
import { factsOfPage } from "../../../src/marketplace/listing-page/facts"
import { hasBorder, picturePixels } from "../../../src/marketplace/listing-page/picture-pixels"
import { pictureText } from "../../../src/marketplace/listing-page/picture-text"
import { listingHints } from "../../../src/marketplace/listing-page/read"
import { rulesOf } from "../../../src/marketplace/listing-page/rules-of"

const docOf = (body: string, lang = "en") =>
  parseHTML(
    `<!doctype html><html lang="${lang}"><head><title>Shop</title></head><body>${body}</body></html>`
  ).document as unknown as Document

function factsIn(doc: Document, url: URL, listing: Partial<PageListing>) {
  const own = { nativeId: "1", title: "Steel bottle", ...listing }
  return factsOfPage(own, undefined, doc, url, listingHints(doc, url, 0))
}

const facts = (
  body: string,
  address = "https://shop.example/p/1",
  lang = "en",
  listing: Partial<PageListing> = {}
) => factsIn(docOf(body, lang), new URL(address), listing)

describe("which rules a page stands under", () => {
  it.each([
    ["https://www.amazon.de/dp/B0", "amazon", "DE"],
    ["https://www.amazon.com/dp/B0", "amazon", "US"],
    ["https://www.amazon.co.jp/dp/B0", "amazon", "JP"],
    ["https://www.amazon.com.br/dp/B0", "amazon", "BR"],
    ["https://www.ebay.co.uk/itm/1", "ebay", "GB"],
    ["https://produto.mercadolivre.com.br/MLB-1", "mercadolibre", "BR"],
    ["https://notamazon.com/dp/1", "shop", undefined],
    ["https://amazon.com.evil.example/dp/1", "shop", undefined]
  ])("%s", (address, marketplace, store) => {
    expect(rulesOf(new URL(address), docOf(""))).toEqual({ marketplace, ...(store && { store }) })
  })
})

describe("what a page says beyond its reader", () => {
  it("where it ships from, in the page's language", () => {
    expect(facts("<p>Ships from <b>China</b></p>").shipsFrom).toBe("CN")
    expect(facts("<p>Se envía desde Estados Unidos</p>", undefined, "es").shipsFrom).toBe("US")
    expect(facts("<p>Ships from Amazon.com</p>").shipsFrom).toBeUndefined()
  })

  it("the product safety block, but not a table of details", () => {
    const block =
      "<section><h3>Product safety</h3><p>Manufacturer: Acme Ltd, 5 Harbour Rd, Shenzhen</p></section>"
    expect(facts(block).compliance).toContain("Acme Ltd")
    expect(
      facts(
        "<table><tr><th>Manufacturer</th><td>Acme Ltd of Shenzhen, a maker of bottles</td></tr></table>"
      ).compliance
    ).toBeUndefined()
  })

  it("the title of a form with the limit that the page prints", () => {
    const form =
      '<div><label for="t">Title</label><input id="t" value="Steel bottle 750 ml"><span>19/60</span></div>'
    expect(facts(form)).toMatchObject({ title: "Steel bottle 750 ml", titleLimit: 60 })
    expect(facts('<input name="review_title" maxlength="100">').titleLimit).toBeUndefined()
  })

  it("attributes of its tables, not of its menus", () => {
    const tables =
      "<table><tr><th>Material:</th><td>Steel</td></tr></table><footer><dl><dt>Help</dt><dd>FAQ</dd></dl></footer>"
    expect(facts(tables).attributes).toEqual([{ name: "Material", value: "Steel" }])
  })

  it("a book by its category, a used item by schema.org", () => {
    expect(facts("", undefined, "en", { category: ["Books", "Fiction"] }).media).toBe(true)
    expect(
      facts('<link itemprop="itemCondition" href="https://schema.org/UsedCondition">').condition
    ).toBe("used")
    expect(facts("").condition).toBeUndefined()
  })
})

describe("the pixels of a picture", () => {
  const picture = (size: number, isProduct: (x: number, y: number) => boolean, back = 255) => {
    const data = new Uint8ClampedArray(4 * size * size)
    for (let i = 0; i < size * size; i++) {
      data.fill(isProduct(i % size, Math.floor(i / size)) ? 40 : back, 4 * i, 4 * i + 3)
    }
    return picturePixels({ data, width: size, height: size })
  }
  it("white edge and fill of a centred product", () => {
    expect(picture(100, (x, y) => x >= 10 && x < 90 && y >= 40 && y < 60)).toEqual({
      whiteEdge: 1,
      fill: 0.8
    })
  })
  it("an off-white background is not white, and fills nothing", () => {
    expect(picture(50, () => false, 250)).toEqual({ whiteEdge: 0, fill: 0 })
  })

  /** Paints boxes ([x, y, width, height, level]) on white. */
  const painted = (size: number, boxes: [number, number, number, number, number][], back = 255) => {
    const data = new Uint8ClampedArray(4 * size * size).fill(back)
    for (const [x, y, w, h, level] of boxes) {
      for (let row = y; row < y + h; row++)
        data.fill(level, 4 * (row * size + x), 4 * (row * size + x + w))
    }
    return { data, width: size, height: size }
  }
  /** Letters of bars: "H", "I", "T", "L", "E" and "F" as a printer would cut them. */
  const word = (x: number, y: number, level = 20): [number, number, number, number, number][] =>
    [...["HITLEF", "TELL"].join("")].flatMap((letter, i) => {
      const left = x + i * 16
      const bars: Record<string, [number, number, number, number][]> = {
        H: [
          [0, 0, 3, 18],
          [8, 0, 3, 18],
          [0, 8, 11, 3]
        ],
        I: [[3, 0, 3, 18]],
        T: [
          [0, 0, 11, 3],
          [4, 0, 3, 18]
        ],
        L: [
          [0, 0, 3, 18],
          [0, 15, 9, 3]
        ],
        E: [
          [0, 0, 3, 18],
          [0, 0, 9, 3],
          [0, 8, 7, 3],
          [0, 15, 9, 3]
        ],
        F: [
          [0, 0, 3, 18],
          [0, 0, 9, 3],
          [0, 8, 7, 3]
        ]
      }
      return (bars[letter] ?? []).map(([dx, dy, w, h]) => [left + dx, y + dy, w, h, level] as const)
    }) as [number, number, number, number, number][]

  it("text beside the product, on it, and none", () => {
    const product: [number, number, number, number, number] = [60, 120, 260, 220, 120]
    expect(pictureText(painted(400, [product]))).toEqual({ beside: 0, within: 0 })
    const beside = pictureText(painted(400, [product, ...word(40, 40)]))
    expect(beside.beside).toBeGreaterThan(0.01)
    const within = pictureText(painted(400, [product, ...word(90, 220)]))
    expect(within).toMatchObject({ beside: 0 })
    expect(within.within).toBeGreaterThan(0.01)
  })
  it("a row of equal dots is a pattern", () => {
    const dots = Array.from({ length: 12 }, (_, i): [number, number, number, number, number] => [
      30 + i * 26,
      50,
      12,
      12,
      30
    ])
    expect(pictureText(painted(400, dots))).toEqual({ beside: 0, within: 0 })
  })
  it("a frame around the picture, not a dark product or a white edge", () => {
    expect(hasBorder(painted(200, [[10, 10, 180, 180, 240]], 30))).toBe(true)
    expect(hasBorder(painted(200, [[60, 60, 80, 80, 30]]))).toBe(false)
    expect(hasBorder(painted(200, [[80, 80, 40, 40, 240]], 30))).toBe(false)
  })
})

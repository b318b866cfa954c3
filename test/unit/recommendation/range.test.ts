import fc from "fast-check"
import { describe, expect, it } from "vitest"
import type { OrderLines } from "../../../src/domain/history"
import { orderStatuses } from "../../../src/domain/order-status"
import {
  basketsByBuyer,
  basketsByItem,
  itemsOf,
  rowOf,
  toBaskets
} from "../../../src/features/baskets"
import { countComeback, countPair, liftOf } from "../../../src/features/pairs"
import { proportion } from "../../../src/features/proportion"
import { toRange } from "../../../src/features/range"

type Line = {
  order: number
  sku: string
  buyer?: string
  day?: number
  status?: string
  price?: number
}

function linesOf(lines: Line[]): OrderLines {
  const skus = ["", ...new Set(lines.map(({ sku }) => sku))]
  const buyers = ["", ...new Set(lines.flatMap(({ buyer }) => buyer ?? []))]
  return {
    rows: lines.length,
    at: Float64Array.from(lines, ({ day = 0 }) => day * 86_400_000),
    order: Uint32Array.from(lines, ({ order }) => order),
    sku: Uint32Array.from(lines, ({ sku }) => skus.indexOf(sku)),
    skus,
    buyer: Uint32Array.from(lines, ({ buyer = "" }) => buyers.indexOf(buyer)),
    buyers,
    country: new Uint16Array(lines.length),
    countries: [""],
    quantity: new Int32Array(lines.length).fill(2),
    unitPrice: Float64Array.from(lines, ({ price = Number.NaN }) => price),
    currency: new Uint8Array(lines.length).fill(1),
    currencies: ["", "EUR"],
    status: Uint8Array.from(lines, ({ status = "paid" }) => orderStatuses.indexOf(status as never))
  }
}

describe("range", () => {
  const range = toRange(
    linesOf([
      { order: 0, sku: "A", buyer: "x", day: 100, price: 500 },
      { order: 0, sku: "B", buyer: "x", day: 100, price: 900 },
      { order: 0, sku: "A", buyer: "x", day: 100, price: 500 },
      { order: 1, sku: "C", buyer: "y", day: 101, status: "cancelled" },
      { order: 2, sku: "A", buyer: "y", day: 130, price: 700 }
    ]),
    (sku) => (sku === "A" ? { title: "Mug", available: 3 } : undefined)
  )

  it("takes a product once a basket and leaves cancelled orders out", () => {
    expect(Array.from(range.baskets.start)).toEqual([0, 2, 3])
    expect(range.products.map(({ sku }) => sku)).toEqual(["A", "B"])
  })

  it("sums units and money in the main currency, with title and stock from listings", () => {
    expect(range.products[0]).toMatchObject({
      title: "Mug",
      units: 6,
      orders: 2,
      unitPrice: 500,
      available: 3
    })
    expect(range.products[1]).toMatchObject({ title: "B", units: 2 })
    expect(Array.from(range.amounts)).toEqual([2 * 500 + 2 * 900 + 2 * 500, 1_400])
    expect(range.currency).toBe("EUR")
  })

  it("keeps the numbers of an earlier life", () => {
    const again = toRange(linesOf([{ order: 0, sku: "B" }]), () => undefined, ["A", "B"])
    expect(again.baskets.items).toBe(2)
    expect(Array.from(itemsOf(again.baskets, 0))).toEqual([1])
  })
})

const someBaskets = fc.array(
  fc.record({
    buyer: fc.nat(5),
    at: fc.nat(100),
    items: fc.array(fc.nat(9), { minLength: 1, maxLength: 5 })
  }),
  { maxLength: 40 }
)

describe("baskets", () => {
  it("index every line once by item and every basket once by buyer, in time order", () => {
    fc.assert(
      fc.property(someBaskets, (list) => {
        const baskets = toBaskets(list, 10)
        const byItem = basketsByItem(baskets)
        for (let item = 0; item < 10; item++) {
          const row = Array.from(rowOf(byItem, item))
          expect(row).toEqual(row.toSorted((a, b) => a - b))
          for (const basket of row) expect(itemsOf(baskets, basket)).toContain(item)
        }
        expect(byItem.values.length).toBe(baskets.item.length)
        expect(basketsByBuyer(baskets).values.length).toBe(list.length)
        expect(Array.from(baskets.at)).toEqual(Array.from(baskets.at).sort((a, b) => a - b))
      })
    )
  })

  it("count pairs as a plain scan does", () => {
    fc.assert(
      fc.property(someBaskets, (list) => {
        const baskets = toBaskets(list, 10)
        const pair = countPair(basketsByItem(baskets), 1, 2, list.length)
        const both = list.filter(({ items }) => items.includes(1) && items.includes(2))
        expect(pair.together).toBe(both.length)
        expect(liftOf(pair)).toBeGreaterThanOrEqual(0)
      })
    )
  })
})

describe("comeback", () => {
  it("counts buyers once, from their first purchase to the first later one", () => {
    const baskets = toBaskets(
      [
        { buyer: 1, at: 0, items: [0] },
        { buyer: 1, at: 5, items: [0] },
        { buyer: 1, at: 30, items: [1] },
        { buyer: 1, at: 90, items: [1] },
        { buyer: 2, at: 0, items: [1] },
        { buyer: 2, at: 10, items: [0] },
        { buyer: 0, at: 0, items: [0] }
      ],
      2
    )
    const found = countComeback(baskets, basketsByItem(baskets), basketsByBuyer(baskets), 0, 1)
    expect(found).toEqual({ buyers: 2, came: 1, days: { low: 30, median: 30, high: 30 } })
  })
})

describe("proportion", () => {
  it("holds the share and stays within 0 and 1", () => {
    fc.assert(
      fc.property(fc.nat(50), fc.nat(50), (hits, misses) => {
        const { low, value, high } = proportion(hits, hits + misses)
        expect(low).toBeGreaterThanOrEqual(0)
        expect(high).toBeLessThanOrEqual(1)
        expect(low - 1e-9).toBeLessThanOrEqual(value)
        expect(high + 1e-9).toBeGreaterThanOrEqual(value)
      })
    )
  })

  it("is Wilson's", () => {
    const { low, high } = proportion(8, 10)
    expect(low).toBeCloseTo(0.4902, 3)
    expect(high).toBeCloseTo(0.9433, 3)
  })
})

import { describe, expect, it } from "vitest"
import { salesByProduct } from "../../../background/listing/sales"
import type { OrderLines } from "../../../src/domain/history"
import { orderStatuses } from "../../../src/domain/order-status"

const dayMs = 86_400_000
const now = Date.UTC(2026, 10, 24)
type Line = {
  day: number
  quantity?: number
  price?: number
  status?: (typeof orderStatuses)[number]
}

/** One product's lines, `day` days ago. */
function linesOf(lines: Line[]): OrderLines {
  const rows = lines.length
  return {
    rows,
    at: Float64Array.from(lines, ({ day }) => now - day * dayMs),
    order: Uint32Array.from(lines, (_, i) => i),
    sku: new Uint32Array(rows).fill(1),
    skus: ["", "BOTTLE-7"],
    buyer: new Uint32Array(rows),
    buyers: [""],
    country: new Uint16Array(rows),
    countries: [""],
    quantity: Int32Array.from(lines, ({ quantity = 1 }) => quantity),
    unitPrice: Float64Array.from(lines, ({ price = 1_000 }) => price),
    currency: new Uint8Array(rows).fill(1),
    currencies: ["", "EUR"],
    status: Uint8Array.from(lines, ({ status = "paid" }) => orderStatuses.indexOf(status))
  }
}
const sales = async (lines: Line[]) => (await salesByProduct(linesOf(lines), now)).get("BOTTLE-7")

describe("what a product sold", () => {
  it("counts 90 days, and nothing that was cancelled", async () => {
    const lines: Line[] = [
      { day: 1, quantity: 2 },
      { day: 89 },
      { day: 91 },
      { day: 2, status: "cancelled" }
    ]
    expect(await sales(lines)).toEqual({ units: 3, revenue: { minor: 3_000, currency: "EUR" } })
  })
  it("tells refunds with a range, from twenty lines on", async () => {
    const lines = Array.from(
      { length: 40 },
      (_, i): Line => ({ day: i, status: i % 10 === 0 ? "refunded" : "paid" })
    )
    const { refunded } = (await sales(lines)) ?? {}
    expect(refunded).toMatchObject({ share: 0.1, n: 40 })
    // Wilson's interval of 4 in 40
    expect(refunded?.low).toBeCloseTo(0.0396, 3)
    expect(refunded?.high).toBeCloseTo(0.2305, 3)
    expect((await sales(lines.slice(0, 19)))?.refunded).toBeUndefined()
  })
  it("tells what a price change went with, where prices changed", async () => {
    const weekly = Array.from({ length: 40 }, (_, i): Line => {
      const cheap = i % 3
      return {
        day: i * 7,
        price: [900, 1_000, 1_200][cheap] as number,
        quantity: [24, 20, 14][cheap] as number
      }
    })
    const { elasticity } = (await sales(weekly)) ?? {}
    expect(elasticity?.elasticity).toBeLessThan(-1)
    expect(elasticity?.high).toBeLessThan(0)
    expect(
      (await sales(weekly.map((line) => ({ ...line, price: 1_000 }))))?.elasticity
    ).toBeUndefined()
  })
})

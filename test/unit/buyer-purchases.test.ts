import { describe, expect, it } from "vitest"
import type { OrderLines } from "../../src/domain/history"
import { orderStatuses } from "../../src/domain/order-status"
import { buyerPurchases } from "../../src/features/buyer-purchases"

const dayMs = 86_400_000
const today = 20_000
const paid = orderStatuses.indexOf("paid")

/** [days before today, buyer, quantity, status] */
function linesOf(rows: [number, number, number, number?][]): OrderLines {
  const sorted = [...rows].sort((a, b) => b[0] - a[0])
  return {
    rows: rows.length,
    at: Float64Array.from(sorted, ([back]) => (today - back) * dayMs + 1_000),
    order: Uint32Array.from(sorted, (_, i) => i),
    sku: new Uint32Array(rows.length),
    skus: [""],
    buyer: Uint32Array.from(sorted, ([, buyer]) => buyer),
    buyers: ["", "a", "b"],
    country: new Uint16Array(rows.length),
    countries: [""],
    quantity: Int32Array.from(sorted, ([, , quantity]) => quantity),
    unitPrice: new Float64Array(rows.length),
    currency: new Uint8Array(rows.length),
    currencies: [""],
    status: Uint8Array.from(sorted, ([, , , status = paid]) => status)
  }
}

describe("purchases of buyers", () => {
  it("run from the first to yesterday, a day's lines together", () => {
    const lines = linesOf([
      [5, 1, 2],
      [5, 1, 1],
      [2, 1, 4],
      [3, 2, 1]
    ])
    expect([...buyerPurchases(lines, today)]).toEqual([
      { buyer: "a", units: Float64Array.of(3, 0, 0, 4, 0), days: 2 },
      { buyer: "b", units: Float64Array.of(1, 0, 0), days: 1 }
    ])
  })

  it("leave out unknown buyers, cancelled orders, today and what is too old", () => {
    const lines = linesOf([
      [5, 0, 2],
      [5, 1, 2, orderStatuses.indexOf("cancelled")],
      [0, 1, 2],
      [900, 2, 1]
    ])
    expect([...buyerPurchases(lines, today)]).toEqual([])
  })
})

import { describe, expect, it } from "vitest"
import { wordsFor } from "../../locales"
import type { OrderRisk } from "../../src/domain/insight"
import type { Reading } from "../../src/domain/reading"
import type { StoredOrder } from "../../src/store/database"
import { histogram, shareBelow } from "../../src/ui/histogram"
import { readingText } from "../../src/ui/reading-text"
import { isOfHost, riskRows, selectRows, shopName } from "../../src/ui/risk-rows"
import { makeOrder } from "../make-order"

const insight = (n: number, more: Partial<OrderRisk> = {}): OrderRisk => ({
  id: `order-risk:demo:shop:${n}`,
  kind: "order-risk",
  subject: { type: "order", id: `demo:shop:${n}` },
  severity: "medium",
  percentile: 0.99,
  probability: 0.5,
  risk: "reseller",
  against: [],
  reasons: [],
  basis: 100,
  modelVersion: "1",
  createdAt: 1_000 + n,
  state: "open",
  ...more
})
const order = (n: number, minor: number, currency = "EUR", time = 1_000 + n): StoredOrder => ({
  ...makeOrder(String(n), { total: { minor, currency }, readAt: time }),
  time
})
const ids = (rows: { nativeId: string }[]) => rows.map(({ nativeId }) => nativeId)

describe("risk rows", () => {
  const insights = [
    insight(1, { percentile: 0.999 }),
    insight(2, { severity: "high", percentile: 0.998 }),
    insight(3, { state: "dismissed" }),
    insight(4),
    insight(5)
  ]
  const orders = [order(1, 500), order(2, 900), order(3, 1), order(4, 700, "JPY"), undefined]
  const rows = riskRows(insights, orders, [
    undefined,
    undefined,
    undefined,
    undefined,
    { orderId: "demo:shop:5", verdict: "fraud", at: 1 }
  ])

  it("splits open from decided; a verdict decides as hiding does", () => {
    expect(ids(selectRows(rows, false, "importance"))).toEqual(["2", "1", "4"])
    expect(ids(selectRows(rows, true, "importance"))).toEqual(["5", "3"])
    expect(rows[4]).toMatchObject({ verdict: "fraud", decided: true })
  })

  it("sorts by date and by amount, currencies apart", () => {
    expect(ids(selectRows(rows, false, "date"))).toEqual(["4", "2", "1"])
    expect(ids(selectRows(rows, false, "amount"))).toEqual(["2", "1", "4"])
  })

  it("names an order that is no longer stored by its id, colons included", () => {
    const one = insight(1, { subject: { type: "order", id: "demo:shop:A:7" } })
    expect(riskRows([one], [undefined], [undefined])[0]?.nativeId).toBe("A:7")
  })

  it("leaves the input as it is", () => {
    const before = ids(rows)
    selectRows(rows, false, "date")
    expect(ids(rows)).toEqual(before)
  })

  it("knows a shop by its host, not by a host that starts the same", () => {
    expect(isOfHost("shop.example_8080/seven", "shop.example:8080")).toBe(true)
    expect(isOfHost("shop.example.evil.com", "shop.example")).toBe(false)
    expect(shopName("127.0.0.1_8080/seven_1")).toBe("127.0.0.1:8080/seven_1")
    expect(shopName("127.0.0.1_8080")).toBe("127.0.0.1:8080")
  })
})

describe("histogram", () => {
  it("counts every value once in even, readable bins, and marks the order's", () => {
    const values = Array.from({ length: 100 }, (_, i) => i * 10)
    const bins = histogram(values, 990)
    expect(bins.reduce((sum, { count }) => sum + count, 0)).toBe(100)
    expect(bins.length).toBeLessThanOrEqual(16)
    expect(bins[1]?.from).toBe(100)
    expect(bins.filter(({ marked }) => marked)).toEqual([bins.at(-1)])
    expect(bins.at(-1)?.open).toBe(false)
  })

  it("keeps a few giants from pressing the rest into one bar", () => {
    const bins = histogram([...Array.from({ length: 500 }, (_, i) => 100 + i), 9_000_000], 400)
    expect(bins.filter(({ count }) => count > 0).length).toBeGreaterThan(5)
    expect(bins.at(-1)).toMatchObject({ open: true })
  })

  it("holds refunds, zeros and nothing at all", () => {
    expect(histogram([], 5)).toEqual([])
    expect(histogram([-50, 0], 0)[0]).toMatchObject({ count: 2, marked: true })
    expect(shareBelow([], 1)).toBe(0)
    expect(shareBelow([1, 2, 3, 4], 3)).toBe(0.5)
  })
})

describe("how a reading went", () => {
  const reading = (more: Partial<Reading>): Reading => ({
    marketplace: "demo",
    account: "shop",
    page: "orders",
    readAt: 1_700_000_000_000,
    outcome: "complete",
    rows: 20,
    strategy: "headers",
    ...more
  })
  const tell = (more: Partial<Reading>) => readingText(wordsFor("en"), reading(more))

  it("tells counts", () => {
    expect(tell({ rowsExpected: 20 })).toEqual({ text: "Read 20 of 20 orders.", good: true })
    expect(tell({ rows: 1 }).text).toBe("Read 1 order.")
    expect(tell({ rows: 0, rowsExpected: 0 }).text).toBe("This list has no orders.")
    expect(tell({ page: "listings", rowsExpected: 20, listTotal: 227 }).text).toBe(
      "Read 20 of 20 products. 227 in the whole list."
    )
  })

  it.each(["short", "unreadable", "signed-out", "challenge"] as const)(
    "%s is never told as zero or as done, and says what to do",
    (outcome) => {
      for (const locale of ["en", "zh"]) {
        const told = readingText(wordsFor(locale), reading({ outcome, rows: 0, rowsExpected: 227 }))
        expect(told.good).toBe(false)
        expect(told.help).toBeTruthy()
        if (outcome === "short") expect(told.text).toContain("227")
        else expect(told.text).not.toMatch(/0/)
      }
    }
  )
})

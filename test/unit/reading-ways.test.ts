import { describe, expect, it } from "vitest"
import type { Reading } from "../../src/domain/reading"
import { countWay, type ReadingWay } from "../../src/store/reading-ways"
import { isDrift } from "../../src/ui/reading-way"

const reading = (strategy: string, readAt: number): Reading => ({
  marketplace: "amazon",
  account: "sellercentral.amazon.de",
  page: "orders",
  readAt,
  outcome: "complete",
  rows: 1,
  strategy
})
const waysAfter = (...read: [string, number][]) =>
  read.reduce<ReadingWay[]>((ways, [strategy, at]) => countWay(ways, reading(strategy, at)), [])

describe("ways of reading", () => {
  it("counts the way that wins, since when it does", () => {
    expect(waysAfter(["order-rows", 1], ["order-rows", 2])).toEqual([
      { strategy: "order-rows", first: 1, last: 2, readings: 2 }
    ])
  })

  it("shows a site that changed: its marks until one day, header words since then", () => {
    const ways = waysAfter(["order-rows", 1], ["order-rows", 5], ["table-headers", 7])
    expect(ways).toEqual([
      { strategy: "table-headers", first: 7, last: 7, readings: 1 },
      { strategy: "order-rows", first: 1, last: 5, readings: 2 }
    ])
    expect(isDrift(ways.map(({ strategy }) => strategy))).toBe(true)
  })

  it("a way that comes back starts anew, and an unreadable page is no way", () => {
    const ways = waysAfter(["order-rows", 1], ["table-headers", 2], ["order-rows", 3], ["none", 4])
    expect(ways[0]).toEqual({ strategy: "order-rows", first: 3, last: 3, readings: 2 })
    expect(isDrift(ways.map(({ strategy }) => strategy))).toBe(false)
  })
})

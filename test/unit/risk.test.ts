import { mkdtempSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { deflateRawSync } from "node:zlib"
import fc from "fast-check"
import * as v from "valibot"
import { describe, expect, it } from "vitest"
import { readNpz } from "../../bench/anomaly/npz"
import { defaultBudget, isWorthALook } from "../../src/domain/alert-budget"
import { claimRules, deadline } from "../../src/domain/claim-rules"
import { contactFacts, contactFactsSchema } from "../../src/domain/contact-facts"
import type { Order } from "../../src/domain/order"
import { dailyCounts, shopDays } from "../../src/features/shop-series"
import { riskQuality } from "../../src/ui/risk-quality"

const day = 86_400_000

describe("contact facts", () => {
  const facts = (text: { name?: string; email?: string; shipAddress?: string }) =>
    contactFacts(text, (domain) => domain === "throwaway.example")

  it("tells the thrown together from the ordinary", () => {
    expect(facts({ name: "Anna Lind", email: "anna.lind84@example.com" })).toEqual({
      disposableEmail: false,
      nameInEmail: true,
      oddEmail: 0
    })
    const odd = facts({ name: "Anna Lind", email: "x7q9z4k1@throwaway.example" })
    expect(odd).toMatchObject({ disposableEmail: true, nameInEmail: false })
    expect(odd.oddEmail).toBeGreaterThanOrEqual(0.5)
  })

  it.each([
    ["PO Box 12, Denver, US", "poBox"],
    ["Postfach 3, Köln, DE", "poBox"],
    ["1 Example Way, Suite KX-48213, Dover, US", "forwarder"],
    ["深圳转运仓 12 号", "forwarder"]
  ] as const)("reads %s", (shipAddress, fact) => {
    expect(facts({ shipAddress })[fact]).toBe(true)
    expect(facts({ shipAddress: "12 Mill Lane, Leeds, GB" })[fact]).toBe(false)
  })

  it("gives bounded facts and no text, whatever a buyer writes", () => {
    fc.assert(
      fc.property(
        fc.record({
          name: fc.string({ unit: "binary" }),
          email: fc.string({ unit: "binary" }),
          shipAddress: fc.string({ unit: "binary" })
        }),
        (text) => {
          const found = facts(text)
          expect(v.parse(contactFactsSchema, found)).toEqual(found)
          for (const value of Object.values(found))
            expect(["boolean", "number"]).toContain(typeof value)
        }
      )
    )
  })
})

describe("the alert budget", () => {
  it("by share flags the rarest", () => {
    const at = (percentile: number) =>
      isWorthALook(defaultBudget, { percentile, probability: 0 }, 10)
    expect([at(0.989), at(0.99)]).toEqual([false, true])
  })

  it("by cost flags where the look is expected to save more than it costs", () => {
    const budget = { mode: "cost", claimFee: 15, checkCost: 2, margin: 0.3 } as const
    const at = (probability: number, value: number) =>
      isWorthALook(budget, { percentile: 0.5, probability }, value)
    expect(at(0.01, 20)).toBe(false)
    expect(at(0.01, 2_000)).toBe(false)
    expect(at(0.1, 20)).toBe(true)
    expect(at(0.05, 2_000)).toBe(true)
  })
})

describe("claims", () => {
  it("counts hours, days and business days from when the claim came", () => {
    const friday = Date.UTC(2026, 10, 20, 12)
    const of = (marketplace: string, code: string) => {
      const rule = claimRules(marketplace, "claim").find((one) => one.code === code)
      return rule && deadline(rule, friday)
    }
    expect(of("amazon", "amazon-answer")).toBe(friday + 3 * day)
    expect(of("amazon", "amazon-appeal")).toBe(friday + 30 * day)
    // Saturday and Sunday do not count
    expect(of("ebay", "ebay-answer")).toBe(friday + 5 * day)
    expect(of("woocommerce", "own-answer")).toBeUndefined()
  })
})

describe("days of a shop", () => {
  const weekly = (i: number) => (i % 7 < 2 ? 4 : 20)

  it("follows the week, and marks the day that left its band", () => {
    const values = Float64Array.from({ length: 112 }, (_, i) => weekly(i) + (i % 3))
    expect(shopDays(values, 20_000, true).filter(({ out }) => out)).toEqual([])
    values[100] = 90
    const [found, ...more] = shopDays(values, 20_000, true).filter(({ out }) => out)
    expect(more).toEqual([])
    expect(found).toMatchObject({ value: 90, day: (20_000 - 11) * day })
    expect(found?.high).toBeLessThan(90)
  })

  it("counts as late what was paid and not shipped when it was last seen, days after", () => {
    const order = (status: Order["status"], seenAfterDays: number): Order => ({
      id: "d:s:1",
      marketplace: "d",
      account: "s",
      nativeId: "1",
      status,
      placedAt: 0,
      firstReadAt: 0,
      readAt: seenAfterDays * 86_400_000
    })
    const late = (one: Order) => dailyCounts([one], 10 * 86_400_000, 10).counts.late[0]
    expect(late(order("paid", 6))).toBe(1)
    expect(late(order("paid", 2))).toBe(0)
    expect(late(order("shipped", 6))).toBe(0)
  })

  it("says nothing of days that have no eight weeks before them", () => {
    expect(shopDays(new Float64Array(50), 20_000, true)).toEqual([])
  })
})

describe("quality on the seller's verdicts", () => {
  const judged = (verdict: "fine" | "fraud", probability: number, minor = 1_000) => ({
    verdict,
    flagged: true,
    probability,
    total: { minor, currency: "EUR" }
  })

  it("counts precision, recall with claims that had no flag, calibration and money", () => {
    const found = riskQuality([judged("fraud", 0.9), judged("fraud", 0.9), judged("fine", 0.9)], 2)
    expect(found.precision).toBeCloseTo(2 / 3)
    expect(found.recall).toBeCloseTo(2 / 4)
    expect(found.error).toBeCloseTo(0.9 - 2 / 3)
    expect(found.saved).toEqual([{ minor: 2_000, currency: "EUR" }])
  })

  it("claims nothing without a verdict", () => {
    expect(riskQuality([], 0)).toMatchObject({ precision: null, recall: null, f1: null })
  })
})

/** A zip of arrays as NumPy writes them. */
function npzOf(
  arrays: Record<string, { type: string; shape: string; bytes: Uint8Array; fortran?: boolean }>
) {
  const locals: Buffer[] = []
  const central: Buffer[] = []
  let offset = 0
  for (const [name, { type, shape, bytes, fortran }] of Object.entries(arrays)) {
    const header = `{'descr': '${type}', 'fortran_order': ${fortran ? "True" : "False"}, 'shape': ${shape}, }`
    const padded = `${header.padEnd(128 - 10 - 1)}\n`
    const magic = Buffer.from([0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59, 1, 0, 0, 0])
    magic.writeUInt16LE(padded.length, 8)
    const raw = Buffer.concat([magic, Buffer.from(padded, "latin1"), bytes])
    const packed = deflateRawSync(raw)
    const local = Buffer.alloc(30)
    local.writeUInt32LE(0x04034b50, 0)
    local.writeUInt16LE(name.length + 4, 26)
    const entry = Buffer.alloc(46)
    entry.writeUInt32LE(0x02014b50, 0)
    entry.writeUInt16LE(8, 10)
    entry.writeUInt32LE(packed.length, 20)
    entry.writeUInt16LE(name.length + 4, 28)
    entry.writeUInt32LE(offset, 42)
    locals.push(local, Buffer.from(`${name}.npy`), packed)
    central.push(entry, Buffer.from(`${name}.npy`))
    offset += 30 + name.length + 4 + packed.length
  }
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(Object.keys(arrays).length, 10)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...locals, ...central, end])
}

describe("ADBench files", () => {
  const folder = mkdtempSync(join(tmpdir(), "npz-"))
  const bytesOf = (array: Float64Array | BigInt64Array | Uint8Array) => new Uint8Array(array.buffer)
  const labels = { type: "<i8", shape: "(2,)", bytes: bytesOf(BigInt64Array.of(0n, 1n)) }

  it.each([
    ["rows first", false, [1, 2, 3, 4]],
    ["columns first", true, [1, 3, 2, 4]]
  ] as const)("are read with %s", (name, fortran, order) => {
    const path = join(folder, `${fortran}.npz`)
    const x = { type: "<f8", shape: "(2, 2)", bytes: bytesOf(Float64Array.from(order)), fortran }
    writeFileSync(path, npzOf({ X: x, y: labels }))
    const { table, labels: found } = readNpz(path)
    expect([...table.values], name).toEqual([1, 2, 3, 4])
    expect(found).toEqual([false, true])
  })

  it("name the file that is none", () => {
    const path = join(folder, "broken.npz")
    writeFileSync(path, "nothing")
    expect(() => readNpz(path)).toThrow("not a zip file")
  })
})

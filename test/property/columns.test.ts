import fc from "fast-check"
import { expect, it } from "vitest"
import { packNumbers, unpackNumbers } from "../../src/store/bit-pack"
import { pack, unpack } from "../../src/store/columns"

const double = fc.oneof(
  fc.integer({ min: -3, max: 3 }),
  fc.integer(),
  fc.maxSafeInteger(),
  fc.integer({ min: 0, max: 100_000 }).map((minutes) => 1_700_000_000_000 + minutes * 60_000),
  fc.double(),
  fc.constant(-0)
)

it("numbers come out of their packing as they went in, exceptions too", () => {
  fc.assert(
    fc.property(fc.array(double, { maxLength: 40 }), (values) => {
      const found = packNumbers(values)
      if (!found) return
      const out = new Float64Array(values.length)
      unpackNumbers(found.packed, found.words, out)
      expect([...out]).toEqual(values)
    }),
    { numRuns: 4_000 }
  )
  const times = fc.array(fc.nat(2 ** 31), { minLength: 20, maxLength: 60 })
  fc.assert(
    fc.property(times, fc.constantFrom(1, 1_000, 60_000), fc.boolean(), (gaps, step, rising) => {
      let at = 1_600_000_000_000
      const values = gaps.map((gap) => {
        at = rising ? at + (gap % 5_000) * step : 1_600_000_000_000 + gap * step
        return at
      })
      const found = packNumbers(values)
      const out = new Float64Array(values.length)
      if (!found) throw new Error("not packed")
      unpackNumbers(found.packed, found.words, out)
      expect([...out]).toEqual(values)
    }),
    { numRuns: 2_000 }
  )
})

it("columns of every kind, any length, come back the same", () => {
  const texts = fc.array(
    fc.string({ unit: "grapheme" }).filter((text) => !text.includes("\u0001")),
    { maxLength: 6 }
  )
  fc.assert(
    fc.property(
      fc.float64Array({ maxLength: 40 }),
      fc.uint32Array({ maxLength: 40 }),
      fc.int32Array({ maxLength: 40 }),
      fc.uint16Array({ maxLength: 40 }),
      fc.uint8Array({ maxLength: 40 }),
      texts,
      (f64, u32, i32, u16, u8, text) => {
        const columns = { f64, u32, i32, u16, u8, text }
        const shape = {
          f64: "f64",
          u32: "u32",
          i32: "i32",
          u16: "u16",
          u8: "u8",
          text: "text"
        } as const
        expect(unpack(pack(columns), shape)).toEqual(columns)
      }
    ),
    { numRuns: 2_000 }
  )
})

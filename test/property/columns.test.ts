import fc from "fast-check"
import { expect, it } from "vitest"
import { packNumbers, unpackNumbers } from "../../src/store/bit-pack"
import { type ColumnSet, pack, unpack } from "../../src/store/columns"

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

/** How blocks were written before numbers were packed: each column's own bytes. */
function packedBefore(columns: ColumnSet): Uint8Array<ArrayBuffer> {
  const parts = Object.values(columns).map((column) =>
    Array.isArray(column)
      ? new TextEncoder().encode(column.join("\u0001"))
      : new Uint8Array((column as Float64Array).buffer)
  )
  let at = 0
  const entries = Object.entries(columns).map(([name, column], i) => {
    const kind = Array.isArray(column) ? "text" : name
    const entry = { name, kind, length: column.length, at, bytes: parts[i]?.length ?? 0 }
    at += (entry.bytes + 7) & ~7
    return entry
  })
  const directory = new TextEncoder().encode(JSON.stringify(entries))
  const start = (4 + directory.length + 7) & ~7
  const packed = new Uint8Array(start + at)
  new DataView(packed.buffer).setUint32(0, directory.length, true)
  packed.set(directory, 4)
  for (const [i, entry] of entries.entries()) packed.set(parts[i] ?? [], start + entry.at)
  return packed
}

it("blocks of before are still read", () => {
  const columns = { f64: Float64Array.of(1, 2.5), u16: Uint16Array.of(7, 8, 9), text: ["", "é"] }
  expect(unpack(packedBefore(columns), { f64: "f64", u16: "u16", text: "text" })).toEqual(columns)
})

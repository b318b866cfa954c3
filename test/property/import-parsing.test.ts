import fc from "fast-check"
import { describe, expect, it, vi } from "vitest"
import { createMoneyReader, DecimalEvidence, readQuantity } from "../../src/import/amounts"
import { countryCode } from "../../src/import/countries"
import { createDateReader, DateEvidence } from "../../src/import/dates"
import { DelimitedReader } from "../../src/import/delimited"
import { detectEncoding } from "../../src/import/encoding"
import { normaliseHeader } from "../../src/import/fields"
import { statusOf } from "../../src/import/status-words"
import { XmlReader } from "../../src/import/xml"
import { epochOf } from "../../src/marketplace/wall-time"

// together more than 100,000 cases; a busy machine may take its time
vi.setConfig({ testTimeout: 60_000 })
const many = { numRuns: 12_000 }

/** A text cut into pieces at random places, as a stream would bring it. */
const pieces = (text: string, cuts: number[]) => {
  const places = [0, ...cuts.map((cut) => cut % (text.length + 1)).sort((a, b) => a - b)]
  return places.map((from, i) => text.slice(from, places[i + 1] ?? text.length))
}

const readAll = (reader: DelimitedReader, parts: string[]) =>
  [...parts.flatMap((part) => reader.push(part)), ...reader.end()].map(({ cells }) => cells)

const cell = fc.string({ unit: fc.constantFrom(..."ab,;\"'\t\r\n é汉".split("")), maxLength: 6 })
const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), {
  minLength: 1,
  maxLength: 5
})
const cuts = fc.array(fc.nat(200), { maxLength: 4 })

describe("delimited text", () => {
  it.each([",", ";", "\t", "|"] as const)("what is written with %j is read back", (delimiter) => {
    fc.assert(
      fc.property(table, cuts, fc.constantFrom("\n", "\r\n", "\r"), (rows, at, end) => {
        const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`
        const text = rows.map((row) => row.map(quoted).join(delimiter) + end).join("")
        const reader = new DelimitedReader({ delimiter, quoted: true })
        expect(readAll(reader, pieces(text, at))).toEqual(rows)
      }),
      { numRuns: 4_000 }
    )
  })

  it("unquoted text keeps every quotation mark, however it is cut", () => {
    const bare = fc.string({ unit: fc.constantFrom(..."ab\"', 10é".split("")), maxLength: 6 })
    const rows = fc.array(fc.array(bare, { minLength: 2, maxLength: 4 }), {
      minLength: 1,
      maxLength: 5
    })
    fc.assert(
      fc.property(rows, cuts, (cells, at) => {
        const text = cells.map((row) => `${row.join("\t")}\r\n`).join("")
        const reader = new DelimitedReader({ delimiter: "\t", quoted: false })
        expect(readAll(reader, pieces(text, at))).toEqual(cells)
      }),
      many
    )
  })

  it("reads any text the same whole and in pieces, lines counted", () => {
    const hostile = fc.string({ unit: fc.constantFrom(...'a,"\r\n'.split("")), maxLength: 30 })
    fc.assert(
      fc.property(hostile, cuts, (text, at) => {
        const read = (parts: string[]) => {
          const reader = new DelimitedReader({ delimiter: ",", quoted: true })
          return [...parts.flatMap((part) => reader.push(part)), ...reader.end()]
        }
        expect(read(pieces(text, at))).toEqual(read([text]))
      }),
      many
    )
  })
})

describe("dates of a file", () => {
  const two = (value: number) => String(value).padStart(2, "0")
  const wall = fc.record({
    year: fc.integer({ min: 2001, max: 2090 }),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 28 }),
    hour: fc.integer({ min: 0, max: 23 }),
    minute: fc.integer({ min: 0, max: 59 }),
    second: fc.integer({ min: 0, max: 59 })
  })
  const zones = fc.constantFrom("UTC", "Europe/Berlin", "America/New_York", "Asia/Kolkata")

  it("are the instants that the zone's clock shows, in every order", () => {
    const readers = new Map<string, (text: string) => number | null>()
    fc.assert(
      fc.property(wall, zones, fc.constantFrom("ymd", "mdy", "dmy"), (at, zone, dateOrder) => {
        const day = {
          ymd: [at.year, two(at.month), two(at.day)],
          mdy: [two(at.month), two(at.day), at.year],
          dmy: [two(at.day), two(at.month), at.year]
        }[dateOrder]
        const text = `${day.join(dateOrder === "ymd" ? "-" : "/")} ${two(at.hour)}:${two(at.minute)}:${two(at.second)}`
        const key = `${zone}${dateOrder}`
        const read = readers.get(key) ?? createDateReader({ dateOrder, zone })
        readers.set(key, read)
        const exact = epochOf(at, zone)
        if (exact !== null) expect({ text, at: read(text) }).toEqual({ text, at: exact })
      }),
      { numRuns: 6_000 }
    )
  })

  it("have the order that fits them all, or are undecidable", () => {
    fc.assert(
      fc.property(
        fc.array(wall, { minLength: 1, maxLength: 8 }),
        fc.boolean(),
        (days, dayFirst) => {
          const evidence = new DateEvidence()
          for (const { day, month, year } of days) {
            evidence.add(dayFirst ? `${day}/${month}/${year}` : `${month}/${day}/${year}`)
          }
          const decided = days.some(({ day }) => day > 12)
          const order = dayFirst ? "dmy" : "mdy"
          expect(evidence.dateOrder).toBe(decided ? order : "undecidable")
        }
      ),
      many
    )
  })

  it("never throw", () => {
    const hostile = fc.string({
      unit: fc.constantFrom(..."0123456789-/.: TZapmUTC年月日é".split("")),
      maxLength: 24
    })
    const read = createDateReader({ dateOrder: "dmy", zone: "Europe/Berlin" })
    fc.assert(
      fc.property(hostile, (text) => {
        const at = read(text)
        expect(at === null || Number.isSafeInteger(at)).toBe(true)
        new DateEvidence().add(text)
      }),
      many
    )
  })
})

describe("amounts of a file", () => {
  const styles = [
    { locale: "en-US", decimal: "." },
    { locale: "de-DE", decimal: "," },
    { locale: "fr-FR", decimal: "," },
    { locale: "de-CH", decimal: "." },
    { locale: "pt-BR", decimal: "," }
  ] as const

  it("are read exactly, with the decimal sign that the file shows", () => {
    const formats = new Map(
      styles.map(({ locale }) => [
        locale,
        new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 })
      ])
    )
    fc.assert(
      fc.property(
        fc.constantFrom(...styles),
        fc.array(fc.integer({ min: -99_999_999, max: 999_999_999 }), {
          minLength: 1,
          maxLength: 4
        }),
        ({ locale, decimal }, amounts) => {
          const texts = amounts.map((minor) => formats.get(locale)?.format(minor / 100) ?? "")
          const evidence = new DecimalEvidence()
          for (const text of texts) evidence.add(text)
          expect(evidence.decimal).toBe(decimal)
          const read = createMoneyReader({ decimal, zone: "UTC" })
          expect(texts.map((text) => read(text, "EUR")?.minor)).toEqual(
            amounts.map((minor) => (minor === 0 ? 0 : minor))
          )
        }
      ),
      { numRuns: 6_000 }
    )
  })

  it("never say digits that the text does not hold", () => {
    const hostile = fc.string({
      unit: fc.constantFrom(..."0123456789.,’' -()$€A".split("")),
      maxLength: 16
    })
    const read = createMoneyReader({ currency: "EUR", zone: "UTC" })
    fc.assert(
      fc.property(hostile, (text) => {
        const money = read(text, undefined)
        if (money) {
          const said = String(Math.abs(money.minor)).replace(/0+$/, "")
          expect(text.replace(/\D/g, "")).toContain(said)
        }
        const count = readQuantity(text, undefined)
        expect(count === null || Number.isSafeInteger(count)).toBe(true)
      }),
      many
    )
  })
})

describe("whatever a file holds", () => {
  it("no word, header, byte or tag makes a parser throw", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 40 }), (text) => {
        statusOf(text)
        normaliseHeader(text)
        expect(countryCode(text)).toMatch(/^(?:[A-Z]{2})?$/)
      }),
      { numRuns: 5_000 }
    )
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
        expect(() => new TextDecoder(detectEncoding(bytes))).not.toThrow()
      }),
      many
    )
  })

  it("XML gives the same tokens whole and in pieces", () => {
    const xml = fc.array(
      fc.constantFrom("<a>", "</a>", "<b c='1'/>", "text", "&amp;", "<!-- < -->", "<", ">", "\n")
    )
    fc.assert(
      fc.property(xml, cuts, (parts, at) => {
        const text = parts.join("")
        const read = (some: string[]) => {
          const reader = new XmlReader()
          const tokens = some.flatMap((part) => reader.push(part))
          return tokens.map((token) => JSON.stringify(token)).join("")
        }
        expect(read(pieces(text, at))).toBe(read([text]))
      }),
      many
    )
  })
})

import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { currencyDigits } from "../../src/domain/currency-digits"
import { countsIn, parseCount } from "../../src/marketplace/count-text"
import { parseDate, parseInstant } from "../../src/marketplace/date-text"
import { parseMoney } from "../../src/marketplace/money-text"

const locales = [
  "en-US",
  "en-GB",
  "de-DE",
  "fr-FR",
  "es-ES",
  "pt-BR",
  "ja-JP",
  "zh-CN",
  "sv-SE",
  "de-CH",
  "hi-IN",
  "ar-EG",
  "en-CA",
  "pl-PL"
]
const currencies = [
  "USD",
  "EUR",
  "GBP",
  "JPY",
  "CNY",
  "SEK",
  "CAD",
  "KWD",
  "CHF",
  "INR",
  "BRL",
  "PLN"
]
const hostile = fc.oneof(
  fc.string({ maxLength: 60 }),
  fc.string({ unit: "binary", maxLength: 60 }),
  fc.string({
    unit: fc.constantFrom(..."0123456789.,’' -–()$€¥:/APMamp年月日UTC\u00a0\u202f٣٫".split("")),
    maxLength: 40
  })
)
const latinDigits = (text: string) =>
  text
    .replace(/[٠-٩]/g, (d) => String(d.charCodeAt(0) - 0x660))
    .replace(/[\uff10-\uff19]/g, (d) => String(d.charCodeAt(0) - 0xff10))
    .replace(/[०-९]/g, (d) => String(d.charCodeAt(0) - 0x966))
    .replace(/\D/g, "")

describe("money text", () => {
  it("what Intl writes is read back the same or refused, in every locale and currency", () => {
    let read = 0
    fc.assert(
      fc.property(
        fc.constantFrom(...locales),
        fc.constantFrom(...currencies),
        fc.integer({ min: -10_000_000, max: 2_000_000_000 }),
        fc.boolean(),
        (locale, currency, minor, hinted) => {
          const value = minor / 10 ** currencyDigits(currency)
          const text = new Intl.NumberFormat(locale, { style: "currency", currency }).format(value)
          const money = parseMoney(text, { locale, ...(hinted && { currency }) })
          if (money) read++
          if (money)
            expect({ text, ...money }).toEqual({ text, minor: minor === 0 ? 0 : minor, currency })
        }
      ),
      { numRuns: 2_000 }
    )
    expect(read).toBeGreaterThan(1_400)
  })

  it("never throws and never says digits that the text does not hold", () => {
    fc.assert(
      fc.property(
        hostile,
        fc.constantFrom(undefined, ...locales),
        fc.constantFrom(undefined, ...currencies),
        (text, locale, currency) => {
          const money = parseMoney(text, { locale, currency })
          if (!money) return
          const said = String(Math.abs(money.minor)).replace(/0+$/, "")
          expect(latinDigits(text)).toContain(said)
        }
      ),
      { numRuns: 3_000 }
    )
  })
})

describe("date text", () => {
  const styles = [
    { dateStyle: "short", timeStyle: "short" },
    { dateStyle: "medium", timeStyle: "medium" },
    { dateStyle: "long", timeStyle: "short" },
    { dateStyle: "full", timeStyle: "short" }
  ] as const

  it("what Intl writes is read back the same or refused", () => {
    let read = 0
    fc.assert(
      fc.property(
        fc.constantFrom(...locales),
        fc.constantFrom(...styles),
        fc.constantFrom("UTC", "Europe/Berlin", "America/New_York", "Asia/Kolkata"),
        fc.integer({ min: 15_800_000, max: 68_370_000 }),
        (locale, style, zone, minutes) => {
          const at = minutes * 60_000
          const text = new Intl.DateTimeFormat(locale, { ...style, timeZone: zone }).format(at)
          const found = parseDate(text, { locale, zone })
          if (found !== null) read++
          if (found !== null) expect({ locale, text, found }).toEqual({ locale, text, found: at })
        }
      ),
      { numRuns: 2_000 }
    )
    expect(read).toBeGreaterThan(1_400)
  })

  it("never throws", () => {
    fc.assert(
      fc.property(hostile, fc.constantFrom("en", "de", "zh-CN", "not a locale"), (text, locale) => {
        const at = parseDate(text, { locale, zone: "UTC" })
        expect(at === null || Number.isSafeInteger(at)).toBe(true)
        parseInstant(text)
      })
    )
  })
})

describe("count text", () => {
  it("what Intl writes is read back the same or refused", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...locales),
        fc.integer({ min: -1_000_000, max: 100_000_000 }),
        (locale, count) => {
          const found = parseCount(new Intl.NumberFormat(locale).format(count), locale)
          expect([null, count]).toContain(found)
        }
      )
    )
  })
})

it("10,000 hostile characters cost at most 5 ms in every parser", () => {
  const texts = [
    "1".repeat(10_000),
    "1,".repeat(5_000),
    " ".repeat(10_000),
    "(".repeat(10_000),
    "1 ".repeat(5_000),
    "aé".repeat(5_000)
  ]
  const parsers = [
    (text: string) => parseMoney(text),
    (text: string) => parseDate(text, { locale: "en", zone: "UTC" }),
    (text: string) => parseCount(text),
    (text: string) => countsIn(text),
    parseInstant
  ]
  for (const parse of parsers) {
    for (const text of texts) {
      // the fastest of five: a busy machine must not look like a slow pattern
      const times = Array.from({ length: 5 }, () => {
        const start = performance.now()
        expect(parse(text)).toBeNull()
        return performance.now() - start
      })
      expect(Math.min(...times)).toBeLessThan(5)
    }
  }
})

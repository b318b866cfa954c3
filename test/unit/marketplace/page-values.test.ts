import { describe, expect, it } from "vitest"
import { countsIn, parseCount } from "../../../src/marketplace/count-text"
import { parseDate, parseInstant } from "../../../src/marketplace/date-text"
import { parseMoney } from "../../../src/marketplace/money-text"
import { epochOf } from "../../../src/marketplace/wall-time"

describe("money text: exact or refused", () => {
  it.each([
    ["1.234,56 €", {}, 123456, "EUR"],
    ["1,234.56", { currency: "EUR" }, 123456, "EUR"],
    ["1\u202f234,56", { currency: "EUR" }, 123456, "EUR"],
    ["CHF 1’234.56", {}, 123456, "CHF"],
    ["￥1,234", { locale: "ja" }, 1234, "JPY"],
    ["¥1,234.50", { locale: "zh-CN" }, 123450, "CNY"],
    ["١٬٢٣٤٫٥٦ €", {}, 123456, "EUR"],
    ["１２.５０ €", {}, 1250, "EUR"],
    ["–5 €", {}, -500, "EUR"],
    ["(5.00)", { currency: "USD" }, -500, "USD"],
    ["5.— €", {}, 500, "EUR"],
    ["£0.00", {}, 0, "GBP"],
    ["₹1,23,456.00", {}, 12345600, "INR"],
    ["1.234 €", { locale: "de" }, 123400, "EUR"],
    ["$5.00 USD", {}, 500, "USD"],
    ["$5.00", { currency: "CAD" }, 500, "CAD"],
    ["KWD 1.234", { locale: "en" }, 1234, "KWD"]
  ] as const)("%s %j", (text, hint, minor, currency) => {
    expect(parseMoney(text, hint)).toEqual({ minor, currency })
  })

  it.each([
    ["", {}],
    ["N/A", { currency: "USD" }],
    ["12⁹⁹ €", {}],
    ["1.234 €", {}],
    ["1.234 €", { locale: "en" }],
    ["$5.00", { locale: "en-CA" }],
    ["$5.00", { currency: "EUR" }],
    ["¥1,234", { locale: "en" }],
    ["$100.00 $12.00", {}],
    ["12.34", {}],
    ["from $5.00", {}],
    ["1,23.45 €", {}],
    ["0.005 €", {}]
  ] as const)("refuses %s %j", (text, hint) => {
    expect(parseMoney(text, hint)).toBeNull()
  })
})

describe("date text: the page's language decides, or nothing", () => {
  const at = Date.UTC(2026, 3, 3)
  it.each([
    ["03/04/2026", "en-US", Date.UTC(2026, 2, 4)],
    ["03/04/2026", "en-GB", at],
    ["3. April 2026", "de", at],
    ["3 avril 2026", "fr", at],
    ["3 de abril de 2026", "es", at],
    ["2026年4月3日", "ja", at],
    ["2026-04-03", "en", at],
    ["4/3/2026 1:01:36 PM UTC", "en", at + 46_896_000],
    ["Apr 3, 2026, 12:30 AM GMT+2", "en", at + 1_800_000 - 7_200_000]
  ])("%s in %s", (text, locale, expected) => {
    expect(parseDate(text, { locale, zone: "UTC" })).toBe(expected)
  })

  it.each(["2/30/2026", "13/13/2026", "1/1/0001", "3 hours ago", "April 2026", "23/11/2026", ""])(
    "refuses %s on an English page",
    (text) => {
      expect(parseDate(text, { locale: "en", zone: "UTC" })).toBeNull()
    }
  )

  it("refuses without a zone, in another calendar and in a language that is none", () => {
    expect(parseDate("4/3/2026", { locale: "en" })).toBeNull()
    expect(parseDate("3/4/2569", { locale: "th", zone: "UTC" })).toBeNull()
    expect(parseDate("4/3/2026", { locale: "no such", zone: "UTC" })).toBeNull()
  })

  it("refuses times that a zone's clock shows twice or never", () => {
    const day = { year: 2026, second: 0, minute: 30 }
    expect(epochOf({ ...day, month: 10, day: 25, hour: 2 }, "Europe/Berlin")).toBeNull()
    expect(epochOf({ ...day, month: 3, day: 29, hour: 2 }, "Europe/Berlin")).toBeNull()
    expect(epochOf({ ...day, month: 3, day: 29, hour: 3 }, "Europe/Berlin")).toBe(
      Date.UTC(2026, 2, 29, 1, 30)
    )
  })

  it("takes an instant only with an offset", () => {
    expect(parseInstant("2026-04-03T00:00:00+02:00")).toBe(at - 7_200_000)
    expect(parseInstant("2026-04-03T00:00:00")).toBeNull()
    expect(parseInstant("2026-02-30T00:00:00Z")).toBeNull()
  })
})

describe("counts", () => {
  it("reads pagers and refuses what may be a weight", () => {
    expect(countsIn("21–40 of 20,000", "en")).toEqual([21, 40, 20_000])
    expect(countsIn("21–40 von 20.000", "de")).toEqual([21, 40, 20_000])
    expect(parseCount("1.234")).toBeNull()
    expect(parseCount("1.5", "en")).toBeNull()
    expect(parseCount("(4)", "en")).toBeNull()
    expect(parseCount("-13", "en")).toBe(-13)
  })
})

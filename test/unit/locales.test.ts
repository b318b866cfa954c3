import { describe, expect, it } from "vitest"
import { wordsFor } from "../../locales"
import { reasonSentences as enSentences } from "../../locales/en-reasons"
import { createFormat } from "../../locales/format"
import { reasonSentences as zhSentences } from "../../locales/zh-reasons"
import { type Fact, type Reason, reasonCodes } from "../../src/domain/insight"

const money = (minor: number, currency = "EUR"): Fact => ({
  kind: "money",
  value: { minor, currency }
})
const count = (value: number): Fact => ({ kind: "count", value })

const facts: Record<string, Fact> = {
  amount: money(124_000),
  usual: money(13_750),
  price: money(400),
  usualPrice: money(1_000),
  times: { kind: "ratio", value: 9.02 },
  n: count(212),
  quantity: count(12),
  usualQuantity: count(1),
  lines: count(7),
  orders: count(3),
  buyers: count(4),
  attempts: count(5),
  addresses: count(3),
  claims: count(2),
  field: { kind: "field", value: "email" },
  hours: { kind: "hours", value: 24 },
  time: { kind: "time", value: Date.UTC(2026, 10, 23, 3, 12) },
  share: { kind: "share", value: 0.0031 },
  country: { kind: "country", value: "BR" },
  other: { kind: "country", value: "DE" },
  method: { kind: "text", value: "DHL Express" },
  product: { kind: "text", value: "LAMP-7" }
}
const reason = (code: Reason["code"], all: Reason["facts"] = facts): Reason => ({
  code,
  facts: all,
  weight: 1
})
/** An order of facts that every reason loses one by one. */
const names = Object.keys(facts)

describe.each(["en-US", "zh-CN"])("reasons in %s", (locale) => {
  const words = wordsFor(locale)

  it.each(reasonCodes)("%s is a finished sentence, whatever fact is missing", (code) => {
    const full = words.reason(reason(code))
    const variants = [
      full,
      words.reason(reason(code, {})),
      ...names.map((name) => {
        const { [name]: _, ...rest } = facts
        return words.reason(reason(code, rest))
      }),
      words.reason(reason(code, { ...facts, share: { kind: "share", value: 0 } })),
      words.reason(
        reason(code, { ...facts, times: { kind: "ratio", value: Number.POSITIVE_INFINITY } })
      )
    ]
    for (const text of variants) {
      expect(text).not.toMatch(/[{}[\]]|undefined|NaN|∞|^\s*$/)
      expect(text).not.toMatch(/fraud|欺诈/i)
    }
    expect(full.length).toBeGreaterThanOrEqual(words.reason(reason(code, {})).length / 2)
  })
})

describe("sentences", () => {
  it.each([enSentences, zhSentences])("end with one that needs no fact", (sentences) => {
    for (const forms of Object.values(sentences)) expect(forms.at(-1)).not.toMatch(/[{[]/)
  })

  it("uses the same facts in both languages", () => {
    const used = (forms: string[]) =>
      [...new Set(forms.join().match(/\{\??\w+/g))].map((name) => name.replace(/\W/g, "")).sort()
    for (const code of reasonCodes) expect(used(zhSentences[code])).toEqual(used(enSentences[code]))
  })

  it("tells the numbers", () => {
    expect(wordsFor("en-US").reason(reason("amount-vs-shop"))).toBe(
      "Amount €1,240.00 is 9 times the usual €137.50 of this shop (212 past orders)"
    )
    expect(wordsFor("zh-CN").reason(reason("amount-vs-shop"))).toBe(
      "金额 €1,240.00，是本店平时 €137.50 的 9 倍（参考过往 212 单）"
    )
  })

  it("tells a low price as a part and what never was as never", () => {
    const low = { ...facts, times: { kind: "ratio", value: 0.4 } } as const
    expect(wordsFor("en").reason(reason("price-vs-sku", low))).toBe(
      "Price €4.00 for LAMP-7 is only 40% of the usual €10.00 (212 past orders)"
    )
    const first = { ...facts, share: { kind: "share", value: 0 }, n: count(1) } as const
    expect(wordsFor("en").reason(reason("missing-fact", first))).toBe(
      "No e-mail is shown; all of 1 past order showed one"
    )
  })

  it("cuts what a page made too long", () => {
    const long = { ...facts, product: { kind: "text", value: "x".repeat(2_000) } } as const
    expect(wordsFor("en").reason(reason("sku-velocity", long)).length).toBeLessThan(120)
  })
})

/** Every text of a catalogue; functions are called with plain values. */
function texts(value: unknown, path = ""): [string, string][] {
  if (typeof value === "string") return [[path, value]]
  if (typeof value === "function") return texts(value(...samples.slice(0, value.length)), path)
  if (typeof value !== "object" || value === null) return []
  return Object.entries(value).flatMap(([key, one]) => texts(one, `${path}.${key}`))
}
const samples = [1, 1, 1, 1, 1]

describe("catalogues", () => {
  const all = (locale: string) => {
    const {
      format: _,
      reason: __,
      finding: ___,
      suggestion: ____,
      suggestionReason: _____,
      ...rest
    } = wordsFor(locale)
    return new Map(texts(rest))
  }

  it("leaves no English in the Chinese one", () => {
    for (const [path, text] of all("zh-CN")) {
      // marketplaces are called by their own names
      if (path === ".name" || /^\.marketplace\.|^\.files\.formats\./.test(path)) continue
      expect(
        text.replace(
          /Portside|AM|PM|CSV|TSV|Excel|zip|xlsx?|SKU|USD|JSON|RMSSE|WQL|ETS|eBay|SAFE-T|Claims Protected|ECE/g,
          ""
        ),
        path
      ).not.toMatch(/[a-z]{2}/i)
      // half-width punctuation beside Chinese is a typist's slip
      expect(text, path).not.toMatch(/[\u4e00-\u9fff][,;:?!()]/)
    }
  })

  it("has the same entries in both", () => {
    expect([...all("zh-CN").keys()].sort()).toEqual([...all("en").keys()].sort())
  })

  it("chooses Chinese for its variants, and English for everything else", () => {
    expect(wordsFor("zh_TW").badge.flagged).toBe(wordsFor("zh").badge.flagged)
    expect(wordsFor("fr-FR").badge.flagged).toBe("Check first")
    expect(wordsFor("").badge.flagged).toBe("Check first")
    expect(wordsFor("en-!").format.locale).toBe("en")
    expect(wordsFor("en-GB").format.locale).toBe("en-GB")
  })
})

describe("format", () => {
  const [en, zh] = [createFormat("en-US", "Asia/Shanghai"), createFormat("zh-CN", "Asia/Shanghai")]

  it("writes money by the currency's own digits", () => {
    expect(en.money({ minor: 123_456, currency: "USD" })).toBe("$1,234.56")
    expect(en.money({ minor: 1_234, currency: "JPY" })).toBe("¥1,234")
    expect(zh.money({ minor: 1_234_567, currency: "KWD" })).toMatch(/1,234\.567/)
    expect(en.moneyRounded({ minor: 123_456, currency: "USD" })).toBe("$1,235")
  })

  it("writes times in the given zone", () => {
    const time = Date.UTC(2026, 10, 23, 20, 30)
    expect(en.moment(time)).toMatch(/Nov 24, 2026.*4:30/)
    expect(zh.moment(time)).toMatch(/2026年11月24日.*04:30/)
  })

  it("writes countries, durations and shares", () => {
    expect(en.country("BR")).toBe("Brazil")
    expect(zh.country("BR")).toBe("巴西")
    expect([en.hours(1), en.hours(24), en.hours(168)]).toEqual(["1 hour", "24 hours", "7 days"])
    expect(zh.hours(24)).toBe("24小时")
    expect(en.share(0.00031)).toBe("0.031%")
  })

  it("never rounds a rank up to all", () => {
    expect(en.percentile(0.99989)).toBe("99.9%")
    expect(wordsFor("en-US").risk.unusualThan(0.998, 4_211)).toBe(
      "More unusual than 99.8% of your 4,211 past orders."
    )
  })
})

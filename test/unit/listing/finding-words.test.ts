import { describe, expect, it } from "vitest"
import { wordsFor } from "../../../locales"
import { checkKinds } from "../../../src/domain/listing-analysis"
import { analyse } from "../../../src/listing-rules/analyse"
import { shippedRules } from "../../../src/listing-rules/packs"
import { ruleCases } from "./rule-cases"

/** Every rule's finding on the listing that breaks it. */
const findings = shippedRules.flatMap((rule) => {
  const own = ruleCases[rule.id]
  const marketplace = rule.marketplace === "any" ? "ebay" : rule.marketplace
  const day = rule.validFrom ?? rule.validTo ?? "2026-11-24"
  const { tradeMarks = [], similarPrices = [] } = own ?? {}
  return analyse({ marketplace, store: "GB", ...own?.fail }, [rule], day, {
    tradeMarks,
    similarPrices
  })
})

describe.each(["en-US", "zh-CN"])("findings in %s", (locale) => {
  const words = wordsFor(locale)
  it.each(findings)("$ruleId: a finished sentence and a fix", (finding) => {
    for (const facts of [finding.facts, {}]) {
      const { says, fix } = words.finding({ ...finding, facts })
      for (const text of [says, fix]) expect(text).not.toMatch(/\{\w|\[|undefined|NaN|^\s*$/)
    }
  })
  it("has both for every check", () => {
    expect(new Set(findings.map(({ check }) => check))).toEqual(new Set(checkKinds))
  })
})

describe("what is told", () => {
  const says = (id: string) => {
    const finding = findings.find(({ ruleId }) => ruleId === id)
    if (!finding) throw new Error(id)
    return [wordsFor("en-US").finding(finding).says, wordsFor("zh-CN").finding(finding).says]
  }
  it("names numbers, units and words", () => {
    expect(says("amazon.title.length.2026")).toEqual([
      "Title: 76 characters, at most 75 characters",
      "标题：76 个字符，最多 75 个字符"
    ])
    expect(says("amazon.search-terms.bytes")[0]).toBe("Search terms: 252 bytes, at most 249 bytes")
    expect(says("amazon.title.promotion")[0]).toBe(
      "Title speaks of promotion: “best seller, free shipping”"
    )
    expect(says("any.texts.language")[0]).toBe("Texts: written in English, buyers here read German")
    expect(says("any.gpsr.block")[0]).toBe(
      "The product safety block lacks an e-mail or web address and the responsible person in the EU"
    )
    expect(says("any.duty.us")[1]).toBe("美国的买家须为来自中国的包裹缴关税")
  })
})

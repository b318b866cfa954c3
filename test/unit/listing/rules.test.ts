import { readdirSync } from "node:fs"
import * as v from "valibot"
import { describe, expect, it } from "vitest"
import { checkKinds, type Finding } from "../../../src/domain/listing-analysis"
import { type ListingFacts, listingFactsSchema } from "../../../src/domain/listing-facts"
import { analyse, dayOf } from "../../../src/listing-rules/analyse"
import { noContext } from "../../../src/listing-rules/check"
import { gtinCheckDigit } from "../../../src/listing-rules/checks/gtin"
import { shippedRules } from "../../../src/listing-rules/packs"
import { parseRulePack, type Rule, ruleSchema } from "../../../src/listing-rules/rule"
import { ruleCases } from "./rule-cases"

/** Rules that can pass, or be unknown, but never fail. */
const neverFails = ["amazon.title.product-named"]

const dayWithin = ({ validFrom, validTo }: Rule) => validFrom ?? validTo ?? "2026-11-24"

function findingFor(rule: Rule, facts: Partial<ListingFacts>, day = dayWithin(rule)): Finding {
  const marketplace = rule.marketplace === "any" ? "ebay" : rule.marketplace
  const listing = v.parse(listingFactsSchema, {
    marketplace,
    store: "GB",
    imagesComplete: true,
    ...facts
  })
  const { tradeMarks = [], similarPrices = [] } = ruleCases[rule.id] ?? {}
  const [finding] = analyse(listing, [rule], day, { tradeMarks, similarPrices })
  if (!finding) throw new Error(`${rule.id} says nothing`)
  return finding
}

describe("every rule that ships", () => {
  it("has the shape of a rule, an id of its own, a source and a case", () => {
    for (const rule of shippedRules) expect(v.parse(ruleSchema, rule)).toEqual(rule)
    const ids = shippedRules.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    const judged = ids.filter((id) => !neverFails.includes(id))
    expect(Object.keys(ruleCases).sort()).toEqual(judged.sort())
  })

  it.each(shippedRules.filter(({ id }) => ruleCases[id]))("$id passes and fails", (rule) => {
    const { pass, fail, marked = [] } = ruleCases[rule.id] as (typeof ruleCases)[string]
    expect(findingFor(rule, pass).outcome).toBe("passed")
    const failed = findingFor(rule, fail)
    expect(failed.outcome).toBe(rule.severity)
    expect(failed.marks.map(({ text }) => text).sort()).toEqual([...marked].sort())
    expect(failed.source).toBe(rule.source)
  })

  it.each(shippedRules)("$id is unknown on a page that shows nothing", (rule) => {
    const marketplace = rule.marketplace === "any" ? "ebay" : rule.marketplace
    const [finding] = analyse({ marketplace }, [rule], dayWithin(rule), noContext)
    expect(["unknown", undefined]).toContain(finding?.outcome)
  })
})

describe("dates", () => {
  const title =
    "Stainless steel vacuum bottle, 750 ml, leakproof lid, for hiking, office and school"
  const outcomes = (day: string, store = "US") =>
    analyse({ marketplace: "amazon", store, title }, shippedRules, day, noContext)
      .filter(({ check, field }) => check === "max-length" && field === "title")
      .map(({ ruleId, outcome }) => [ruleId, outcome])

  it("the same title passes on 2026-07-26 and fails on 2026-07-27", () => {
    expect(title.length).toBeGreaterThan(75)
    expect(outcomes("2026-07-26")).toEqual([
      ["amazon.title.length.2026", "coming"],
      ["amazon.title.length.2025", "passed"]
    ])
    expect(outcomes("2026-07-27")).toEqual([["amazon.title.length.2026", "broken"]])
  })

  it("tells nothing of a change that is more than half a year away", () => {
    expect(outcomes("2026-01-01")).toEqual([["amazon.title.length.2025", "passed"]])
  })

  it("spares the stores that the source spares", () => {
    expect(outcomes("2026-07-27", "AE")).toEqual([["amazon.title.length.spared-stores", "passed"]])
  })

  it("takes the day of the store's own calendar", () => {
    const time = Date.UTC(2026, 6, 26, 23, 30)
    expect(dayOf(time, "America/Los_Angeles")).toBe("2026-07-26")
    expect(dayOf(time, "Asia/Tokyo")).toBe("2026-07-27")
  })
})

describe("a seller's own pack", () => {
  const rule = {
    id: "temu.title.length",
    marketplace: "temu",
    field: "title",
    check: { kind: "max-length", max: 40, unit: "characters" },
    severity: "broken",
    source: "my account manager",
    confidence: "medium",
    checkedOn: "2026-11-20"
  }
  it("is read and applied like ours", () => {
    const { rules } = parseRulePack(JSON.stringify({ name: "Temu", rules: [rule] }))
    const listing = { marketplace: "temu", title: "x".repeat(41) }
    expect(analyse(listing, rules, "2026-11-24", noContext)[0]?.outcome).toBe("broken")
  })
  it("names the first wrong place", () => {
    expect(() => parseRulePack("{")).toThrow("not JSON")
    const wrong = { name: "Temu", rules: [{ ...rule, check: { ...rule.check, max: "40" } }] }
    expect(() => parseRulePack(JSON.stringify(wrong))).toThrow(/^rules\.0\.check\.max/)
    const unknown = { name: "Temu", rules: [{ ...rule, check: { kind: "magic" } }] }
    expect(() => parseRulePack(JSON.stringify(unknown))).toThrow(/^rules\.0\.check/)
  })
})

describe("checks", () => {
  it("are one file each, listed under their names", () => {
    const files = readdirSync(new URL("../../../src/listing-rules/checks", import.meta.url))
      .map((file) => file.replace(/\.ts$/, ""))
      .filter((name) => name !== "index")
    expect(files.sort()).toEqual([...checkKinds].sort())
  })

  it("a GTIN's last digit is the one of GS1's examples", () => {
    expect(gtinCheckDigit("629104150021")).toBe(3)
    expect(gtinCheckDigit("7351353")).toBe(7)
    expect(gtinCheckDigit("03600029145")).toBe(2)
  })

  it("a page that shows one picture does not say how many there are", () => {
    const rules = shippedRules.filter(
      ({ id }) => id === "walmart.images.advised" || id === "amazon.images.count"
    )
    const outcomes = ["walmart", "amazon"].map(
      (marketplace) =>
        analyse({ marketplace, images: [{}] }, rules, "2026-11-24", noContext)[0]?.outcome
    )
    expect(outcomes).toEqual(["unknown", "unknown"])
  })

  it("a small copy of a picture does not prove that the picture is small", () => {
    const rules = shippedRules.filter(({ id }) => id === "amazon.images.zoom")
    const outcome = (atLeast: number) =>
      analyse({ marketplace: "amazon", images: [{ atLeast }] }, rules, "2026-11-24", noContext)[0]
        ?.outcome
    expect([outcome(500), outcome(1_500)]).toEqual(["unknown", "passed"])
  })

  it("a rule for new items says nothing sure of an item whose condition is not shown", () => {
    const rules = shippedRules.filter(({ id }) => id === "mercadolibre.gtin.required")
    const [finding] = analyse(
      { marketplace: "mercadolibre", gtin: "" },
      rules,
      "2026-11-24",
      noContext
    )
    expect(finding?.outcome).toBe("unknown")
  })
})

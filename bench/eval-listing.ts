import { join, resolve } from "node:path"
import { wordsFor } from "../locales"
import type { ListingFacts } from "../src/domain/listing-facts"
import { analyse, dayOf } from "../src/listing-rules/analyse"
import { noContext } from "../src/listing-rules/check"
import { shippedRules } from "../src/listing-rules/packs"
import { suggest } from "../src/listing-rules/suggest"
import { judge, pagesOf, readFacts, savedPage } from "./listing/judge"
import { pictureTextMetrics } from "./listing/picture-text"
import { titleQualityMetrics } from "./listing/title-quality"
import type { Measurement, Metric } from "./metric"

const pagesFolder = () =>
  process.env.PORTSIDE_PAGES ?? resolve(import.meta.dirname, "../../shared/pages")

/** What a reader of the evaluation should judge: every finding that is not "passed", and the suggested title. */
function printFindings(facts: ListingFacts, day: string): void {
  const words = wordsFor("en-US")
  const findings = analyse(facts, shippedRules, day, noContext)
  const unknown = findings.filter(({ outcome }) => outcome === "unknown").length
  for (const finding of findings) {
    if (finding.outcome === "passed" || finding.outcome === "unknown") continue
    const marked = finding.marks.slice(0, 3).map(({ text }) => JSON.stringify(text.slice(0, 60)))
    console.log(
      `    ${finding.outcome.padEnd(7)} ${words.finding(finding).says} ${marked.join(" ")} [${finding.ruleId}]`
    )
  }
  for (const { field, now, better } of suggest(facts, shippedRules, day, noContext)) {
    if (field === "title")
      console.log(`    better title (${better.length} for ${now.length} characters): ${better}`)
  }
  console.log(`    ${unknown} of ${findings.length} rules: not visible on the page`)
}

/**
 * `--expected FILE` judges other pages, `--day 2026-07-26` holds them against the rules of another day, `--pictures`
 * draws product pictures in a browser and counts on how many text is seen, `--quality` tells how much titles explain of
 * the sales of a real shop.
 */
async function run(options: string[]): Promise<Metric[]> {
  const option = (name: string) => {
    const at = options.indexOf(name)
    return at < 0 ? undefined : options[at + 1]
  }
  if (options.includes("--pictures")) return pictureTextMetrics()
  if (options.includes("--quality")) return titleQualityMetrics()
  const now = Date.now()
  const day = option("--day") ?? dayOf(now)
  const expected = option("--expected") ?? join(import.meta.dirname, "expected/listing/pages.json")
  const pages = pagesOf(expected)
  const tallies = pages.map((page) => {
    const html = savedPage(page.file, expected, pagesFolder())
    const facts = readFacts(page, html, now)
    const tally = judge(page, facts)
    console.log(`${page.file}: ${tally.read}/${tally.expected} read, ${tally.wrong} wrong`)
    for (const fault of tally.faults) console.log(`    fault   ${fault}`)
    if (facts) printFindings(facts, day)
    return tally
  })
  const sum = (field: "expected" | "read" | "wrong") =>
    tallies.reduce((total, tally) => total + tally[field], 0)
  const n = sum("expected")
  const note = `${pages.length} saved listing pages, rules of ${day}`
  return [
    { id: "listing.fields.read", value: sum("read") / n, unit: "share", n, note },
    { id: "listing.fields.wrong", value: sum("wrong") / n, unit: "share", n, note }
  ]
}

/** Fields of saved listing pages against what a person sees, and the findings for a reader to judge. */
export const listingEvaluation: Measurement = { name: "listing", run }

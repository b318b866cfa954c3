import { type Finding, findingOutcomes } from "../domain/listing-analysis"
import type { ListingFacts } from "../domain/listing-facts"
import type { SellerContext } from "./check"
import { judge } from "./checks"
import type { Rule } from "./rule"

/** A change is told this many days before it holds. */
const noticeDays = 180

/** The day of a time in a store's own calendar, as ISO date. */
export function dayOf(time: number, timeZone = "UTC"): string {
  // Swedish writes dates as ISO 8601 does
  return new Intl.DateTimeFormat("sv-SE", { timeZone }).format(time)
}

type When = "now" | "coming" | "over"

function whenOf(rule: Rule, day: string): When {
  if (rule.validTo !== undefined && rule.validTo < day) return "over"
  if (rule.validFrom === undefined || rule.validFrom <= day) return "now"
  return Date.parse(rule.validFrom) - Date.parse(day) <= noticeDays * 86_400_000 ? "coming" : "over"
}

/** Whether a rule is about this listing; undefined when the page does not show what that depends on. */
function concerns(rule: Rule, listing: ListingFacts): boolean | undefined {
  if (rule.marketplace !== "any" && rule.marketplace !== listing.marketplace) return false
  const { store } = listing
  if (rule.stores && store !== undefined && !rule.stores.includes(store)) return false
  if (rule.exceptStores && store !== undefined && rule.exceptStores.includes(store)) return false
  if ((rule.stores || rule.exceptStores) && store === undefined) return undefined
  switch (rule.only) {
    case "media":
      // only a page that says so is one of a book, a film or a record
      return listing.media === true
    case "not-media":
      return listing.media !== true
    case "new":
    case "used":
      return listing.condition === undefined ? undefined : listing.condition === rule.only
    default:
      return true
  }
}

function findingOf(rule: Rule, when: When, listing: ListingFacts, context: SellerContext): Finding {
  const judgement = judge(rule.check, { listing, field: rule.field, context })
  const failed = judgement.outcome === "failed"
  const sure = concerns(rule, listing) === true
  const outcome = failed
    ? !sure
      ? "unknown"
      : when === "coming"
        ? "coming"
        : rule.severity
    : judgement.outcome
  return {
    ruleId: rule.id,
    check: rule.check.kind,
    field: rule.field,
    outcome,
    marks: failed ? (judgement.marks ?? []) : [],
    facts: failed ? (judgement.facts ?? {}) : {},
    ...(rule.validFrom === undefined ? {} : { validFrom: rule.validFrom }),
    ...(rule.validTo === undefined ? {} : { validTo: rule.validTo }),
    source: rule.source,
    confidence: rule.confidence,
    checkedOn: rule.checkedOn
  }
}

/**
 * Every rule that holds on `day` (ISO date), or will within half a year, held against one listing; what is broken
 * comes first. What the page does not show comes out as "unknown", never as a failure.
 */
export function analyse(
  listing: ListingFacts,
  rules: Rule[],
  day: string,
  context: SellerContext
): Finding[] {
  const findings = rules.flatMap((rule) => {
    const when = whenOf(rule, day)
    if (when === "over" || concerns(rule, listing) === false) return []
    return [findingOf(rule, when, listing, context)]
  })
  const rank = (finding: Finding) => findingOutcomes.indexOf(finding.outcome)
  return findings.toSorted((a, b) => rank(a) - rank(b))
}

import type { ListingAnalysis } from "../../src/domain/listing-analysis"
import { moneyText } from "../../src/profit/decimal"
import { toCsv } from "../../src/ui/spreadsheet"
import { words } from "../../src/ui/words"

const wrong = new Set(["broken", "coming", "missed"])

/** One row for each thing to fix, in the order of the analyses; a text that a page made cannot become a formula. */
export function fixList(analyses: ListingAnalysis[]): string {
  const rows = analyses.flatMap((analysis) =>
    analysis.findings
      .filter(({ outcome }) => wrong.has(outcome))
      .map((finding) => {
        const { says, fix } = words.finding(finding)
        const suggestion = analysis.suggestions.find(({ field }) => field === finding.field)
        return [
          analysis.marketplace,
          analysis.sku ?? "",
          analysis.id,
          analysis.title,
          words.listing.outcome[finding.outcome],
          words.fieldNames[finding.field],
          says,
          finding.marks.map(({ text }) => text).join(" | "),
          fix,
          suggestion?.better ?? "",
          finding.ruleId,
          finding.source,
          finding.validFrom ?? "",
          analysis.stake ? moneyText(analysis.stake) : "",
          analysis.stake?.currency ?? ""
        ]
      })
  )
  return toCsv({ name: words.listing.export.file, rows: [words.listing.export.columns, ...rows] })
}

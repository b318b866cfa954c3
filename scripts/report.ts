import type { Page } from "playwright-core"
import type { Words } from "../locales"
import { stockSentences } from "../locales/stock-text"
import { urgency } from "../src/domain/forecast"
import { isOrderRisk } from "../src/domain/insight"
import { readTable } from "../test/read-table"

const most = 3

/** What Portside found in the demo shop, in the words of its screens: the first few of each kind. */
export async function report(panel: Page, words: Words): Promise<void> {
  const list = (title: string, lines: string[]) =>
    console.log([`\n${title}`, ...lines.map((line) => `  ${line}`)].join("\n"))
  const reasoned = (title: string, reasons: string[]) => [
    title,
    ...reasons.map((one) => `  - ${one}`)
  ]
  const [orders, listings, insights, forecasts, suggestions, notes, [analysis]] = await Promise.all(
    [
      readTable(panel, "orders"),
      readTable(panel, "listings"),
      readTable(panel, "insights"),
      readTable(panel, "forecasts"),
      readTable(panel, "suggestions"),
      readTable(panel, "messageNotes"),
      readTable(panel, "listingAnalyses")
    ]
  )
  const flagged = insights.filter(isOrderRisk).toSorted((a, b) => b.percentile - a.percentile)
  list(
    `Risk: ${flagged.length} of ${orders.length} orders are worth a check. The most unusual:`,
    flagged
      .slice(0, most)
      .flatMap(({ subject, reasons }) =>
        reasoned(subject.id.split(":").slice(2).join(":"), reasons.map(words.reason))
      )
  )
  list(
    `Demand: ${forecasts.length} items. The most urgent:`,
    forecasts
      .toSorted((a, b) => urgency(a) - urgency(b))
      .slice(0, most)
      .flatMap((item) => reasoned(item.title ?? item.sku, stockSentences(words, item)))
  )
  const titles = new Map(listings.flatMap(({ sku, title }) => (sku ? [[sku, title] as const] : [])))
  list(
    `Recommend: ${suggestions.length} suggestions. Worth the most:`,
    suggestions
      .toSorted((a, b) => b.rank - a.rank)
      .slice(0, most)
      .flatMap((one) =>
        reasoned(
          words.suggestion(
            one,
            one.skus.map((sku) => titles.get(sku) ?? sku)
          ),
          one.reasons.map(words.suggestionReason)
        )
      )
  )
  const waiting = notes.filter(({ wantsReply }) => wantsReply)
  list(
    `Customers: ${waiting.length} of ${notes.length} messages wait for an answer. The most pressing want:`,
    waiting
      .toSorted((a, b) => a.priorityAt - b.priorityAt)
      .slice(0, most)
      .map(({ wishes }) => wishes.map(({ intent }) => words.customers.intents[intent]).join(", "))
  )
  const found =
    analysis?.findings.filter(({ outcome }) => outcome === "broken" || outcome === "missed") ?? []
  list(
    `Listing: ${found.length} things to mend in ${analysis?.title}.`,
    found.slice(0, most).map((finding) => words.finding(finding).says)
  )
}

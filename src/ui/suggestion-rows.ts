import type { EffectKind, Suggestion, SuggestionKind, SuggestionReason } from "../domain/suggestion"
import type { Database } from "../store/database"
import { toCsv } from "./spreadsheet"

export const suggestionGroups = ["all", "sell", "winBack", "range"] as const
export type SuggestionGroup = (typeof suggestionGroups)[number]

const groupOf: Record<SuggestionKind, SuggestionGroup> = {
  bundle: "sell",
  comeback: "sell",
  "win-back": "winBack",
  substitute: "range",
  price: "range",
  "list-next": "range",
  duplicate: "range",
  drop: "range"
}

/** A suggestion with the titles of its products. */
export type SuggestionRow = { suggestion: Suggestion; names: string[] }

export async function suggestionRows(db: Database): Promise<SuggestionRow[]> {
  const suggestions = await db.suggestions.toArray()
  const skus = [...new Set(suggestions.flatMap((one) => one.skus))]
  const known = await db.companions.bulkGet(skus)
  const titles = new Map(skus.map((sku, i) => [sku, known[i]?.title ?? sku]))
  return suggestions.map((suggestion) => ({
    suggestion,
    names: suggestion.skus.map((sku) => titles.get(sku) ?? sku)
  }))
}

/** Rows of a group, open or decided, most promising first. */
export function selectSuggestions(
  rows: SuggestionRow[],
  group: SuggestionGroup,
  decided: boolean
): SuggestionRow[] {
  return rows
    .filter(({ suggestion }) => (suggestion.state !== "open") === decided)
    .filter(({ suggestion }) => group === "all" || groupOf[suggestion.kind] === group)
    .toSorted((a, b) => b.suggestion.rank - a.suggestion.rank)
}

export type CsvWords = {
  columns: Record<
    | "kind"
    | "what"
    | "why"
    | "counted"
    | "low"
    | "expected"
    | "high"
    | "currency"
    | "products"
    | "state",
    string
  >
  states: Record<string, string>
  kinds: Record<SuggestionKind, string>
  counted: Record<EffectKind, string>
  suggestion: (one: Suggestion, names: string[]) => string
  suggestionReason: (reason: SuggestionReason) => string
}

/** The rows as a file for a spreadsheet; money in major units of the effect's currency. */
export function suggestionsCsv(
  rows: SuggestionRow[],
  words: CsvWords,
  major: (minor: number, currency: string) => number
): string {
  const { columns } = words
  const header = [
    columns.kind,
    columns.what,
    columns.why,
    columns.counted,
    columns.low,
    columns.expected,
    columns.high,
    columns.currency,
    columns.products,
    columns.state
  ]
  const lines = rows.map(({ suggestion, names }) => {
    const { effect } = suggestion
    const amount = (minor: number) => (effect ? String(major(minor, effect.currency)) : "")
    return [
      words.kinds[suggestion.kind],
      words.suggestion(suggestion, names),
      suggestion.reasons.map(words.suggestionReason).join("; "),
      effect ? words.counted[effect.of ?? "revenue"] : "",
      amount(effect?.low ?? 0),
      amount(effect?.expected ?? 0),
      amount(effect?.high ?? 0),
      effect?.currency ?? "",
      suggestion.skus.join(" "),
      words.states[suggestion.state] ?? suggestion.state
    ]
  })
  return toCsv({ name: "suggestions", rows: [header, ...lines] })
}

import type { SuggestionCode, SuggestionKind } from "../src/domain/suggestion"
import type { PluralForms } from "./format"

/** The sentences of the Recommend view that carry numbers; the syntax is that of `reason-text.ts`. */
export type SuggestionCatalogue = {
  nouns: Record<"orders" | "buyers" | "days" | "pieces" | "products", PluralForms>
  /** "{first}" and "{second}" are products. */
  titles: Record<SuggestionKind, string[]>
  reasons: Record<SuggestionCode, string[]>
}

import type { Fact } from "../src/domain/insight"
import type { Suggestion, SuggestionReason } from "../src/domain/suggestion"
import type { Format } from "./format"
import { factSentence } from "./reason-text"
import type { SuggestionCatalogue } from "./suggestion-words"

const text = (value: string): Fact => ({ kind: "text", value })

/** What to do, in one line; `names` are the titles of the suggestion's products. */
export function suggestionTitle(
  { nouns, titles }: SuggestionCatalogue,
  format: Format,
  { kind, id, price, buyer }: Suggestion,
  names: string[]
): string {
  // a gap in the range is named by its words, which its id carries
  const gap = kind === "list-next" ? id.slice(kind.length + 1).split("+") : names
  const facts: Record<string, Fact> = {
    ...(gap[0] ? { first: text(gap[0]) } : {}),
    ...(gap[1] ? { second: text(gap[1]) } : {}),
    ...(price ? { price: { kind: "money", value: price } } : {}),
    ...(buyer ? { buyer: text(buyer.slice(0, 6)) } : {})
  }
  return factSentence(titles[kind], nouns, format, facts) ?? kind
}

/** Why, in one sentence. */
export function suggestionReason(
  { nouns, reasons }: SuggestionCatalogue,
  format: Format,
  { code, facts }: SuggestionReason
): string {
  const sentence = factSentence(reasons[code], nouns, format, facts)
  if (sentence === undefined) throw new Error(`no sentence for ${code}`)
  return sentence
}

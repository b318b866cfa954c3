import type { Fact } from "./insight"
import type { Money } from "./money"
import type { Pseudonym } from "./order"

export const suggestionKinds = [
  "bundle",
  "comeback",
  "win-back",
  "substitute",
  "price",
  "list-next",
  "duplicate",
  "drop"
] as const
export type SuggestionKind = (typeof suggestionKinds)[number]

/** Why, with the numbers; `code` picks the sentence in `locales/`. */
export type SuggestionReason = { code: SuggestionCode; facts: Record<string, Fact> }

export const suggestionCodes = [
  "bought-together",
  "often-with",
  "bundle-price",
  "bundle-margin",
  "bundle-profit",
  "comes-back",
  "comes-back-chance",
  "overdue",
  "may-return",
  "likely-wants",
  "runs-out",
  "similar-in-stock",
  "price-above",
  "price-below",
  "few-of-good",
  "missing-mix",
  "alike",
  "takes-turns",
  "no-sales",
  "little-revenue"
] as const
export type SuggestionCode = (typeof suggestionCodes)[number]

/** Money a month, by the past: with 95 % it lies between `low` and `high`. */
export type Effect = { low: number; expected: number; high: number; currency: string }

export const suggestionStates = ["open", "dismissed", "accepted", "done"] as const
export type SuggestionState = (typeof suggestionStates)[number]

/** What came of it: change of the products (or buyers) it was about, against others left alone. */
export type Outcome = {
  /** Sales after ÷ before, divided by the same of the control; 95 % interval. */
  ratio: number
  low: number
  high: number
  /** Days after it was done. */
  days: number
  /** Measured gain a month ÷ expected gain a month; how the ranking learns. */
  ofExpected?: number
}

/** One thing that the seller could do. */
export type Suggestion = {
  /** "<kind>:<subject>": the same subject never comes twice. */
  id: string
  kind: SuggestionKind
  /** Products it is about, the main one first. */
  skus: string[]
  buyer?: Pseudonym
  reasons: SuggestionReason[]
  effect?: Effect
  /** A ready price: of the bundle, or of the product. */
  price?: Money
  /** How many orders the claim rests on. */
  basis: number
  /** Products (or buyers) left alone, to measure against. */
  control: string[]
  modelVersion: string
  createdAt: number
  state: SuggestionState
  decidedAt?: number
  outcome?: Outcome
  /** Order in the list: money a month times how such suggestions did here. */
  rank: number
}

export const suggestionId = (kind: SuggestionKind, ...subject: string[]) =>
  `${kind}:${subject.join("+")}`

/** What rules say; the worker adds state, rank and who said it. */
export type Proposal = Omit<
  Suggestion,
  "modelVersion" | "createdAt" | "state" | "decidedAt" | "outcome" | "rank"
>

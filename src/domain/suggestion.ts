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
  "price-try",
  "price-own-past",
  "price-assumed",
  "joint-sales",
  "no-sales",
  "little-revenue",
  "lost-sales",
  "counted-with-cost",
  "counted-with-margin"
] as const
export type SuggestionCode = (typeof suggestionCodes)[number]

/** What an amount is: sales a month, profit a month, or money tied up in stock that comes free once. */
export type EffectKind = "revenue" | "profit" | "freed"

/** What it may bring, minor units: with 95 % between `low` and `high`; revenue unless `of` says otherwise. */
export type Effect = {
  low: number
  expected: number
  high: number
  currency: string
  of?: EffectKind
}

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
  /** The same in money, beside what would have been without it. */
  gain?: Effect
  /** Measured gain ÷ expected gain; how the ranking learns. */
  ofExpected?: number
}

/** What came of all suggestions of a kind that were done and measured: their ratios together. */
export type KindOutcome = Pick<Outcome, "ratio" | "low" | "high"> & {
  kind: SuggestionKind
  measured: number
}

/** One thing that the seller could do. */
export type Suggestion = {
  /** "<kind>:<subject>": the same subject never comes twice. */
  id: string
  kind: SuggestionKind
  /** Products it is about, the main one first; after one to drop, what its buyers may take instead. */
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
  /** What stood when it was proposed and is to change: the price (minor units), the stock. */
  before?: { unitPrice: number; available?: number }
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

import type { Fact } from "./insight"
import type { ListingField } from "./listing-facts"
import type { Money } from "./money"

/** One file each in `src/listing-rules/checks/`, one sentence each in `locales/`; a new check starts here. */
export const checkKinds = [
  "max-length",
  "min-length",
  "count",
  "banned-characters",
  "characters-once",
  "leading-characters",
  "start-capital",
  "end-punctuation",
  "emoji",
  "all-caps",
  "repeated-words",
  "duplicates",
  "words",
  "trade-marks",
  "amounts",
  "names-brand",
  "contact-data",
  "html",
  "own-identifier",
  "product-named",
  "required",
  "page-limit",
  "frozen-after-sale",
  "gtin",
  "image-size",
  "image-background",
  "image-fill",
  "image-format",
  "image-text",
  "image-border",
  "stock-picture",
  "language",
  "units",
  "sizes",
  "gpsr",
  "duty",
  "price-sanity",
  "price-position",
  "review-health"
] as const
export type CheckKind = (typeof checkKinds)[number]

/**
 * How a rule came out. `broken`: the marketplace may act on it. `missed`: allowed, but sells less well.
 * `coming`: will be broken from a date on. `unknown`: this page does not show what the rule needs, never a failure.
 */
export const findingOutcomes = ["broken", "coming", "missed", "unknown", "passed"] as const
export type FindingOutcome = (typeof findingOutcomes)[number]

/** Words of the listing that a finding is about: UTF-16 offsets into the text of the field (of its item `index`). */
export type Mark = {
  field: ListingField
  index: number
  start: number
  end: number
  text: string
  /** A few words on each side, so that the place can be seen without the text. */
  before: string
  after: string
}

/** "official": the platform's own page. The others: third parties, by how many agree. */
export const confidences = ["official", "high", "medium", "low"] as const
export type Confidence = (typeof confidences)[number]

export type Finding = {
  ruleId: string
  check: CheckKind
  field: ListingField
  outcome: FindingOutcome
  marks: Mark[]
  /** Numbers and names for the sentence in `locales/`. */
  facts: Record<string, Fact>
  /** First and last day (ISO date) on which the rule holds. */
  validFrom?: string
  validTo?: string
  source: string
  confidence: Confidence
  checkedOn: string
}

/** What a text would be within the rules, beside what it is now. Every word is the seller's own. */
export type Suggestion = { field: ListingField; index: number; now: string; better: string }

/** A word of titles: listings with it sell `ratio` times as much as those without (95 % interval). */
export type WordEffect = {
  word: string
  ratio: number
  low: number
  high: number
  with: number
  without: number
}

/** What the seller's own records say of one of their listings; each part only where the data allow it. */
export type OwnSales = {
  /** Sold in the last 90 days. */
  units: number
  revenue?: Money
  /** Share of sold lines that were refunded, with its 95 % interval, over all known orders. */
  refunded?: { share: number; low: number; high: number; n: number }
  /**
   * What the products most like this one sell in 90 days, with an 80 % range; `skill` is the share of the variance of
   * log sales that likeness explains in this shop.
   */
  peers?: { units: number; low: number; high: number; peers: number; skill: number }
  /**
   * What title and attributes let expect in 90 days, with an 80 % range; `score` 0 to 100 ranks them among the own
   * `n` listings, `skill` is the share of the variance of log sales that they explain.
   */
  quality?: {
    score: number
    units: number
    low: number
    high: number
    skill: number
    n: number
  }
  /** What share of orders will be refunded, from own lines and, where they are few, the shop's; 95 % interval. */
  returns?: { share: number; low: number; high: number; lines: number }
  elasticity?: { elasticity: number; low: number; high: number; weeks: number; prices: number }
}

export type ListingAnalysis = {
  id: string
  marketplace: string
  store?: string
  title: string
  sku?: string
  price?: Money
  /** One of the seller's own listings. */
  own: boolean
  at: number
  findings: Finding[]
  suggestions: Suggestion[]
  sales?: OwnSales
  /** Words of this title, and words of the seller's other titles that are not in it, that go with other sales. */
  words?: { here: WordEffect[]; missing: WordEffect[] }
  /** The seller's other listings with nearly the same title. */
  doubles?: { id: string; title: string; likeness: number }[]
  /** What the listing sold in the last 90 days, or what its stock would bring; absent when neither is known. */
  stake?: Money
  stakeIs?: "sales" | "stock"
}

/** 0 = nothing found; each broken rule counts 1, a coming one a half, a missed opportunity a quarter. */
export function brokenness(findings: Finding[]): number {
  const weight = { broken: 1, coming: 0.5, missed: 0.25, unknown: 0, passed: 0 }
  return findings.reduce((sum, { outcome }) => sum + weight[outcome], 0)
}

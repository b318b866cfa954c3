import * as v from "valibot"
import type { Fact } from "../domain/insight"
import type { CheckKind, Mark } from "../domain/listing-analysis"
import type { ListingFacts, ListingField } from "../domain/listing-facts"
import type { Money } from "../domain/money"

/** What the seller knows beyond the page; everything may be missing. */
export type SellerContext = {
  /** Names that the seller must not use. */
  tradeMarks: string[]
  /** Prices of similar listings that the seller has seen, in one currency. */
  similarPrices: Money[]
}
export const noContext: SellerContext = { tradeMarks: [], similarPrices: [] }

/** How a check judged: `unknown` when the page does not show what it needs. */
export type Judgement =
  | { outcome: "passed" | "unknown" }
  | { outcome: "failed"; marks?: Mark[]; facts?: Record<string, Fact> }

export const passed: Judgement = { outcome: "passed" }
export const unknown: Judgement = { outcome: "unknown" }

export type Look = { listing: ListingFacts; field: ListingField; context: SellerContext }

/** Gives a check its type: the judge gets what the entries describe. */
export function defineCheck<const K extends CheckKind, E extends v.ObjectEntries>(
  kind: K,
  entries: E,
  judge: (value: v.InferOutput<v.StrictObjectSchema<E, undefined>>, look: Look) => Judgement
) {
  return { kind, schema: v.strictObject({ kind: v.literal(kind), ...entries }), judge }
}

/** Failed when anything is marked. */
export function markedOrPassed(marks: Mark[], facts: Record<string, Fact> = {}): Judgement {
  return marks.length > 0 ? { outcome: "failed", marks, facts } : passed
}

export const count = (value: number): Fact => ({ kind: "count", value })
export const text = (value: string): Fact => ({ kind: "text", value })

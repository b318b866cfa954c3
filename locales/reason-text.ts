import type { Fact, Reason, ReasonCode } from "../src/domain/insight"
import type { Format, PluralForms } from "./format"

/**
 * One sentence per reason, most telling form first; the last one needs no fact. In a sentence:
 * "{amount}" a fact, "{n:orders}" a counted noun, "{?never}" a condition without text, "[...]" left out when a
 * fact in it is missing.
 */
export type ReasonSentences = Record<ReasonCode, string[]>
/** Those that stand in `*-risk-reasons.ts`. */
export type RiskReasonSentences = Pick<ReasonSentences, RiskReasonCode>
type RiskReasonCode =
  | "rush-shipping"
  | "retries-in-shop"
  | "contact-shared-by-buyers"
  | "product-of-confirmed"
  | "buyer-month"
  | "repeat-month"
  | "units-month"
  | "many-addresses"
  | "new-address"
  | "new-contact"
  | "returns-before"
  | "not-received-before"
  | "declined-before"
  | "linked-to-confirmed"
  | "disposable-email"
  | "name-mismatch"
  | "odd-email"
  | "po-box"
  | "forwarder"
  | "odd-address"
  | "new-buyer-quantity"
  | "marketplace-high"
  | "marketplace-medium"
  | "wrong-sum"
  | "missing-fact"
  | Extract<ReasonCode, `for-${string}`>
export type Nouns = Record<
  "pastOrders" | "orders" | "pieces" | "buyers" | "attempts" | "products" | "addresses",
  PluralForms
>

const holder = /\{(\?)?(\w+)(?::(\w+))?\}/g

const longestText = 60
const shorten = (text: string, longest: number) =>
  text.length > longest ? `${text.slice(0, longest - 1)}…` : text

/** A ratio below 1 is told as a part, a share of 0 as "never": each has a sentence of its own. */
function factTexts(
  facts: Record<string, Fact>,
  format: Format,
  longest: number
): Map<string, string> {
  const texts = new Map<string, string>()
  for (const [name, fact] of Object.entries(facts)) {
    if (typeof fact.value === "number" && !Number.isFinite(fact.value)) continue
    if (fact.kind === "money") texts.set(name, format.money(fact.value))
    if (fact.kind === "count") texts.set(name, format.count(fact.value))
    if (fact.kind === "hours") texts.set(name, format.hours(fact.value))
    if (fact.kind === "time") texts.set(name, format.clock(fact.value))
    if (fact.kind === "country") texts.set(name, format.country(fact.value))
    if (fact.kind === "text") texts.set(name, shorten(fact.value, longest))
    if (fact.kind === "ratio" && fact.value >= 1) texts.set(name, format.times(fact.value))
    if (fact.kind === "ratio" && fact.value < 1) texts.set("part", format.share(fact.value))
    if (fact.kind === "share" && fact.value > 0) texts.set(name, format.share(fact.value))
    if (fact.kind === "share" && fact.value === 0) texts.set("never", "")
  }
  return texts
}

/** One fact in the seller's words. */
export const factText = (fact: Fact, format: Format): string =>
  factTexts({ fact }, format, longestText).get("fact") ?? ""

/** The first form whose facts are all there, filled; undefined when none is. */
export function factSentence(
  forms: string[],
  nouns: Partial<Record<string, PluralForms>>,
  format: Format,
  facts: Record<string, Fact>,
  longest = longestText
): string | undefined {
  const texts = factTexts(facts, format, longest)
  const has = (part: string) =>
    [...part.matchAll(holder)].every(([, , name]) => texts.has(name ?? ""))
  const fill = (part: string) =>
    part.replace(holder, (_, condition, name, noun) => {
      if (condition) return ""
      const fact = facts[name]
      const counted = noun ? nouns[noun] : undefined
      if (counted && fact?.kind === "count") return format.plural(fact.value, counted)
      return texts.get(name) ?? ""
    })
  const shortened = forms.map((form) =>
    form.replace(/\[([^\]]*)\]/g, (_, part) => (has(part) ? part : ""))
  )
  const fitting = shortened.find(has)
  return fitting === undefined ? undefined : fill(fitting)
}

/** A reason as one sentence; a missing fact makes it shorter, never wrong. */
export function reasonText(
  sentences: ReasonSentences,
  nouns: Nouns,
  fields: Record<string, string>,
  format: Format,
  reason: Reason
): string {
  const facts = Object.fromEntries(
    Object.entries(reason.facts).map(([name, fact]): [string, Fact] => [
      name,
      fact.kind === "field" ? { kind: "text", value: fields[fact.value] ?? fact.value } : fact
    ])
  )
  const sentence = factSentence(sentences[reason.code], nouns, format, facts)
  if (sentence === undefined) throw new Error(`no sentence for ${reason.code}`)
  return sentence
}

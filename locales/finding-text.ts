import type { Fact } from "../src/domain/insight"
import type { CheckKind, Finding } from "../src/domain/listing-analysis"
import type { ListingField } from "../src/domain/listing-facts"
import type { Format, PluralForms } from "./format"
import { factSentence } from "./reason-text"

export type FindingCatalogue = {
  fieldNames: Record<ListingField, string>
  lengthUnits: Record<string, PluralForms>
  /** Topics, unit systems and parts that checks name in their facts. */
  findingWords: Record<string, string>
  findingSentences: Record<CheckKind, string[]>
  fixSentences: Record<CheckKind, string[]>
}

/** Lists of words that a listing uses may be long; a sentence stays one. */
const longestText = 200

const text = (value: string): Fact => ({ kind: "text", value })

/** Facts that are words of ours get the language's own; lengths are told with their unit. */
function toldFacts(catalogue: FindingCatalogue, format: Format, finding: Finding) {
  const told: Record<string, Fact> = {
    ...finding.facts,
    field: text(catalogue.fieldNames[finding.field])
  }
  const { unit, measured, max, min } = finding.facts
  const forms = unit?.kind === "text" ? catalogue.lengthUnits[unit.value] : undefined
  const limit = max ?? min
  if (forms && measured?.kind === "count") told.length = text(format.plural(measured.value, forms))
  if (forms && limit?.kind === "count") told.limit = text(format.plural(limit.value, forms))
  for (const name of ["topic", "system", "missing"]) {
    const fact = finding.facts[name]
    if (fact?.kind !== "text") continue
    const words = fact.value.split(",").map((word) => catalogue.findingWords[word] ?? word)
    told[name] = text(format.list(words))
  }
  for (const name of ["found", "wanted"]) {
    const fact = finding.facts[name]
    if (fact?.kind !== "text") continue
    told[name] = text(format.list(fact.value.split(", ").map(format.language)))
  }
  return told
}

/** What a finding says and what to do about it, as sentences. */
export function findingText(catalogue: FindingCatalogue, format: Format, finding: Finding) {
  const facts = toldFacts(catalogue, format, finding)
  const sentence = (forms: string[]) => factSentence(forms, {}, format, facts, longestText) ?? ""
  return {
    says: sentence(catalogue.findingSentences[finding.check]),
    fix: sentence(catalogue.fixSentences[finding.check])
  }
}

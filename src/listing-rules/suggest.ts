import type { Finding, Mark, Suggestion } from "../domain/listing-analysis"
import { brokenness } from "../domain/listing-analysis"
import { type ListingFacts, type ListingField, writtenFields } from "../domain/listing-facts"
import { analyse } from "./analyse"
import type { SellerContext } from "./check"
import { type Piece, piecesOf } from "./pieces"
import type { Rule } from "./rule"
import { separator, shorten, type WordWorth } from "./shorten"

/** Checks whose marked words can simply go. */
const removable = new Set<Finding["check"]>([
  "banned-characters",
  "characters-once",
  "leading-characters",
  "end-punctuation",
  "emoji",
  "repeated-words",
  "words",
  "contact-data",
  "html",
  "own-identifier",
  "amounts"
])

const shortening = new Set<Finding["check"]>(["max-length", "page-limit"])

const titleCase = (word: string) => word.charAt(0).toUpperCase() + word.slice(1).toLowerCase()
const capitalised = (text: string) => text.replace(/\p{Ll}/u, (first) => first.toUpperCase())

/** Replaces marked parts, last first, so that the offsets before them stay true. */
function replaceMarks(text: string, marks: Mark[], make: (text: string) => string): string {
  return marks
    .toSorted((a, b) => b.start - a.start)
    .reduce(
      (left, { start, end }) =>
        left.slice(0, start) + make(text.slice(start, end)) + left.slice(end),
      text
    )
}

/** The marked words with the whole part of the text that they stand in: "Slow Cooker, Rice Cooker" → "Slow Cooker". */
function withoutParts(text: string, marks: Mark[]): string {
  const ends = [...text.matchAll(new RegExp(separator, "g"))]
  if (ends.length === 0) return replaceMarks(text, marks, () => "")
  const parts = marks.map(({ start, end }) => {
    const from = ends.findLast(({ index, 0: sign }) => index + sign.length <= start)
    const to = ends.find(({ index }) => index >= end)
    return { start: from?.index ?? start, end: from ? (to?.index ?? text.length) : end }
  })
  // several marks in one part take it once
  const distinct = [...new Map(parts.map((part) => [part.start, part])).values()]
  return distinct
    .toSorted((a, b) => b.start - a.start)
    .reduce((left, { start, end }) => left.slice(0, start) + left.slice(end), text)
}

/** Spaces and separators that a removed word left behind. */
function tidy(text: string): string {
  return text
    .replace(/[ \t]+/g, " ")
    .replace(/\s+([,;:.)])/g, "$1")
    .replace(/([,;|–-])(?:\s*[,;|–-])+/g, "$1")
    .replace(/\(\s*\)/g, "")
    .replace(/^[\s,;:|–-]+|[\s,;:|–-]+$/g, "")
}

function repair(text: string, finding: Finding, worth: WordWorth): string {
  const { check, marks, facts } = finding
  if (check === "repeated-words") return tidy(withoutParts(text, marks))
  if (removable.has(check)) return tidy(replaceMarks(text, marks, () => ""))
  if (check === "all-caps") return replaceMarks(text, marks, titleCase)
  if (check === "start-capital") return replaceMarks(text, marks, capitalised)
  if (!shortening.has(check)) return text
  const { max, unit } = facts
  if (max?.kind !== "count" || unit?.kind !== "text") return text
  return shorten(text, max.value, unit.value as "characters" | "bytes" | "words", worth)
}

/** The listing with one text replaced. */
function withText(listing: ListingFacts, piece: Piece, text: string): ListingFacts {
  const { field, index } = piece
  if (field === "bullets" || field === "tags") {
    return { ...listing, [field]: listing[field]?.map((old, i) => (i === index ? text : old)) }
  }
  return { ...listing, [field]: text }
}

const isWrong = ({ outcome }: Finding) => outcome !== "passed" && outcome !== "unknown"

/** How much the rules object; among equals, the number of marked places: another text may break the same rule. */
function objections(findings: Finding[]): number {
  const marked = findings.filter(isWrong).reduce((sum, { marks }) => sum + marks.length, 0)
  return brokenness(findings) + marked / 1_000
}

/** Each repair may bring up the next finding; a text that is not done after these is left as it is. */
const rounds = 4

function better(
  listing: ListingFacts,
  piece: Piece,
  find: (listing: ListingFacts, field: ListingField) => Finding[],
  worth: WordWorth
): string {
  let text = piece.text
  for (let round = 0; round < rounds; round++) {
    const now = withText(listing, piece, text)
    const own = find(now, piece.field)
      .filter(isWrong)
      .map((finding) => ({
        ...finding,
        marks: finding.marks.filter(
          ({ field, index }) => field === piece.field && index === piece.index
        )
      }))
      .filter(({ marks }) => marks.length > 0)
    // shortening comes last: what goes before may be enough
    const next = own.find(({ check }) => !shortening.has(check)) ?? own[0]
    if (!next) break
    const changed = repair(text, next, worth)
    if (changed === text) break
    text = changed
  }
  return text
}

/**
 * Texts within the rules, made of the listing's own words only: what is marked goes, what is too long is cut where it
 * matters least (`worth` says how much a word sells). A text is suggested only if fewer rules object to it.
 */
export function suggest(
  listing: ListingFacts,
  rules: Rule[],
  day: string,
  context: SellerContext,
  worth: WordWorth = () => 0
): Suggestion[] {
  const find = (facts: ListingFacts, field: ListingField) =>
    analyse(
      facts,
      rules.filter((rule) => rule.field === field || rule.field === "texts"),
      day,
      context
    )
  return writtenFields.flatMap((field) =>
    (piecesOf(listing, field) ?? []).flatMap((piece) => {
      const text = better(listing, piece, find, worth)
      if (text === piece.text) return []
      const before = objections(find(listing, field))
      const after = objections(find(withText(listing, piece, text), field))
      return after < before ? [{ field, index: piece.index, now: piece.text, better: text }] : []
    })
  )
}

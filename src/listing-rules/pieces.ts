import type { Mark } from "../domain/listing-analysis"
import type { ListingFacts, ListingField } from "../domain/listing-facts"

/** One text of a field; `index` counts the items of bullets, tags and the like. */
export type Piece = { field: ListingField; index: number; text: string }

const one = (field: ListingField, text: string | undefined): Piece[] | null =>
  text === undefined ? null : [{ field, index: 0, text }]

const each = (field: ListingField, texts: string[] | undefined): Piece[] | null =>
  texts === undefined ? null : texts.map((text, index) => ({ field, index, text }))

/** The texts of a field; null when the page does not show it. "texts" is everything that a buyer reads. */
export function piecesOf(listing: ListingFacts, field: ListingField): Piece[] | null {
  switch (field) {
    case "title":
    case "highlights":
    case "description":
    case "searchTerms":
    case "brand":
    case "gtin":
    case "category":
    case "metaTitle":
    case "metaDescription":
    case "compliance":
      return one(field, listing[field])
    case "bullets":
    case "tags":
      return each(field, listing[field])
    case "attributes":
      return each(
        field,
        listing.attributes?.map(({ value }) => value)
      )
    case "altTexts": {
      const known = listing.images?.flatMap(({ alt }) => (alt === undefined ? [] : [alt]))
      return known?.length === 0 ? null : each(field, known)
    }
    case "texts": {
      const shown = (["title", "highlights", "bullets", "description"] as const).flatMap(
        (name) => piecesOf(listing, name) ?? []
      )
      return shown.length > 0 ? shown : null
    }
    default:
      return null
  }
}

/** Every match of a pattern (with the g flag) as a mark; empty matches are left out. */
export function marksOf(pieces: Piece[], pattern: RegExp): Mark[] {
  return pieces.flatMap((piece) =>
    [...piece.text.matchAll(pattern)].flatMap((match) =>
      match[0] === "" ? [] : [markAt(piece, match.index, match.index + match[0].length)]
    )
  )
}

const around = 24

/** The part of a piece between two offsets. */
export function markAt({ field, index, text }: Piece, start: number, end: number): Mark {
  return {
    field,
    index,
    start,
    end,
    text: text.slice(start, end),
    before: text.slice(Math.max(0, start - around), start),
    after: text.slice(end, end + around)
  }
}

/** A sign between two spaces, as in "mug / cup", is no word. */
const word = /\S*[\p{L}\p{N}]\S*/gu

/** Length as marketplaces count it: a code point is one character; `bytes` are UTF-8; `words` are split at spaces. */
export function lengthOf(text: string, unit: "characters" | "bytes" | "words"): number {
  if (unit === "bytes") return new TextEncoder().encode(text).length
  if (unit === "words") return text.match(word)?.length ?? 0
  return [...text].length
}

/** The offset behind the last code point that still fits. */
export function offsetWithin(text: string, max: number, unit: "characters" | "bytes" | "words") {
  if (unit === "words") {
    const ends = [...text.matchAll(word)].map(({ index, 0: word }) => index + word.length)
    return ends[max - 1] ?? text.length
  }
  let used = 0
  let offset = 0
  for (const point of text) {
    used += unit === "bytes" ? lengthOf(point, "bytes") : 1
    if (used > max) break
    offset += point.length
  }
  return offset
}

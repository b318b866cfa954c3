import { lengthOf, offsetWithin } from "./pieces"
import { functionWords } from "./words/function-words"

/** How much more a listing sells with this word (0: not known): it decides what stays when a text is cut. */
export type WordWorth = (word: string) => number

/** What stands between the parts of a title. */
export const separator = /\s*[,;|•·]\s*|\s+[–—/-]\s+|\s+(?=\()/
const words = (text: string) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []

/** Cuts at a word's end and takes a hanging "for the" or comma with it. */
function cutAtWord(text: string, max: number, unit: "characters" | "bytes" | "words"): string {
  const end = offsetWithin(text, max, unit)
  const whole = end >= text.length || /\s/.test(text.charAt(end))
  let cut = whole ? text.slice(0, end) : text.slice(0, end).replace(/\S+$/, "")
  // scripts without spaces have no word's end to cut at
  if (cut.trim() === "") cut = text.slice(0, end)
  for (;;) {
    const shorter = cut.replace(/[\s,;:|–—(-]+$/u, "")
    const last = /\s(\S+)$/.exec(shorter)?.[1]
    if (last === undefined || !functionWords.has(last.toLowerCase())) return shorter
    cut = shorter.slice(0, -last.length)
  }
}

/**
 * The text within `max`, made of its own parts in their order: the first part names the product and stays, of the
 * others those stay that sell most (by `worth`, then by how early they stand) as long as they fit.
 */
export function shorten(
  text: string,
  max: number,
  unit: "characters" | "bytes" | "words",
  worth: WordWorth
): string {
  const parts = text.trim().split(separator).filter(Boolean)
  const [first = ""] = parts
  if (parts.length < 2 || lengthOf(first, unit) > max) return cutAtWord(text.trim(), max, unit)
  const sells = (part: string) => Math.max(0, ...words(part).map(worth))
  const ranked = parts
    .map((part, place) => ({ part, place, value: sells(part) }))
    .slice(1)
    .toSorted((a, b) => b.value - a.value || a.place - b.place)
  const kept = new Set([0])
  const joined = (places: Set<number>) =>
    parts
      .filter((_, place) => places.has(place))
      .join(", ")
      .replaceAll(", (", " (")
  for (const { place } of ranked) {
    const more = new Set([...kept, place])
    if (lengthOf(joined(more), unit) <= max) kept.add(place)
  }
  return joined(kept)
}

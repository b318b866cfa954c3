const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&")
const isWordCharacter = (character: string) => /[\p{L}\p{N}]/u.test(character)
/** Scripts without spaces have no word boundaries to ask for. */
const spaceless = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u

function phrase(text: string): string {
  const body = escaped(text.trim()).replace(/\s+/g, "\\s+")
  if (spaceless.test(text)) return body
  const before = isWordCharacter(text.trim().charAt(0)) ? "(?<![\\p{L}\\p{N}])" : ""
  const after = isWordCharacter(text.trim().slice(-1)) ? "(?![\\p{L}\\p{N}])" : ""
  return before + body + after
}

const made = new Map<string, RegExp>()

/** Any of these phrases as whole words, whatever the case. The longest wins where several fit. */
export function phrasePattern(phrases: readonly string[]): RegExp {
  const key = phrases.join("\n")
  let pattern = made.get(key)
  if (!pattern) {
    const longestFirst = phrases.filter((one) => one.trim()).toSorted((a, b) => b.length - a.length)
    // an empty list matches nothing
    pattern = new RegExp(longestFirst.map(phrase).join("|") || "(?!)", "giu")
    if (made.size > 200) made.clear()
    made.set(key, pattern)
  }
  return pattern
}

import { plainText } from "./number-text"

const unitMs = {
  second: 1_000,
  minute: 60_000,
  hour: 3_600_000,
  day: 86_400_000,
  week: 604_800_000,
  month: 2_592_000_000
} as const
type Unit = keyof typeof unitMs
const units = Object.keys(unitMs) as Unit[]

const said = new Map<string, Map<string, Unit>>()
const comparable = (text: string) =>
  plainText(text)
    .toLowerCase()
    .replace(/[.\s]+/g, " ")

/** Every way in which a language says "# hours ago", by the browser's own data. */
function sayingsOf(locale: string, count: number): Map<string, Unit> {
  const key = `${locale} ${count}`
  let sayings = said.get(key)
  if (sayings) return sayings
  sayings = new Map()
  try {
    for (const style of ["long", "short", "narrow"] as const) {
      for (const numeric of ["always", "auto"] as const) {
        const format = new Intl.RelativeTimeFormat(locale, { style, numeric })
        for (const unit of units) sayings.set(comparable(format.format(-count, unit)), unit)
      }
    }
  } catch {
    // not a language tag: nothing is known
  }
  if (said.size > 200) said.clear()
  said.set(key, sayings)
  return sayings
}

/**
 * The instant that "3 hours ago" means, in epoch ms, in the page's language or English; null for anything else.
 * It is as exact as its unit: months count 30 days.
 */
export function parseRelative(
  text: string,
  locale: string | undefined,
  now: number
): number | null {
  if (text.length > 40) return null
  const plain = comparable(text.replace(/^(?:about|circa|ca\.?|ungefähr)\s/i, ""))
  const numbers = plain.match(/\d+/g) ?? []
  if (numbers.length > 1) return null
  const worded = numbers.length === 0
  const count = worded ? 1 : Number(numbers[0])
  // "an hour ago": English writes the one as a word
  const asked = worded ? plain.replace(/^an? /, "1 ") : plain
  for (const language of [locale, "en"]) {
    const unit = language && sayingsOf(language, count).get(asked)
    if (unit) return now - count * unitMs[unit]
  }
  return null
}
